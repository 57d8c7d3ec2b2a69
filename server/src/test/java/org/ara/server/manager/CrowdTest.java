package org.ara.server.manager;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many clients at once, and such as do harm. */
class CrowdTest {

  @TempDir Path directory;

  @Test
  void aThousandIdleSessionsAndOneThatNeverReadsHarmNobody() throws Exception {
    try (ManagerHome home = ManagerHome.start(directory, "addresslimit = 0", "authlimit = 2000")) {
      List<RawManager> idle = new ArrayList<>();
      try {
        for (int i = 0; i < 1000; i++) {
          idle.add(home.login("clerk", "cl3rk"));
        }
        RawManager deaf = home.login("boss", "s3cret");
        RawManager busy = home.login("clerk", "cl3rk");
        idle.add(deaf);
        idle.add(busy);
        assertThat(home.server().execute("manager show connected").text())
            .endsWith("1002 users connected.\n");

        flood(deaf);
        Awaitility.await()
            .atMost(Duration.ofSeconds(60))
            .until(
                () ->
                    home.server()
                        .execute("manager show connected")
                        .text()
                        .endsWith("1001 users connected.\n"));
        assertThat(busy.ask("Action: Ping")).containsEntry("Ping", "Pong");
        assertThat(idle.getFirst().ask("Action: Ping")).containsEntry("Ping", "Pong");
      } finally {
        for (RawManager client : idle) {
          client.close();
        }
      }
    }
  }

  /** Asks for ever more without reading a byte of the answers. */
  private static void flood(RawManager deaf) {
    Thread unused =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    while (true) {
                      deaf.send("Action: ListCommands");
                    }
                  } catch (IOException disconnected) {
                    // which is what is waited for
                  }
                });
  }

  @Test
  void whoeverDoesNotLogInHasToGo() throws Exception {
    try (ManagerHome home = ManagerHome.start(directory, "authtimeout = 1", "authlimit = 2")) {
      try (RawManager first = home.connect();
          RawManager second = home.connect();
          RawManager third = home.connect()) {
        assertThat(third.banner()).isEqualTo("null");
        assertThat(first.isClosed()).isTrue();
        assertThat(second.isClosed()).isTrue();
      }
      try (RawManager late = home.login("boss", "s3cret")) {
        assertThat(late.ask("Action: Ping")).containsEntry("Ping", "Pong");
      }
    }
  }

  @Test
  void oneAddressMayHaveOnlySoManyConnections() throws Exception {
    try (ManagerHome home = ManagerHome.start(directory, "addresslimit = 1");
        RawManager first = home.login("boss", "s3cret");
        RawManager second = home.connect()) {
      assertThat(second.banner()).isEqualTo("null");
      assertThat(first.ask("Action: Ping")).containsEntry("Ping", "Pong");
    }
  }

  @Test
  void noValueCanForgeALineOrAnEvent() throws Exception {
    try (ManagerHome home = ManagerHome.start(directory);
        RawManager watcher = home.login("clerk", "cl3rk");
        RawManager client = home.login("boss", "s3cret")) {
      client.raw("Action: UserEvent\r\nUserEvent: a\rEvent: Hangup\r\nX: b\rForged: c\r\n\r\n");
      assertThat(watcher.event("UserEvent"))
          .containsEntry("UserEvent", "a Event: Hangup")
          .containsEntry("X", "b Forged: c");
    }
  }

  @Test
  void aMessageBeyondTheLimitsIsAnErrorAndTheConnectionStays() throws Exception {
    try (ManagerHome home = ManagerHome.start(directory);
        RawManager client = home.login("boss", "s3cret")) {
      assertThat(client.ask("Action: Ping", "X: " + "y".repeat(2000)))
          .containsEntry("Message", "Failed to parse message: line too long");
      String[] many = new String[200];
      java.util.Arrays.fill(many, "X: y");
      assertThat(client.ask(many))
          .containsEntry("Message", "Too many lines in message or allocation failure");
      assertThat(client.ask("Action: Ping")).containsEntry("Ping", "Pong");
    }
  }
}
