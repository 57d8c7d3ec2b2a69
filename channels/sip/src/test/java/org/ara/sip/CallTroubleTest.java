package org.ara.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ara.pbx.CallerId;
import org.ara.pbx.Channel;
import org.ara.pbx.ChannelDriver.Requested;
import org.ara.pbx.DialRequest;
import org.ara.pbx.HangupCause;
import org.ara.pbx.Signal;
import org.ara.pbx.media.Codec;
import org.junit.jupiter.api.Test;

/** Far ends that are hasty, broken or hostile: no call stays behind, and no port. */
class CallTroubleTest extends CallFixture {

  private static final String CHALLENGE = "Digest realm=\"r\", nonce=\"n%d\", algorithm=MD5%s";

  private void trunk(String... more) {
    String[] row = {
      "name", "trunk", "secret", "pw", "host", "127.0.0.1", "port", Integer.toString(phone.port())
    };
    String[] all = java.util.Arrays.copyOf(row, row.length + more.length);
    System.arraycopy(more, 0, all, row.length, more.length);
    driver.table.insert(all);
  }

  private Channel called() {
    trunk();
    Channel channel = ready("trunk");
    channel.leg().call();
    return channel;
  }

  private String receive(String start) {
    String message = phone.receive();
    while (!message.startsWith(start)) {
      message = phone.receive();
    }
    return message;
  }

  private void awaitNoCalls() {
    await()
        .atMost(10, TimeUnit.SECONDS)
        .untilAsserted(() -> assertThat(driver.console("sip show channels")).contains("0 active"));
    await().until(() -> driver.exchange.pbx().channels().isEmpty());
  }

  @Test
  void aByeOnTheHeelsOfTheAnswerEndsTheCall() {
    trunk();
    for (int i = 0; i < 100; i++) {
      Channel channel = ready("trunk");
      channel.leg().call();
      String invite = receive("INVITE");
      String from = RawPhone.headers(invite, "From").getFirst();
      String to = RawPhone.headers(invite, "To").getFirst() + ";tag=t1";
      phone.send(reply(invite, "200 OK", "", sdp("0")));
      phone.send(
          "BYE sip:100@127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:"
              + phone.port()
              + ";branch=z9hG4bKheel"
              + i
              + "\r\nMax-Forwards: 70\r\nFrom: "
              + to
              + "\r\nTo: "
              + from
              + "\r\nCall-ID: "
              + RawPhone.headers(invite, "Call-ID").getFirst()
              + "\r\nCSeq: 1 BYE\r\nContent-Length: 0\r\n\r\n");
      assertThat(receive("SIP/2.0")).startsWith("SIP/2.0 200").contains("CSeq: 1 BYE");
    }
    awaitNoCalls();
  }

  @Test
  void aDestinationThatCannotBeWrittenDownIsRefusedAndItsPortsAreFree() {
    trunk("fromdomain", "bad <domain>");
    for (int i = 0; i < 12; i++) {
      assertThat(dial("trunk"))
          .isInstanceOfSatisfying(
              Requested.Refused.class,
              refused -> assertThat(refused.reason()).contains("SIP/trunk", "bad <domain>"));
    }
    assertThat(driver.exchange.pbx().channels()).isEmpty();
  }

  @Test
  void aLineBreakInACallerIdBecomesABlank() {
    trunk();
    Requested requested =
        driver
            .exchange
            .pbx()
            .driver("SIP")
            .orElseThrow()
            .request(
                new DialRequest(
                    "trunk",
                    null,
                    new CallerId("Ann\r\nX-Evil: 1", "100\r\nX-Evil: 2"),
                    List.of(Codec.ULAW),
                    Map.of()));
    assertThat(requested).isInstanceOf(Requested.Ready.class);
    ((Requested.Ready) requested).channel().leg().call();
    String invite = phone.receive();
    assertThat(invite).contains("From: \"Ann  X-Evil: 1\"");
    assertThat(invite.lines()).noneMatch(line -> line.startsWith("X-"));
  }

