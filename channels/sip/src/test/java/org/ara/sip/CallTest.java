package org.ara.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.util.List;
import org.ara.pbx.Channel;
import org.ara.pbx.ChannelDriver.Requested;
import org.ara.pbx.HangupCause;
import org.ara.pbx.Signal;
import org.junit.jupiter.api.Test;

class CallTest extends CallFixture {

  @Test
  void aCallIsAnsweredEchoedHeldAndEnded() throws IOException {
    String answer = invite("600", sdp("8 0"));
    assertThat(answer).startsWith("SIP/2.0 200 OK").contains("m=audio", "PCMA");
    assertThat(phone.answer()).as("repeated until acknowledged").startsWith("SIP/2.0 200 OK");
    phone.send(phone.ack("600@127.0.0.1", answer));
    await().until(() -> driver.exchange.heard.contains(new Signal.Answered()) || media.isBound());

    byte[] packet = new byte[172];
    packet[0] = (byte) 0x80;
    packet[1] = 8;
    packet[20] = 77;
    media.send(
        new DatagramPacket(packet, 172, InetAddress.getLoopbackAddress(), mediaPort(answer)));
    DatagramPacket back = new DatagramPacket(new byte[500], 500);
    media.receive(back);
    assertThat(back.getLength()).isEqualTo(172);
    assertThat(back.getData()[20]).isEqualTo((byte) 77);
    assertThat(driver.console("sip show channels"))
        .contains(
            "(alaw)           No       Rx: ACK                    bob", "1 active SIP dialog");

    phone.send(inDialog("INVITE", answer, 10, sdp("8") + "a=sendonly\r\n"));
    String held = phone.answer();
    assertThat(held).startsWith("SIP/2.0 200").contains("a=recvonly");
    phone.send(
        phone.request("ACK", "600@127.0.0.1", RawPhone.headers(held, "To").getFirst(), 10, "", ""));
    await().until(() -> driver.exchange.heard.contains(new Signal.Held()));

    phone.send(inDialog("BYE", answer, 11, ""));
    assertThat(phone.answer()).startsWith("SIP/2.0 200");
    await().until(() -> driver.exchange.pbx().channels().isEmpty());
    phone.send(inDialog("BYE", answer, 12, ""));
    assertThat(phone.answer()).startsWith("SIP/2.0 481");
  }

  @Test
  void anOfferInTheAnswerIsAnsweredInTheAck() {
    String answer = invite("600", "");
    assertThat(answer).startsWith("SIP/2.0 200").contains("m=audio", "RTP/AVP 0 8 101");
    String to = RawPhone.headers(answer, "To").getFirst();
    phone.send(phone.request("ACK", "600@127.0.0.1", to, phone.sequence(), "", sdp("0")));

    await().until(() -> driver.console("sip show channels").contains("(ulaw)"));
  }

  @Test
  void aCallThatRingsCanBeCancelled() {
    String ringing = invite("700", sdp("0"));
    assertThat(ringing).startsWith("SIP/2.0 180 Ringing");
    String via =
        RawPhone.headers(ringing, "Via").getFirst().replaceAll(";(received|rport)=[^;]*", "");
    String cancel =
        phone
            .request("CANCEL", "700@127.0.0.1", "<sip:700@127.0.0.1>", phone.sequence(), "", "")
            .replaceFirst("Via: .*\r\n", "Via: " + via + "\r\n");
    phone.send(cancel);

    List<String> answers = List.of(phone.answer(), phone.answer());
    assertThat(answers).anyMatch(a -> a.startsWith("SIP/2.0 487"));
    assertThat(answers).anyMatch(a -> a.startsWith("SIP/2.0 200") && a.contains("CANCEL"));
    await().until(() -> driver.exchange.pbx().channels().isEmpty());
  }

  @Test
  void aCallThatRingsCanBeEndedByABye() {
    String ringing = invite("700", sdp("0"));
    assertThat(ringing).startsWith("SIP/2.0 180 Ringing");

    phone.send(inDialog("BYE", ringing, 10, ""));

    List<String> answers = List.of(phone.answer(), phone.answer());
    assertThat(answers).anyMatch(a -> a.startsWith("SIP/2.0 487"));
    assertThat(answers).anyMatch(a -> a.startsWith("SIP/2.0 200") && a.contains("BYE"));
    await().until(() -> driver.exchange.pbx().channels().isEmpty());
  }

