package org.ara.sip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** NOTIFY requests that an operator sends. */
class NotifyTest extends CallFixture {

  @BeforeEach
  void writeTypes() {
    driver.file(
        "sip_notify.conf",
        """
        [check]
        Event=check-sync;reboot=false
        Content-Length=0
        [mwi]
        Event=message-summary
        Content-Type=application/simple-message-summary
        Content=Messages-Waiting: no
        Content=Voice-Message: 0/0
        [forged]
        Event=x
        From=<sip:boss@x>
        [nothing]
        Subscription-State=active
        """);
  }

  private String notified() {
    String notify = phone.receive();
    while (!notify.startsWith("NOTIFY")) {
      notify = phone.receive();
    }
    phone.send(reply(notify, "200 OK", "", ""));
    return notify;
  }

  @Test
  void aPhoneIsSentWhatASectionSays() {
    register();
    assertThat(driver.console("sip notify check bob"))
        .isEqualTo("Sending NOTIFY of type 'check' to 'bob'\n");
    assertThat(notified())
        .startsWith("NOTIFY sip:bob@127.0.0.1:" + phone.port())
        .contains("Event: check-sync;reboot=false\r\n", "Subscription-State: terminated\r\n")
        .contains("Content-Length: 0\r\n");
    driver.console("sip notify mwi bob");
    assertThat(notified())
        .contains("Content-Type: application/simple-message-summary\r\n")
        .endsWith("\r\n\r\nMessages-Waiting: no\r\nVoice-Message: 0/0\r\n");
  }

  @Test
  void whatCannotBeSentIsSaid() {
    assertThat(driver.console("sip notify check bob"))
        .startsWith("FAILURE")
        .contains("Not sent to 'bob': peer 'bob' is not registered");
    register();
    assertThat(driver.console("sip notify what bob"))
        .startsWith("FAILURE")
        .contains("Unable to find notify type 'what' in sip_notify.conf");
    assertThat(driver.console("sip notify forged bob"))
        .startsWith("FAILURE")
        .contains("[forged]: 'From' is no header that may be set");
    assertThat(driver.console("sip notify nothing bob")).contains("there is no Event");
    assertThat(driver.console("sip notify check")).startsWith("USAGE");
    assertThat(driver.console("sip notify check bob nobody"))
        .startsWith("FAILURE")
        .contains("Sending NOTIFY of type 'check' to 'bob'", "Not sent to 'nobody'");
  }
}
