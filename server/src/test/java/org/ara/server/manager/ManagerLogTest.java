package org.ara.server.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log and the manager interface. */
class ManagerLogTest {

  @TempDir Path directory;
  private ManagerHome home;

  @BeforeEach
  void start() throws Exception {
    Path etc = Files.createDirectories(directory.resolve("etc"));
    Files.writeString(
        etc.resolve("logger.conf"),
        """
        [general]
        rotatestrategy = rotate
        [logfiles]
        messages => notice,warning,error
        security => security
        """);
    home = ManagerHome.start(directory);
  }

  @AfterEach
  void stop() throws Exception {
    home.close();
  }

  private String log(String name) throws Exception {
    return Files.readString(directory.resolve("log").resolve(name));
  }

  @Test
  void whoLoggedInAndWhoFailedToIsInTheSecurityLogWithoutThePassword() throws Exception {
    try (RawManager boss = home.login("boss", "s3cret");
        RawManager intruder = home.connect()) {
      intruder.send("Action: Login", "Username: boss", "Secret: guessed");
      await().untilAsserted(() -> assertThat(log("security")).contains("InvalidPassword"));
      assertThat(log("security"))
          .contains("] SECURITY[SecurityLog] SecurityEvent=\"SuccessfulAuth\",")
          .containsPattern("\"InvalidPassword\",.*AccountID=\"boss\",.*RemoteAddress=\"IPV4/TCP/")
          .doesNotContain("guessed", "s3cret");
      assertThat(log("messages")).doesNotContain("SecurityEvent");
    }
  }

  @Test
  void theActionLoggerRotateStartsNewFiles() throws Exception {
    try (RawManager boss = home.login("boss", "s3cret")) {
      String before = log("messages");
      assertThat(before).isNotEmpty();
      assertThat(boss.ask("Action: LoggerRotate"))
          .containsEntry("Response", "Success")
          .containsEntry("Message", "Reloaded the logger and rotated log files");
      assertThat(log("messages.0")).startsWith(before);
      assertThat(log("messages")).doesNotContain(before);
    }
  }
}
