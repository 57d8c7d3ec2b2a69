package org.ara.sip.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;
import java.util.Random;
import org.ara.pbx.media.Codec;
import org.ara.sip.sdp.OfferAnswer.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfferAnswerTest {

  private static final String PHONE =
      """
      v=0
      o=bob 2890844526 2890844526 IN IP4 192.0.2.7
      s=-
      c=IN IP4 192.0.2.7
      t=0 0
      m=audio 49170 RTP/AVP 18 8 0 96
      a=rtpmap:96 telephone-event/8000
      a=fmtp:96 0-15
      """;

  private final OfferAnswer exchange = exchange(List.of(Codec.ULAW, Codec.ALAW));

  private static OfferAnswer exchange(List<Codec> codecs) {
    return new OfferAnswer(new LocalMedia("198.51.100.1", 10000, codecs, true), 77);
  }

  private static Agreement agreement(Outcome outcome) {
    return assertThat(outcome).asInstanceOf(type(Outcome.Agreed.class)).actual().agreement();
  }

  private static String answer(Outcome outcome) {
    return assertThat(outcome).asInstanceOf(type(Outcome.Agreed.class)).actual().answer();
  }

  @Test
  void theAnswerTakesTheFirstOfferedCodecThatIsAllowed() {
    Outcome outcome = exchange.answer(PHONE);

    assertThat(agreement(outcome))
        .isEqualTo(
            new Agreement(
                "192.0.2.7", 49170, List.of(Codec.ALAW, Codec.ULAW), 96, Direction.SENDRECV, 20));
    assertThat(answer(outcome))
        .isEqualTo(
            """
            v=0
            o=- 77 78 IN IP4 198.51.100.1
            s=Ara
            c=IN IP4 198.51.100.1
            t=0 0
            m=audio 10000 RTP/AVP 8 96
            a=rtpmap:8 PCMA/8000
            a=rtpmap:96 telephone-event/8000
            a=fmtp:96 0-16
            a=ptime:20
            a=sendrecv
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void anOfferWithoutAnAllowedCodecIsRefused() {
    assertThat(exchange(List.of(Codec.ULAW)).answer(PHONE.replace("18 8 0 96", "18 8 96")))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(exchange.answer(PHONE.replace("audio 49170", "audio 0")))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(exchange.answer(PHONE.replace("RTP/AVP", "RTP/SAVP")))
        .isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void otherStreamsAreRefusedInTheirPlace() {
    String video = "m=video 5004 RTP/AVP 31\r\na=sendonly\r\n";
    String offer =
        PHONE.replace("m=audio", video + "m=audio") + "m=image 5006 udptl t38\nc=IN IP4 10.0.0.1\n";

    List<MediaDescription> streams =
        SdpParser.parse(answer(exchange.answer(offer))).orElseThrow().media();

    assertThat(streams)
        .extracting(s -> s.type() + ' ' + s.port())
        .containsExactly("video 0", "audio 10000", "image 0");
  }

  @ParameterizedTest
  @CsvSource({
    "sendrecv, SENDRECV",
    "sendonly, RECVONLY",
    "recvonly, SENDONLY",
    "inactive, INACTIVE"
  })
  void aHoldIsAnsweredWithItsReverse(String offered, Direction ours) {
    Outcome outcome = exchange.answer(PHONE + "a=" + offered + "\n");

    assertThat(agreement(outcome).direction()).isEqualTo(ours);
    assertThat(agreement(outcome).held()).isEqualTo(!ours.sends());
    assertThat(answer(outcome)).contains("a=" + ours.token() + "\r\n");
  }

  @Test
  void theAddressZeroOfOldPhonesIsAHoldToo() {
    Outcome outcome = exchange.answer(PHONE.replace("c=IN IP4 192.0.2.7", "c=IN IP4 0.0.0.0"));

    assertThat(agreement(outcome).held()).isTrue();
    assertThat(answer(outcome)).contains("a=recvonly\r\n");
  }

  @Test
  void ourOfferIsAcceptedWithTheCodecsTheFarEndPicked() {
    String offer = exchange.offer();
    assertThat(offer).contains("m=audio 10000 RTP/AVP 0 8 101\r\n");

    Agreement agreement = agreement(exchange.accept(PHONE.replace("18 8 0 96", "8")));

    assertThat(agreement.codecs()).containsExactly(Codec.ALAW);
    assertThat(agreement.eventType()).isEqualTo(-1);
  }

  @Test
  void everyNewDescriptionHasAHigherVersion() {
    assertThat(exchange.offer()).contains("o=- 77 78 ");
    assertThat(exchange.current()).contains("o=- 77 79 ");
    assertThat(answer(exchange.answer(PHONE))).contains("o=- 77 80 ");
  }

  @Test
  void aStreamsOwnAddressCountsMoreThanTheSessions() {
    Agreement agreement = agreement(exchange.answer(PHONE + "c=IN IP6 2001:db8::7\n"));

    assertThat(agreement.address()).isEqualTo("2001:db8::7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "v=1\no=- 1 1 IN IP4 192.0.2.7\n",
        "v=0\ns=-\n",
        "v=0\no=-\n",
        "v=0\no=- 1 1 IN IP4 192.0.2.7\nm=audio\n",
        "v=0\no=- 1 1 IN IP4 192.0.2.7\nm=audio 99999 RTP/AVP 0\n",
        "v=0\no=- 1 1 IN IP4 192.0.2.7\nm=audio -1 RTP/AVP 0\n",
        "v=0\no=- 1 1 IN IP4 192.0.2.7\nc=IN IP4\n",
        "v=0\no=- 1 1 IN IP4 192.0.2.7\nx\n"
      })
  void whatIsNoSessionDescriptionIsMalformed(String text) {
    assertThat(exchange.answer(text)).isInstanceOf(Outcome.Malformed.class);
    assertThat(exchange.accept(text)).isInstanceOf(Outcome.Malformed.class);
  }

  @Test
  void damagedDescriptionsNeverThrow() {
    Random random = new Random(11);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder(PHONE);
      for (int damage = random.nextInt(6); damage >= 0; damage--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.setCharAt(at, (char) random.nextInt(256));
          case 1 -> text.deleteCharAt(at);
          default -> text.insert(at, (char) random.nextInt(128));
        }
      }
      assertThat(exchange(List.of(Codec.ULAW)).answer(text.toString())).isNotNull();
    }
  }
}
