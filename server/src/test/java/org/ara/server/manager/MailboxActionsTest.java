package org.ara.server.manager;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.ara.server.AraServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mailboxes whose messages another system keeps. */
class MailboxActionsTest {

  @TempDir Path directory;

  private static void tell(RawManager client, String mailbox, int fresh) throws IOException {
    assertThat(
            client.ask(
                "Action: MWIUpdate",
                "Mailbox: " + mailbox,
                "NewMessages: " + fresh,
                "OldMessages: 5"))
        .containsEntry("Response", "Success");
  }

  @Test
  void anotherSystemTellsHowManyMessagesThereAre() throws Exception {
    try (ManagerHome home = ManagerHome.start(directory);
        RawManager watcher = home.login("boss", "s3cret");
        RawManager client = home.login("boss", "s3cret")) {
      tell(client, "100", 2);
      assertThat(watcher.event("MessageWaiting"))
          .containsEntry("Mailbox", "100@default")
          .containsEntry("Waiting", "1")
          .containsEntry("New", "2")
          .containsEntry("Old", "5");
      tell(client, "100@default", 3);
      assertThat(watcher.event("MessageWaiting")).containsEntry("New", "3");
      tell(client, "200@office", 0);
      assertThat(watcher.event("MessageWaiting")).containsEntry("Waiting", "0");
      assertThat(client.ask("Action: MailboxStatus", "Mailbox: 100,200@office"))
          .containsEntry("Message", "Mailbox Status")
          .containsEntry("Waiting", "1");
      assertThat(client.ask("Action: MailboxCount", "Mailbox: 100"))
          .containsEntry("Message", "Mailbox Message Count")
          .containsEntry("NewMessages", "3")
          .containsEntry("OldMessages", "5");
      client.send("Action: MWIGet", "Mailbox: /office$/");
      assertThat(client.event("MWIGet"))
          .containsEntry("Mailbox", "200@office")
          .containsEntry("NewMessages", "0");
      assertThat(client.event("MWIGetComplete")).containsEntry("ListItems", "1");
      assertThat(client.ask("Action: MWIGet", "Mailbox: /(/")).containsEntry("Response", "Error");
      assertThat(client.ask("Action: MWIUpdate", "Mailbox: 1", "NewMessages: -1"))
          .containsEntry("Response", "Error");
      assertThat(client.ask("Action: MWIUpdate")).containsEntry("Response", "Error");
      assertThat(client.ask("Action: MailboxCount")).containsEntry("Response", "Error");
      assertThat(client.ask("Action: MWIDelete", "Mailbox: 200@office"))
          .containsEntry("Response", "Success");
    }
    try (AraServer again = AraServer.start(directory.resolve("etc/asterisk.conf"))) {
      assertThat(again.execute("database show mwi_external").text())
          .contains("/mwi_external/100@default", "3/5")
          .doesNotContain("office");
    }
  }
}