  @Test
  void anAnswerWithABrokenContactEndsTheCall() {
    Channel channel = called();
    String invite = phone.receive();
    phone.send(
        reply(invite, "200 OK", "", sdp("0"))
            .replaceFirst("Contact: .*\r\n", "Contact: <sip:a b@@>>;;\r\n"));
    awaitNoCalls();
    assertThat(channel.hangupCause()).isEqualTo(HangupCause.INTERWORKING);
  }

  @Test
  void anOfferThatCannotBeNamedIsRefusedAndItsPortsAreFree() {
    String offer = sdp("0").replace("c=IN IP4 127.0.0.1", "c=IN IP4 a\"b\\c\rd");
    assertThat(invite("600", offer)).startsWith("SIP/2.0 4");
    assertThat(driver.exchange.pbx().channels()).isEmpty();
    awaitNoCalls();
  }

  @Test
  void aFarEndThatNeverHasEnoughOfPasswordsIsGivenUp() {
    called();
    for (int invites = 1; invites <= 5; invites++) {
      String invite = receive("INVITE");
      String challenge = CHALLENGE.formatted(invites, ", stale=true");
      phone.send(reply(invite, "401 Unauthorized", "WWW-Authenticate: " + challenge + "\r\n", ""));
      assertThat(receive("ACK")).contains("CSeq: " + invites + " ACK");
    }
    awaitNoCalls();
  }

  @Test
  void theAckOfAnAuthenticatedCallCarriesTheCredentialsAndItsByeAnswersAChallenge() {
    Channel channel = called();
    String invite = phone.receive();
    String challenge = "Proxy-Authenticate: " + CHALLENGE.formatted(1, "") + "\r\n";
    phone.send(reply(invite, "407 Proxy Authentication Required", challenge, ""));
    assertThat(phone.receive()).startsWith("ACK");
    String second = phone.receive();
    assertThat(second).startsWith("INVITE").contains("Proxy-Authorization: Digest");
    phone.send(reply(second, "200 OK", "", sdp("0")));
    assertThat(phone.receive()).startsWith("ACK").contains("Proxy-Authorization: Digest");
    await().until(channel::isUp);

    channel.hangUp(HangupCause.NORMAL_CLEARING);
    String bye = phone.receive();
    assertThat(bye).startsWith("BYE");
    String again = "Proxy-Authenticate: " + CHALLENGE.formatted(2, ", stale=true") + "\r\n";
    phone.send(reply(bye, "407 Proxy Authentication Required", again, ""));
    String answered = phone.receive();
    assertThat(answered).startsWith("BYE").contains("Proxy-Authorization: Digest", "nonce=\"n2\"");
    assertThat(answered).contains("CSeq: 4 BYE");
    phone.send(reply(answered, "200 OK", "", ""));
    awaitNoCalls();
  }

  @Test
  void anOldAckDoesNotAcknowledgeAReInvite() {
    String answer = invite("600", sdp("0"));
    String to = RawPhone.headers(answer, "To").getFirst();
    int first = phone.sequence();
    phone.send(phone.ack("600@127.0.0.1", answer));
    await().until(() -> driver.console("sip show channels").contains("Rx: ACK"));
    phone.send(inDialog("INVITE", answer, 10, sdp("0")));
    assertThat(answerTo("10 INVITE")).startsWith("SIP/2.0 200");

    phone.send(phone.request("ACK", "600@127.0.0.1", to, first, "", ""));

    assertThat(answerTo("10 INVITE")).as("still repeated").startsWith("SIP/2.0 200");
    phone.send(phone.request("ACK", "600@127.0.0.1", to, 10, "", ""));
  }

