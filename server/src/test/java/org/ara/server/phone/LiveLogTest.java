package org.ara.server.phone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ara.manager.console.ConsoleClient;
import org.ara.module.log.VerboseLog;
import org.ara.testkit.sip.PhoneAccount;
import org.ara.testkit.sip.SipPhone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log as consoles see it while calls go on. */
class LiveLogTest {

  private static final Logger LOG = LoggerFactory.getLogger("org.ara.Something");
  private static final VerboseLog LIVE = new VerboseLog(LiveLogTest.class);

  @TempDir Path home;
  private TestServer server;

  /** A console on the server's socket and what it was shown of the log. */
  private final class Console implements AutoCloseable {
    final List<String> lines = new CopyOnWriteArrayList<>();
    final ConsoleClient client = ConsoleClient.connect(home.resolve("run/asterisk.ctl"));

    Console() throws IOException {
      client.watch((number, text) -> lines.add(text), () -> {});
    }

    String run(String command) throws IOException {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      client.execute(command, out);
      return out.toString(UTF_8);
    }

    void awaitLine(String part) {
      await().untilAsserted(() -> assertThat(lines).anyMatch(line -> line.contains(part)));
    }

    @Override
    public void close() throws IOException {
      client.close();
    }
  }

  @BeforeEach
  void start() throws Exception {
    server = TestServer.onSqlite(home);
    server.insertPhone("alice", "wonderland");
    server.insertStep("600", 1, "Set", "PASSWORD=looking-glass");
    server.insertStep("600", 2, "Verbose", "2,this is ${EXTEN}");
    server.insertStep("600", 3, "Log", "WARNING,somebody calls ${EXTEN}");
    server.insertStep("600", 4, "Answer", "");
    server.insertStep("600", 5, "Echo", "");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private SipPhone alice() throws Exception {
    return SipPhone.open(PhoneAccount.of("alice", "wonderland", server.sip()));
  }

  @Test
  void aConsoleThatAsksForItSeesACallRunning() throws Exception {
    try (Console console = new Console();
        SipPhone alice = alice()) {
      assertThat(console.run("core set verbose 3"))
          .isEqualTo("Console verbose was OFF and is now 3.\n");
      assertThat(console.run("logger mute")).isEqualTo("Console is not muted anymore.\n");
      assertThat(alice.register().accepted()).isTrue();
      alice.call("600").awaitAnswer().hangUp();

      console.awaitLine("hung up");
      assertThat(console.lines)
          .anyMatch(line -> line.startsWith("    -- Registered SIP 'alice' at 127.0.0.1:"))
          .anyMatch(
              line ->
                  line.matches(
                      "    -- Executing \\[600@phones:4] Answer\\(\"SIP/alice-\\w+\", \"\"\\)"))
          .anyMatch(line -> line.matches("    -- SIP/alice-\\w+ answered"))
          .contains("  == this is 600")
          .anyMatch(line -> line.endsWith("WARNING[Log] Ext. 600@phones:3: somebody calls 600"))
          .anyMatch(line -> line.contains("PASSWORD=<hidden>"))
          .noneMatch(line -> line.contains("looking-glass") || line.contains("wonderland"));
    }
  }

  @Test
  void aNewConsoleIsMutedAndEveryConsoleHasItsOwnNumber() throws Exception {
    try (Console muted = new Console();
        Console quiet = new Console();
        Console loud = new Console();
        SipPhone alice = alice()) {
      quiet.run("logger mute silent");
      loud.run("core set verbose atleast 3 silent");
      loud.run("logger mute silent");
      muted.run("core set verbose 3");
      assertThat(loud.run("core set verbose 3")).isEqualTo("Console verbose is still 3.\n");
      assertThat(alice.register().accepted()).isTrue();
      alice.call("600").awaitAnswer().hangUp();

      loud.awaitLine("hung up");
      quiet.awaitLine("somebody calls 600");
      assertThat(quiet.lines).noneMatch(line -> line.contains("Executing"));
      assertThat(muted.run("core show uptime")).startsWith("System uptime");
      assertThat(muted.lines).isEmpty();
    }
  }

  @Test
  void aNumberThatDoesNotExistIsToldWithItsContext() throws Exception {
    try (Console console = new Console();
        SipPhone alice = alice()) {
      console.run("core set verbose 2");
      console.run("logger mute");
      assertThat(alice.call("999").awaitOutcome().status()).isEqualTo(404);
      console.awaitLine(
          "  == Call from 'alice' refused: there is no extension '999' in context 'phones'");
    }
  }

  @Test
  void aLevelCanBeLeftOutOfOneConsole() throws Exception {
    try (Console console = new Console()) {
      console.run("logger mute silent");
      assertThat(console.run("logger set level warning off"))
          .isEqualTo("Logger status for 'WARNING' has been set to 'off'.\n");
      LOG.warn("not shown");
      LOG.error("shown");
      console.awaitLine("ERROR[Something] shown");
      assertThat(console.lines).noneMatch(line -> line.contains("not shown"));
    }
  }

  @Test
  void linesOfTheLogComeBetweenThoseOfACommandAndNeverInside() throws Exception {
    try (Console console = new Console()) {
      console.run("logger mute silent");
      Thread chatter =
          Thread.ofVirtual()
              .start(
                  () -> {
                    while (!Thread.currentThread().isInterrupted()) {
                      LIVE.tell(0, "chatter, {}", "züge und 12 €");
                    }
                  });
      String first = console.run("core show help");
      for (int i = 0; i < 50; i++) {
        assertThat(console.run("core show help")).isEqualTo(first);
        assertThat(console.client.complete("core show u")).containsExactly("uptime");
      }
      chatter.interrupt();
      chatter.join();
      console.awaitLine("chatter");
      assertThat(console.lines)
          .allMatch(
              line ->
                  line.equals("chatter, züge und 12 €")
                      || line.matches("\\[\\d+ lines of the log are left out here: .*"));
    }
  }

  @Test
  void aConsoleThatNeverReadsHoldsUpNobodyAndLearnsHowMuchItMissed() throws Exception {
    try (SocketChannel deaf =
        SocketChannel.open(UnixDomainSocketAddress.of(home.resolve("run/asterisk.ctl")))) {
      deaf.write(ByteBuffer.wrap("logger mute silent\0".getBytes(UTF_8)));
      ByteBuffer read = ByteBuffer.allocate(1 << 20);
      while (!new String(read.array(), 0, read.position(), UTF_8).endsWith("\0000\n")) {
        deaf.read(read);
      }
      String text = "x".repeat(1_000);
      int sent = 20_000;
      for (int i = 0; i < sent; i++) {
        LIVE.tell(0, "{}", text);
      }
      try (SipPhone alice = alice()) {
        assertThat(alice.register().accepted()).isTrue();
        alice.call("600").awaitAnswer().hangUp();
      }
      long shown = 0;
      long missed = -1;
      StringBuilder line = new StringBuilder();
      while (missed < 0) {
        read.clear();
        assertThat(deaf.read(read)).isPositive();
        for (byte b : read.flip().array()) {
          if (b != '\n') {
            line.append((char) (b & 0xFF));
            continue;
          }
          shown += line.toString().endsWith(text) ? 1 : 0;
          if (line.toString().contains(" lines of the log are left out here")) {
            missed = Long.parseLong(line.substring(2, line.indexOf(" lines")));
          }
          line.setLength(0);
        }
      }
      assertThat(shown).isPositive().isLessThan(sent);
      assertThat(shown + missed).isGreaterThanOrEqualTo(sent);
    }
  }
}