  @Test
  void aCallThatCannotBeIsRefusedWithTheReason() {
    assertThat(invite("555", sdp("0"))).startsWith("SIP/2.0 404");
    assertThat(invite("7", sdp("0"))).startsWith("SIP/2.0 484");
    assertThat(invite("600", sdp("18"))).startsWith("SIP/2.0 488");
    assertThat(invite("600", "this is no description")).startsWith("SIP/2.0 400");
    driver.table.goAway(true);
    phone.send(phone.request("INVITE", "600@127.0.0.1", phone.contact(), sdp("0")));
    assertThat(phone.answer()).startsWith("SIP/2.0 503").contains("Retry-After");
    assertThat(driver.exchange.pbx().channels()).isEmpty();
  }

  @Test
  void strangersMayNotCall() {
    try (RawPhone stranger = new RawPhone(driver.port(), "stranger")) {
      String answer =
          stranger.authenticated("INVITE", "600@127.0.0.1", "x", stranger.contact(), sdp("0"));
      assertThat(answer).startsWith("SIP/2.0 403");
    }
  }

  @Test
  void whatWeCannotDoIsSaid() {
    phone.send(phone.request("OPTIONS", "127.0.0.1", "", ""));
    assertThat(phone.answer()).startsWith("SIP/2.0 200").contains("Allow: ");
    phone.send(phone.request("OPTIONS", "127.0.0.1", "Require: magic\r\n", ""));
    assertThat(phone.answer()).startsWith("SIP/2.0 420").contains("Unsupported: magic");
    phone.send(phone.request("DANCE", "127.0.0.1", "", ""));
    assertThat(phone.answer()).startsWith("SIP/2.0 501");
    phone.send("nonsense\r\n\r\n");
    phone.send(phone.request("BYE", "127.0.0.1", "", ""));
    assertThat(phone.answer()).startsWith("SIP/2.0 481");
  }

  @Test
  void aRegisteredPhoneIsCalledAndAnswers() {
    register();
    Channel channel = ready("bob");
    channel.leg().call();
    String invite = phone.receive();
    assertThat(invite)
        .startsWith("INVITE sip:bob@127.0.0.1:" + phone.port() + ";ob SIP/2.0")
        .contains("From: \"Ann\" <sip:100@127.0.0.1", "m=audio", "RTP/AVP 0 101");

    phone.send(reply(invite, "180 Ringing", "", ""));
    await().until(() -> channel.state().label().equals("Ringing"));
    phone.send(reply(invite, "200 OK", "", sdp("0")));
    assertThat(phone.receive()).startsWith("ACK ");
    await().until(channel::isUp);
    phone.send(reply(invite, "200 OK", "", sdp("0")));
    assertThat(phone.receive()).as("a repeated answer").startsWith("ACK ");

    channel.hangUp(HangupCause.NORMAL_CLEARING);
    String bye = phone.receive();
    assertThat(bye).startsWith("BYE ").contains("Reason: Q.850;cause=16");
    phone.send(reply(bye, "200 OK", "", ""));
    await().until(() -> driver.exchange.pbx().channels().isEmpty());
  }

  @Test
  void aCallThatIsGivenUpIsCancelledAndALateAnswerEnded() {
    register();
    Channel channel = ready("bob/77");
    channel.leg().call();
    String invite = phone.receive();
    assertThat(invite).startsWith("INVITE sip:77@127.0.0.1:" + phone.port());
    phone.send(reply(invite, "180 Ringing", "", ""));
    await().until(() -> channel.state().label().equals("Ringing"));
    channel.hangUp(HangupCause.NORMAL_CLEARING);
    String cancel = phone.receive();
    assertThat(cancel).startsWith("CANCEL ");
    phone.send(reply(cancel, "200 OK", "", ""));

    phone.send(reply(invite, "200 OK", "", sdp("0")));

    assertThat(phone.receive()).startsWith("ACK ");
    assertThat(phone.receive()).startsWith("BYE ");
  }

  @Test
  void aBusyPhoneIsBusy() {
    register();
    Channel channel = ready("bob");
    channel.leg().call();
    String invite = phone.receive();
    phone.send(reply(invite, "486 Busy Here", "", ""));
    assertThat(phone.receive()).startsWith("ACK ");
    await().until(() -> channel.hangupCause() == HangupCause.USER_BUSY);
  }

  @Test
  void whoCannotBeCalledIsRefusedAtOnce() {
    assertThat(dial("bob"))
        .extracting(r -> ((Requested.Refused) r).cause())
        .isEqualTo(HangupCause.SUBSCRIBER_ABSENT);
    assertThat(dial("12345"))
        .extracting(r -> ((Requested.Refused) r).cause())
        .isEqualTo(HangupCause.NO_ROUTE_DESTINATION);
    driver.table.goAway(true);
    assertThat(dial("bob"))
        .extracting(r -> ((Requested.Refused) r).cause())
        .isEqualTo(HangupCause.TEMPORARY_FAILURE);
  }
}
