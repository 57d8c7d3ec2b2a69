package org.ara.server.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ara.module.log.LogLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The datagram socket that syslog daemons listen on. */
@EnabledOnOs(OS.LINUX)
class SyslogTargetTest {

  @TempDir Path directory;
  private final List<String> alarms = new CopyOnWriteArrayList<>();

  private SyslogTarget target(Path socket) {
    return new SyslogTarget("syslog.daemon", socket.toString(), 100, alarms::add);
  }

  private static void write(SyslogTarget target, String text) {
    target.write(LogLine.own(LogLevel.ERROR, text), text);
  }

  @Test
  void messagesArriveAsLocalProgramsSendThem() {
    Path socket = directory.resolve("log");
    try (UnixReceiver syslog = new UnixReceiver(socket)) {
      SyslogTarget target = target(socket);
      write(target, "größer");
      assertThat(syslog.receive())
          .matches("<27>\\w{3} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d asterisk\\[\\d+]: größer");
      target.close();
    }
  }

  @Test
  void aDaemonThatWasRestartedIsFoundAgain() throws Exception {
    Path socket = directory.resolve("log");
    SyslogTarget target;
    try (UnixReceiver syslog = new UnixReceiver(socket)) {
      target = target(socket);
      write(target, "one");
      assertThat(syslog.receive()).endsWith("one");
    }
    Files.delete(socket);
    write(target, "lost");
    write(target, "lost too");
    await().untilAsserted(() -> assertThat(target.works()).isFalse());
    assertThat(alarms)
        .singleElement()
        .asString()
        .startsWith("syslog.daemon: syslog at " + socket + " cannot be reached: ");
    try (UnixReceiver syslog = new UnixReceiver(socket)) {
      write(target, "two");
      String received = syslog.receive();
      assertThat(received)
          .satisfiesAnyOf(
              first -> assertThat(first).endsWith("two"),
              first -> assertThat(first).endsWith("lost too"));
      await().untilAsserted(() -> assertThat(target.works()).isTrue());
    }
    target.close();
  }
}
