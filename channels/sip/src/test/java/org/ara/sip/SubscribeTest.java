package org.ara.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.ara.pbx.Channel;
import org.ara.pbx.HangupCause;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SubscribeTest extends CallFixture {

  private RawPhone desk;

  @BeforeEach
  void plugIn() {
    desk = new RawPhone(driver.port(), "ann");
    driver.table.insert("name", "ann", "secret", "t0p", "host", "dynamic", "regseconds", "0");
    driver.table.set("bob", "ipaddr", "127.0.0.1");
    driver.table.set("bob", "port", Integer.toString(phone.port()));
    driver.table.set("bob", "regseconds", "9999999999");
  }

  @AfterEach
  void unplug() {
    desk.close();
  }

  private String subscribe(String number, String event, int seconds, String extra) {
    String headers =
        desk.contact() + "Event: " + event + "\r\nExpires: " + seconds + "\r\n" + extra;
    return desk.authenticated("SUBSCRIBE", number + "@127.0.0.1", "t0p", headers, "");
  }

  private String notified() {
    String notify = desk.receive();
    while (!notify.startsWith("NOTIFY")) {
      notify = desk.receive();
    }
    desk.send(reply(notify, "200 OK", "", ""));
    return notify;
  }

  /** The first NOTIFY that tells of a state; until then others may be told for a moment. */
  private String notifiedOf(String state) {
    String notify = notified();
    while (!notify.contains("<state>" + state + "</state>")) {
      notify = notified();
    }
    return notify;
  }

  @Test
  void aPhoneThatWatchesANumberIsToldWhatItsPhoneDoes() {
    String answer = subscribe("100", "dialog", 600, "Accept: application/dialog-info+xml\r\n");
    assertThat(answer).startsWith("SIP/2.0 200").contains("Expires: 600");
    assertThat(notified())
        .contains("Event: dialog\r\n", "Subscription-State: active;expires=")
        .contains("<state>terminated</state>", "version=\"0\"");
    assertThat(driver.console("sip show subscriptions"))
        .contains("100@default", "Idle", "dialog-info+xml", "1 active SIP subscription");

    Channel channel = ready("bob");
    channel.leg().call();
    assertThat(notifiedOf("early")).contains("Subscription-State: active;expires=");
    channel.hangUp(HangupCause.NORMAL_CLEARING);
    assertThat(notifiedOf("terminated")).contains("Subscription-State: active;expires=");

    String to = RawPhone.headers(answer, "To").getFirst();
    desk.send(
        desk.request(
            "SUBSCRIBE",
            "100@127.0.0.1",
            to,
            50,
            desk.contact() + "Event: dialog\r\nExpires: 0\r\n",
            ""));
    assertThat(notified()).contains("Subscription-State: terminated;reason=timeout");
    await()
        .until(
            () -> driver.console("sip show subscriptions").contains("0 active SIP subscriptions"));
  }

  @Test
  void numbersMayBeWatchedInAContextOfTheirOwnOrNotAtAll() {
    driver.table.set("ann", "context", "elsewhere");
    assertThat(subscribe("100", "dialog", 600, "")).startsWith("SIP/2.0 404");
    driver.table.set("ann", "subscribecontext", "default");
    driver.table.set("ann", "allowsubscribe", "no");
    assertThat(subscribe("100", "dialog", 600, "")).startsWith("SIP/2.0 403");
    driver.table.set("ann", "allowsubscribe", "yes");
    assertThat(subscribe("100", "dialog", 600, "")).startsWith("SIP/2.0 200");
  }

  private String receive(String start) {
    String message = phone.receive();
    while (!message.startsWith(start)) {
      message = phone.receive();
    }
    return message;
  }

  /** A request of the phone that was called. */
  private String back(String invite, String method, String branch, String body) {
    return method
        + " sip:100@127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:"
        + phone.port()
        + ";branch="
        + branch
        + "\r\nFrom: "
        + RawPhone.headers(invite, "To").getFirst()
        + ";tag=t1\r\nTo: "
        + RawPhone.headers(invite, "From").getFirst()
        + "\r\nCall-ID: "
        + RawPhone.headers(invite, "Call-ID").getFirst()
        + "\r\nMax-Forwards: 70\r\nCSeq: 1 "
        + method
        + "\r\n"
        + phone.contact()
        + (body.isEmpty() ? "" : "Content-Type: application/sdp\r\n")
        + "Content-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  @Test
  void ringingAndHoldAreToldWhereTheyAreWanted() throws Exception {
    driver.write("notifyringing=no\nnotifyhold=yes\n", "");
    driver.reload();
    assertThat(subscribe("100", "dialog", 600, "")).startsWith("SIP/2.0 200");
    assertThat(notified()).contains("<state>terminated</state>");
    Channel channel = ready("bob");
    channel.leg().call();
    String invite = receive("INVITE");
    phone.send(reply(invite, "200 OK", "", sdp("0")));
    assertThat(receive("ACK")).startsWith("ACK");
    // Nobody was told that it rang.
    assertThat(notified()).contains("<state>confirmed</state>").doesNotContain("rendering");
    phone.send(back(invite, "INVITE", "z9hG4bKhold", sdp("0") + "a=sendonly\r\n"));
    assertThat(receive("SIP/2.0 200")).contains("CSeq: 1 INVITE");
    phone.send(back(invite, "ACK", "z9hG4bKheld", ""));
    assertThat(notified())
        .contains("<state>confirmed</state>", "pname=\"+sip.rendering\" pvalue=\"no\"");
    channel.hangUp(HangupCause.NORMAL_CLEARING);
  }

  @Test
  void howLongANumberMayBeWatchedIsBounded() throws Exception {
    driver.write("subminexpiry=100\nsubmaxexpiry=200\n", "");
    driver.reload();
    assertThat(subscribe("100", "dialog", 90, ""))
        .startsWith("SIP/2.0 423")
        .contains("Min-Expires: 100");
    assertThat(subscribe("100", "dialog", 900, ""))
        .startsWith("SIP/2.0 200")
        .contains("Expires: 200");
  }

  @Test
  void presenceOfAPhoneThatIsNotRegisteredIsClosed() {
    driver.table.set("bob", "regseconds", "1");
    assertThat(subscribe("100", "presence", 600, "")).startsWith("SIP/2.0 200");
    assertThat(notified())
        .contains("Content-Type: application/pidf+xml")
        .contains("<basic>closed</basic>");
  }

  @Test
  void whatCannotBeWatchedIsRefusedWithTheReason() {
    assertThat(subscribe("999", "dialog", 600, "")).startsWith("SIP/2.0 404");
    assertThat(subscribe("100", "weather", 600, ""))
        .startsWith("SIP/2.0 489")
        .contains("Allow-Events: presence, dialog");
    assertThat(subscribe("100", "dialog", 600, "Accept: text/html\r\n")).startsWith("SIP/2.0 406");
    assertThat(subscribe("100", "dialog", 5, ""))
        .startsWith("SIP/2.0 423")
        .contains("Min-Expires: 60");
    String outside = desk.request("SUBSCRIBE", "100@127.0.0.1", "<sip:100@x>;tag=z", 90, "", "");
    desk.send(outside);
    assertThat(desk.answer()).startsWith("SIP/2.0 481");
  }
}
