package org.ara.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.DatagramPacket;
import java.util.concurrent.TimeUnit;
import org.ara.pbx.Channel;
import org.ara.pbx.HangupCause;
import org.junit.jupiter.api.Test;

/** Provisional responses that must arrive, both ways, and calls without media. */
class ReliableTest extends CallFixture {

  private String prack(String ringing, int number, String rseq, int cseq) {
    return inDialog("PRACK", ringing, number, "")
        .replace("Content-Length", "RAck: " + rseq + " " + cseq + " INVITE\r\nContent-Length");
  }

  @Test
  void aRingingThatMustArriveIsRepeatedUntilItsPrack() {
    String extra = phone.contact() + "Require: 100rel\r\n";
    String ringing = phone.authenticated("INVITE", "700@127.0.0.1", "s3cret", extra, sdp("0"));
    assertThat(ringing).startsWith("SIP/2.0 180").contains("Require: 100rel", "RSeq: ");
    int invite = phone.sequence();
    assertThat(phone.answer()).as("repeated").isEqualTo(ringing);
    String rseq = RawPhone.headers(ringing, "RSeq").getFirst();
    phone.send(prack(ringing, 10, "999999", invite));
    assertThat(answerTo("10 PRACK")).startsWith("SIP/2.0 481");
    phone.send(prack(ringing, 11, rseq, invite));
    assertThat(answerTo("11 PRACK")).startsWith("SIP/2.0 200");
    phone.send(inDialog("BYE", ringing, 12, ""));
    assertThat(answerTo("12 BYE")).startsWith("SIP/2.0 200");
    await().until(() -> driver.exchange.pbx().channels().isEmpty());
  }

  private String answerTo(String sequence) {
    String answer = phone.answer();
    while (!answer.contains("CSeq: " + sequence)) {
      answer = phone.answer();
    }
    return answer;
  }

  @Test
  void aResponseThatMustArriveIsAcknowledgedOnceAndLaterNumbersGoOn() {
    register();
    Channel channel = ready("bob");
    channel.leg().call();
    String invite = phone.receive();
    assertThat(RawPhone.headers(invite, "Supported").getFirst()).contains("100rel");
    String early = "Require: 100rel\r\nRSeq: 7\r\n";
    phone.send(reply(invite, "183 Session Progress", early, sdp("0")));
    String prack = phone.receive();
    assertThat(prack).startsWith("PRACK ").contains("RAck: 7 1 INVITE", ";tag=t1", "CSeq: 2 PRACK");
    phone.send(reply(prack, "200 OK", "", ""));
    phone.send(reply(invite, "183 Session Progress", early, sdp("0")));
    phone.send(reply(invite, "200 OK", "", ""));
    assertThat(phone.receive()).as("the repetition wants no PRACK").startsWith("ACK ");
    await().until(channel::isUp);
    channel.hangUp(HangupCause.NORMAL_CLEARING);
    String bye = phone.receive();
    assertThat(bye).startsWith("BYE ").contains("CSeq: 3 BYE");
    phone.send(reply(bye, "200 OK", "", ""));
  }

  @Test
  void aCallWithoutMediaEnds() {
    driver.table.set("bob", "rtptimeout", "1");
    String answer = invite("600", sdp("0"));
    phone.send(phone.ack("600@127.0.0.1", answer));
    String bye = phone.answer();
    while (!bye.startsWith("BYE")) {
      bye = phone.answer();
    }
    phone.send(reply(bye, "200 OK", "", ""));
    await().until(() -> driver.exchange.pbx().channels().isEmpty());
  }

  @Test
  void theWayOfTheMediaIsKeptOpen() throws Exception {
    driver.table.set("bob", "rtpkeepalive", "1");
    String answer = invite("600", sdp("0"));
    phone.send(phone.ack("600@127.0.0.1", answer));
    DatagramPacket packet = new DatagramPacket(new byte[500], 500);
    media.receive(packet);
    assertThat(packet.getData()[1] & 0x7f).isEqualTo(13);
    await()
        .atMost(10, TimeUnit.SECONDS)
        .until(() -> driver.console("sip show channels").contains("1 active"));
  }
}
