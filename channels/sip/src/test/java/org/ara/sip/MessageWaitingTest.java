package org.ara.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.ara.module.ModuleException;
import org.ara.pbx.mailbox.MessageCount;
import org.junit.jupiter.api.Test;

/** Phones that are told of messages: without asking, and because they asked. */
class MessageWaitingTest extends CallFixture {

  private String notified() {
    String notify = phone.receive();
    while (!notify.startsWith("NOTIFY")) {
      notify = phone.receive();
    }
    phone.send(reply(notify, "200 OK", "", ""));
    return notify;
  }

  @Test
  void aRowIsToldWhenItRegistersAndWhenItsMessagesChange() {
    driver.mailboxes.tell("11@office", new MessageCount(2, 8));
    driver.table.set("bob", "mailbox", "11@office,12");
    driver.table.set("bob", "vmexten", "*97");
    register();
    assertThat(notified())
        .startsWith("NOTIFY sip:bob@127.0.0.1:" + phone.port())
        .contains("Event: message-summary\r\n", "Subscription-State: terminated\r\n")
        .contains("Content-Type: application/simple-message-summary\r\n")
        .contains("Messages-Waiting: yes\r\n", "Voice-Message: 2/8 (0/0)\r\n")
        .contains("Message-Account: sip:*97@127.0.0.1:" + driver.port() + "\r\n");
    driver.mailboxes.tell("12", new MessageCount(1, 0));
    assertThat(notified()).contains("Voice-Message: 3/8 (0/0)\r\n");
    driver.table.set("bob", "buggymwi", "yes");
    driver.mailboxes.tell("11@office", MessageCount.NONE);
    assertThat(notified()).contains("Voice-Message: 1/0\r\n");
    driver.mailboxes.forget("12");
    assertThat(notified()).contains("Messages-Waiting: no\r\n", "Voice-Message: 0/0\r\n");
  }

  @Test
  void whoRegistersAgainFromTheSamePlaceIsNotToldTheSameAgain() {
    driver.table.set("bob", "hasvoicemail", "yes");
    register();
    assertThat(notified()).contains("Voice-Message: 0/0 (0/0)\r\n");
    register();
    driver.mailboxes.tell("bob", new MessageCount(1, 0));
    assertThat(notified()).contains("Voice-Message: 1/0 (0/0)\r\n");
  }

  @Test
  void whoIsNotRegisteredAnyMoreIsNotTold() {
    driver.table.set("bob", "mailbox", "11");
    register();
    assertThat(notified()).contains("Messages-Waiting: no");
    String gone = phone.contact() + "Expires: 0\r\n";
    assertThat(phone.authenticated("REGISTER", "127.0.0.1", "s3cret", gone, ""))
        .startsWith("SIP/2.0 200");
    driver.mailboxes.tell("11", new MessageCount(1, 0));
    driver.mailboxes.tell("11", new MessageCount(2, 0));
    register();
    assertThat(notified()).contains("Voice-Message: 2/0 (0/0)\r\n");
  }

  private String subscribe(int seconds, String extra) {
    String headers =
        phone.contact() + "Event: message-summary\r\nExpires: " + seconds + "\r\n" + extra;
    return phone.authenticated("SUBSCRIBE", "bob@127.0.0.1", "s3cret", headers, "");
  }

  @Test
  void whoSubscribedIsToldWithinTheSubscriptionAndOnlyThere() {
    driver.table.set("bob", "mailbox", "11");
    driver.table.set("bob", "subscribemwi", "yes");
    register();
    assertThat(subscribe(600, "Accept: application/simple-message-summary\r\n"))
        .startsWith("SIP/2.0 200");
    assertThat(notified())
        .contains("Subscription-State: active;expires=", "Messages-Waiting: no\r\n");
    driver.table.set("bob", "subscribemwi", "no");
    register();
    driver.mailboxes.tell("11", new MessageCount(1, 2));
    assertThat(notified())
        .contains("Subscription-State: active;expires=", "Voice-Message: 1/2 (0/0)\r\n");
    driver.mailboxes.tell("11", new MessageCount(0, 3));
    assertThat(notified())
        .contains("Subscription-State: active;expires=", "Voice-Message: 0/3 (0/0)\r\n");
    assertThat(driver.console("sip show subscriptions"))
        .contains("0/3", "simple-message", "11@default", "1 active SIP subscription");
  }

  @Test
  void onlyPeersWithAMailboxMaySubscribeToOne() {
    assertThat(subscribe(600, "")).startsWith("SIP/2.0 404");
    driver.table.set("bob", "mailbox", "11");
    assertThat(subscribe(600, "Accept: text/html\r\n")).startsWith("SIP/2.0 406");
    assertThat(subscribe(600, "")).startsWith("SIP/2.0 200");
  }

  @Test
  void aPeerOfASectionWithAnAddressIsToldFromTheStart() throws ModuleException {
    driver.write(
        "vmexten=900\n",
        "[desk]\ntype=peer\nhost=127.0.0.1\nport=" + phone.port() + "\nmailbox=20\n");
    driver.reload();
    assertThat(notified())
        .contains("Message-Account: sip:900@127.0.0.1:", "Voice-Message: 0/0 (0/0)\r\n");
    driver.mailboxes.tell("20", new MessageCount(4, 0));
    assertThat(notified()).contains("Voice-Message: 4/0 (0/0)\r\n");
    await()
        .untilAsserted(
            () ->
                assertThat(driver.console("sip show peer desk"))
                    .contains("20@default", "900")
                    .containsPattern("LastMsgsSent *: 4/0"));
  }
}