  @Test
  void aHoldInTheAckIsTold() {
    String answer = invite("600", sdp("0"));
    String to = RawPhone.headers(answer, "To").getFirst();
    phone.send(phone.ack("600@127.0.0.1", answer));
    await().until(() -> driver.console("sip show channels").contains("Rx: ACK"));
    phone.send(inDialog("INVITE", answer, 10, ""));
    assertThat(answerTo("10 INVITE")).startsWith("SIP/2.0 200");
    phone.send(phone.request("ACK", "600@127.0.0.1", to, 10, "", sdp("0") + "a=sendonly\r\n"));
    await().until(() -> driver.exchange.heard.contains(new Signal.Held()));
  }

  @Test
  void aRefusedReInviteMovesNothing() {
    String answer = invite("600", sdp("0"));
    phone.send(phone.ack("600@127.0.0.1", answer));
    await().until(() -> driver.console("sip show channels").contains("Rx: ACK"));
    try (RawPhone elsewhere = new RawPhone(driver.port(), "bob")) {
      String to = RawPhone.headers(answer, "To").getFirst();
      phone.send(phone.request("INVITE", "600@127.0.0.1", to, 10, elsewhere.contact(), sdp("18")));
      assertThat(answerTo("10 INVITE")).startsWith("SIP/2.0 488");
    }
    driver.exchange.pbx().channels().forEach(c -> c.hangUp(HangupCause.NORMAL_CLEARING));
    assertThat(receive("BYE")).startsWith("BYE sip:bob@127.0.0.1:" + phone.port());
  }

  private String answerTo(String sequence) {
    String answer = phone.answer();
    while (!answer.contains("CSeq: " + sequence)) {
      answer = phone.answer();
    }
    return answer;
  }

  @Test
  void aHangupAgainstTheAnswerIsNeverLost() throws InterruptedException {
    trunk();
    for (int i = 0; i < 300; i++) {
      Channel channel = ready("trunk");
      channel.leg().call();
      String invite = receive("INVITE");
      Thread hangingUp =
          Thread.ofPlatform().start(() -> channel.hangUp(HangupCause.NORMAL_CLEARING));
      phone.send(reply(invite, "200 OK", "", sdp("0")));
      hangingUp.join();
      phone.send(reply(receive("BYE"), "200 OK", "", ""));
    }
    awaitNoCalls();
  }

  @Test
  void aCallerIsToldWhenToComeBackToACongestedServer() {
    String answer = invite("503", sdp("0"));
    assertThat(answer).startsWith("SIP/2.0 503").contains("Retry-After: ");
  }

  @Test
  void anOfferlessReInviteKeepsThePlacesOfEarlierStreams() {
    String answer = invite("600", sdp("0") + "m=video 9 RTP/AVP 31\r\n");
    String to = RawPhone.headers(answer, "To").getFirst();
    assertThat(answer).containsSubsequence("m=audio ", "m=video 0 ");
    phone.send(phone.ack("600@127.0.0.1", answer));
    await().until(() -> driver.console("sip show channels").contains("Rx: ACK"));
    phone.send(inDialog("INVITE", answer, 10, ""));
    assertThat(answerTo("10 INVITE")).containsSubsequence("m=audio ", "m=video 0 ");
    phone.send(phone.request("ACK", "600@127.0.0.1", to, 10, "", sdp("0")));
  }

  @Test
  void anInviteThatComesOnTwoWaysIsTakenOnce() {
    driver.table.set("bob", "secret", "");
    String first = phone.request("INVITE", "700@127.0.0.1", phone.contact(), sdp("0"));
    phone.send(first);
    assertThat(phone.answer()).startsWith("SIP/2.0 180");
    phone.send(first.replaceFirst("branch=z9hG4bK", "branch=z9hG4bKother"));
    assertThat(phone.answer()).startsWith("SIP/2.0 482");
    phone.send(first);
    assertThat(phone.answer()).as("the first, repeated").startsWith("SIP/2.0 180");
  }

