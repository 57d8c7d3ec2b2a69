package org.ara.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.TimeUnit;
import org.ara.pbx.Channel;
import org.ara.pbx.ChannelDriver.Requested;
import org.ara.pbx.HangupCause;
import org.ara.pbx.device.DeviceState;
import org.junit.jupiter.api.Test;

class LimitsTest extends CallFixture {

  private DeviceState state() {
    return driver.exchange.pbx().driver("SIP").orElseThrow().state("bob");
  }

  private String inUse() {
    return driver
        .console("sip show inuse all")
        .lines()
        .filter(line -> line.startsWith("bob"))
        .findFirst()
        .orElse("");
  }

  private void limit(int calls) {
    driver.table.set("bob", "call-limit", Integer.toString(calls));
    driver.table.set("bob", "ipaddr", "127.0.0.1");
    driver.table.set("bob", "port", Integer.toString(phone.port()));
    driver.table.set("bob", "regseconds", "9999999999");
  }

  private String receive(String start) {
    return receive(start, "");
  }

  /** The next such message of a call; whatever else comes is repeated. */
  private String receive(String start, String callId) {
    while (true) {
      String message = phone.receive();
      if (message.startsWith("BYE")) {
        phone.send(reply(message, "200 OK", "", ""));
      }
      if (message.startsWith(start) && message.contains(callId)) {
        return message;
      }
    }
  }

  @Test
  void aCallAboveTheLimitIsRefusedBothWaysAndACallLessIsTakenAgain() {
    limit(1);
    assertThat(state()).isEqualTo(DeviceState.NOT_INUSE);
    String answer = invite("600", sdp("0"));
    phone.send(phone.ack("600@127.0.0.1", answer));
    assertThat(state()).isEqualTo(DeviceState.BUSY);
    assertThat(inUse()).contains("1/0/0", " 1 ");

    try (RawPhone second = new RawPhone(driver.port(), "bob")) {
      String target = "600@127.0.0.1";
      assertThat(second.authenticated("INVITE", target, "s3cret", second.contact(), sdp("0")))
          .startsWith("SIP/2.0 480 Temporarily Unavailable (Call limit)");
      assertThat(dial("bob"))
          .isInstanceOfSatisfying(
              Requested.Refused.class,
              refused -> assertThat(refused.cause()).isEqualTo(HangupCause.USER_BUSY));

      phone.send(inDialog("BYE", answer, 10, ""));
      await().until(() -> inUse().isEmpty());
      assertThat(second.authenticated("INVITE", target, "s3cret", second.contact(), sdp("0")))
          .startsWith("SIP/2.0 200");
    }
  }

  @Test
  void whatAPhoneIsDoingShows() {
    limit(0);
    driver.table.set("bob", "busylevel", "2");
    Channel channel = ready("bob");
    channel.leg().call();
    String invite = receive("INVITE");
    assertThat(state()).isEqualTo(DeviceState.RINGING);
    phone.send(reply(invite, "200 OK", "", sdp("0")));
    String ack = receive("ACK");
    await().until(() -> state() == DeviceState.INUSE);

    String to = RawPhone.headers(ack, "From").getFirst();
    String hold =
        phone.request("INVITE", "x@127.0.0.1", to, 5, phone.contact(), sdp("0") + "a=sendonly\r\n");
    hold =
        hold.replaceFirst(
            "From: .*\r\n", "From: " + RawPhone.headers(ack, "To").getFirst() + "\r\n");
    hold =
        hold.replaceFirst(
            "Call-ID: .*\r\n", "Call-ID: " + RawPhone.headers(ack, "Call-ID").getFirst() + "\r\n");
    phone.send(hold);
    await().until(() -> state() == DeviceState.ONHOLD);

    Channel second = ready("bob");
    second.leg().call();
    assertThat(state()).isEqualTo(DeviceState.RINGINUSE);
    second.hangUp(HangupCause.NORMAL_CLEARING);
    channel.hangUp(HangupCause.NORMAL_CLEARING);
    await().until(() -> state() == DeviceState.NOT_INUSE);
    driver.table.set("bob", "regseconds", "1");
    assertThat(state()).isEqualTo(DeviceState.UNAVAILABLE);
    assertThat(driver.exchange.pbx().driver("SIP").orElseThrow().state("nobody"))
        .isEqualTo(DeviceState.INVALID);
  }

  @Test
  void noCallLeavesItsPlaceTakenHoweverItEnds() {
    limit(3);
    for (int i = 0; i < 600; i++) {
      Channel channel = ready("bob");
      channel.leg().call();
      String invite = receive("INVITE");
      switch (i % 6) {
        case 0 -> phone.send(reply(invite, "486 Busy Here", "", ""));
        case 1 -> {
          phone.send(reply(invite, "200 OK", "", sdp("0")));
          String callId = RawPhone.headers(receive("ACK"), "Call-ID").getFirst();
          channel.hangUp(HangupCause.NORMAL_CLEARING);
          assertThat(receive("BYE", callId)).isNotEmpty();
        }
        case 2 -> {
          channel.hangUp(HangupCause.NORMAL_CLEARING);
          phone.send(reply(invite, "487 Request Terminated", "", ""));
        }
        case 3 -> phone.send(reply(invite, "200 OK", "", sdp("18")));
        case 4 -> {
          phone.send(reply(invite, "180 Ringing", "", ""));
          channel.hangUp(HangupCause.NORMAL_CLEARING);
          String callId = RawPhone.headers(invite, "Call-ID").getFirst();
          phone.send(reply(receive("CANCEL", callId), "200 OK", "", ""));
          phone.send(reply(invite, "487 Request Terminated", "", ""));
        }
        default -> phone.send(reply(invite, "302 Moved", "", ""));
      }
      await().pollInterval(1, TimeUnit.MILLISECONDS).until(() -> inUse().isEmpty());
    }
  }
}
