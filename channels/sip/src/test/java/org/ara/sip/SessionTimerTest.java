package org.ara.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ara.pbx.CallEvent;
import org.ara.pbx.Channel;
import org.ara.pbx.Signal;
import org.junit.jupiter.api.Test;

class SessionTimerTest extends CallFixture {

  private static final String KNOWN = "Supported: timer\r\n";

  private String invite(String headers) {
    String extra = phone.contact() + headers;
    return phone.authenticated("INVITE", "600@127.0.0.1", "s3cret", extra, sdp("0"));
  }

  @Test
  void aTimeThatIsAskedForIsKeptAndTheCallerRefreshesWhereItSaysSo() {
    assertThat(invite(KNOWN + "Session-Expires: 1200;refresher=uac\r\n"))
        .startsWith("SIP/2.0 200")
        .contains("Session-Expires: 1200;refresher=uac", "Require: timer");
  }

  @Test
  void aTimeThatIsTooShortIsRefused() {
    assertThat(invite(KNOWN + "Session-Expires: 60\r\n"))
        .startsWith("SIP/2.0 422")
        .contains("Min-SE: 90");
  }

  @Test
  void whoAsksForNothingGetsNothingUnlessThePeerIsSetToOriginate() {
    assertThat(invite(KNOWN)).startsWith("SIP/2.0 200").doesNotContain("Session-Expires");
    driver.table.set("bob", "session-timers", "originate");
    driver.table.set("bob", "session-expires", "600");
    try (RawPhone plain = new RawPhone(driver.port(), "bob")) {
      assertThat(
              plain.authenticated("INVITE", "600@127.0.0.1", "s3cret", plain.contact(), sdp("0")))
          .startsWith("SIP/2.0 200")
          .contains("Session-Expires: 600;refresher=uas")
          .doesNotContain("Require: timer");
    }
  }

  @Test
  void nothingIsKeptWhereItIsRefused() {
    driver.table.set("bob", "session-timers", "refuse");
    assertThat(invite(KNOWN + "Session-Expires: 1200\r\n"))
        .startsWith("SIP/2.0 200")
        .doesNotContain("Session-Expires");
  }

  @Test
  void anUpdateRefreshesTheSessionAndMayHoldTheCall() {
    String answer = invite(KNOWN + "Session-Expires: 1200;refresher=uac\r\n");
    phone.send(phone.ack("600@127.0.0.1", answer));
    await().until(() -> driver.console("sip show channels").contains("Rx: ACK"));
    String update = inDialog("UPDATE", answer, 10, "");
    phone.send(
        update.replace(
            "Content-Length", KNOWN + "Session-Expires: 300;refresher=uac\r\nContent-Length"));
    assertThat(phone.answer())
        .startsWith("SIP/2.0 200")
        .contains("Session-Expires: 300;refresher=uac")
        .doesNotContain("m=audio");
    List<CallEvent> events = new CopyOnWriteArrayList<>();
    driver.exchange.pbx().watch(events::add);
    phone.send(inDialog("UPDATE", answer, 11, sdp("0") + "a=sendonly\r\n"));
    assertThat(phone.answer()).startsWith("SIP/2.0 200").contains("a=recvonly");
    await().until(() -> driver.exchange.heard.contains(new Signal.Held()));
    assertThat(events).anyMatch(CallEvent.Held.class::isInstance);
  }

  @Test
  void ourTooShortTimeIsMadeLonger() {
    register();
    driver.table.set("bob", "session-timers", "originate");
    driver.table.set("bob", "session-expires", "120");
    Channel channel = ready("bob");
    channel.leg().call();
    String invite = phone.receive();
    assertThat(invite).contains("Session-Expires: 120;refresher=uas", "Min-SE: 90", "timer");
    phone.send(reply(invite, "422 Session Interval Too Small", "Min-SE: 600\r\n", ""));
    assertThat(phone.receive()).startsWith("ACK");
    String longer = phone.receive();
    assertThat(longer)
        .startsWith("INVITE")
        .contains("Session-Expires: 600;", "Min-SE: 600", "CSeq: 2 INVITE");
    phone.send(reply(longer, "200 OK", "Session-Expires: 600;refresher=uas\r\n", sdp("0")));
    assertThat(phone.receive()).startsWith("ACK");
    await().until(channel::isUp);
  }
}
