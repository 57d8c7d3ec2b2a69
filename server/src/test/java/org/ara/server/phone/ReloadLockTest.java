package org.ara.server.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ara.server.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A module's own reload command is one of all reloads, of which there is one at a time. */
class ReloadLockTest {

  @TempDir Path home;

  @Test
  void whileOneModuleIsReloadedTheOthersOwnCommandsSaySo() throws Exception {
    Path etc = Files.createDirectories(home.resolve("etc"));
    Path slow = home.resolve("slow");
    Files.writeString(etc.resolve("asterisk.conf"), "[options]\nexecincludes = yes\n");
    assertThat(new ProcessBuilder("mkfifo", slow.toString()).start().waitFor()).isZero();
    try (TestServer server = TestServer.onSqlite(home);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Files.writeString(etc.resolve("extensions.conf"), "#exec \"cat " + slow + "\"\n");
      Future<Answer> reload = threads.submit(() -> server.execute("dialplan reload"));
      // Opening the pipe waits until the reload reads it.
      try (OutputStream dialplan = Files.newOutputStream(slow)) {
        assertThat(server.execute("sip reload").text())
            .startsWith("Previous SIP reload not yet done\n");
        assertThat(server.execute("dialplan reload").text())
            .startsWith("Dialplan not reloaded: A module reload request is already in progress");
        assertThat(server.execute("manager reload").succeeded()).isFalse();
        dialplan.write("[phones]\nexten => 1,1,Busy()\n".getBytes(StandardCharsets.UTF_8));
      }
      assertThat(reload.get()).isEqualTo(new Answer("Dialplan reloaded.\n", true));
      assertThat(server.execute("sip reload")).isEqualTo(new Answer("", true));
      assertThat(server.execute("dialplan show 1@phones").succeeded()).isTrue();
    }
  }
}