  @Test
  void theAnswerOfASecondForkIsAcknowledgedAndEnded() {
    Channel channel = called();
    String invite = receive("INVITE");
    phone.send(reply(invite, "200 OK", "", sdp("0")));
    assertThat(phone.receive()).startsWith("ACK").contains(";tag=t1");
    await().until(channel::isUp);
    phone.send(reply(invite, "200 OK", "", sdp("0")).replace(";tag=t1", ";tag=t2"));
    assertThat(phone.receive()).startsWith("ACK").contains(";tag=t2");
    String bye = phone.receive();
    assertThat(bye).startsWith("BYE").contains(";tag=t2");
    phone.send(reply(bye, "200 OK", "", ""));
    assertThat(channel.isUp()).isTrue();
  }

  @Test
  void anAnswerAfterARefusalIsAcknowledgedAndEnded() {
    called();
    String invite = receive("INVITE");
    phone.send(reply(invite, "486 Busy Here", "", ""));
    assertThat(phone.receive()).startsWith("ACK").contains(";tag=t1");
    awaitNoCalls();
    phone.send(reply(invite, "200 OK", "", sdp("0")).replace(";tag=t1", ";tag=t2"));
    assertThat(phone.receive()).startsWith("ACK").contains(";tag=t2");
    assertThat(phone.receive()).startsWith("BYE").contains(";tag=t2");
  }

  @Test
  void anAnswerOfNoTransactionIsAcknowledgedAndEnded() {
    called();
    String invite = receive("INVITE");
    phone.send(reply(invite, "486 Busy Here", "", ""));
    assertThat(phone.receive()).startsWith("ACK");
    awaitNoCalls();
    String stray =
        reply(invite, "200 OK", "", sdp("0")).replaceFirst("branch=z9hG4bK", "branch=z9hG4bKgone");
    phone.send(stray);
    assertThat(phone.receive()).startsWith("ACK");
    assertThat(phone.receive()).startsWith("BYE");
  }

  @Test
  void aRedirectionIsFollowedWhereThePeerMayRedirectAnywhere() {
    trunk("promiscredir", "yes");
    Channel channel = ready("trunk");
    channel.leg().call();
    try (RawPhone elsewhere = new RawPhone(driver.port(), "new")) {
      String invite = receive("INVITE");
      String moved = "Contact: <sip:77@127.0.0.1:" + elsewhere.port() + "?X=1>\r\n";
      phone.send(
          reply(invite, "302 Moved Temporarily", "", "").replaceFirst("Contact: .*\r\n", moved));
      assertThat(receive("ACK")).contains("CSeq: 1 ACK");
      String again = elsewhere.receive();
      assertThat(again)
          .startsWith("INVITE sip:77@127.0.0.1:" + elsewhere.port() + " SIP/2.0")
          .contains("CSeq: 2 INVITE");
      assertThat(RawPhone.headers(again, "Call-ID")).isEqualTo(RawPhone.headers(invite, "Call-ID"));
      elsewhere.send(reply(again, "486 Busy Here", "", ""));
      awaitNoCalls();
      assertThat(channel.hangupCause()).isEqualTo(HangupCause.USER_BUSY);
    }
  }

  @Test
  void aRedirectionThatMayNotBeFollowedEndsTheCall() {
    called();
    phone.send(reply(receive("INVITE"), "302 Moved Temporarily", "", ""));
    awaitNoCalls();
  }

  @Test
  void aPeerMayBeCalledWithAPaceOfItsOwn() {
    driver.table.set("bob", "timert1", "10");
    register();
    Channel channel = ready("bob");
    channel.leg().call();
    String first = phone.receive();
    assertThat(first).startsWith("INVITE");
    assertThat(Stream.generate(phone::receive).limit(5)).containsOnly(first);
    await().until(() -> channel.hangupCause() == HangupCause.NO_USER_RESPONSE);
    assertThat(driver.console("sip show peer bob load"))
        .contains("  Timer T1     : 10\n  Timer B      : 640\n");
  }
}
