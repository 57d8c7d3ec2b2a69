package org.ara.manager.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.ara.manager.CommandRegistry;
import org.ara.manager.Dispatcher;
import org.ara.manager.EchoCommand;
import org.ara.manager.Transcript;
import org.ara.manager.Version;
import org.ara.module.Command.Status;
import org.ara.module.Uptime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoreShowTest {

  private final CommandRegistry registry = new CommandRegistry();
  private final Transcript out = new Transcript();

  private Status run(String line) {
    return new Dispatcher(registry).execute(line, out);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0        | 0 seconds
          1        | 1 second
          60       | 60 seconds
          61       | 1 minute, 1 second
          120      | 2 minutes
          3600     | 60 minutes
          3660     | 1 hour, 60 seconds
          86400    | 24 hours
          183845   | 2 days, 3 hours, 4 minutes, 5 seconds
          31536001 | 1 year, 1 second
          """)
  void durationsReadAsAsteriskWritesThem(long seconds, String words) {
    assertThat(Uptime.inWords(Duration.ofSeconds(seconds))).isEqualTo(words);
  }

  @Test
  void uptimeTellsTheStartAndTheLastReload() {
    registry.register(
        new CoreShowUptime(() -> Duration.ofMinutes(2), () -> Duration.ofMillis(1999)));
    assertThat(run("core show uptime")).isEqualTo(Status.SUCCESS);
    assertThat(out).hasToString("System uptime: 2 minutes\nLast reload: 1 second\n");
  }

  @Test
  void uptimeInSecondsIsAPlainNumber() {
    registry.register(new CoreShowUptime(() -> Duration.ofMinutes(2), () -> Duration.ofSeconds(1)));
    run("core show uptime seconds");
    assertThat(out).hasToString("System uptime: 120\nLast reload: 1\n");
    assertThat(run("core show uptime hours")).isEqualTo(Status.USAGE);
  }

  @Test
  void theVersionLineBeginsAsClientsExpectIt() {
    registry.register(new CoreShowVersion(Version.current()));
    run("core show version");
    assertThat(out.toString())
        .matches(
            "Asterisk 20-ara-\\d+\\.\\d+\\S* built by ara @ ara on a \\S+ running .+ on \\S+\n");
  }

  @Test
  void helpListsWhatBeginsWithTheTopic() {
    registry.register(new CoreShowHelp(registry));
    registry.register(new EchoCommand("sip", "show", "peers"));
    run("core show help sip show");
    assertThat(out).hasToString("sip show peers                 -- Print the arguments\n");
  }

  @Test
  void helpOnAWholeCommandIsItsUsage() {
    registry.register(new CoreShowHelp(registry));
    registry.register(new EchoCommand("sip", "show", "peers"));
    run("core show help sip show peers");
    assertThat(out.toString()).startsWith("Usage: sip show peers");
  }

  @Test
  void helpOnNothingKnownFails() {
    registry.register(new CoreShowHelp(registry));
    assertThat(run("core show help nonsense")).isEqualTo(Status.FAILURE);
    assertThat(out.toString()).startsWith("No such command 'nonsense'.\n");
  }
}
