package org.ara.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.ara.module.log.LiveLine;
import org.ara.module.log.LogLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One message is one line, whatever somebody on the wire put into it. */
class LineFormatTest {

  private static LogLine logged(String logger, Level level, String message, Object... arguments) {
    return LogLine.of(
        new LoggingEvent(
            "test", new LoggerContext().getLogger(logger), level, message, null, arguments),
        new ThrowableProxyConverter());
  }

  private static String written(LogLine line, LineFormat format) {
    return line.text(format, DateFormat.usual());
  }

  @Test
  void aMessageHasItsLevelItsLoggerAndItsText() {
    LogLine line = logged("org.ara.sip.Registrar", Level.INFO, "refused '{}'", "zoë");

    assertThat(written(line, LineFormat.DEFAULT))
        .matches("\\[\\w{3} [ \\d]\\d \\d{2}:\\d{2}:\\d{2}] NOTICE\\[Registrar] refused 'zoë'");
  }

  @Test
  void lineEndsAndTerminalCodesOfANameCannotForgeAnotherMessage() {
    LogLine line =
        logged(
            "org.ara.sip.Registrar",
            Level.WARN,
            "REGISTER from '{}' refused",
            "x\r\n[Nov 23] NOTICE[Registrar] \u001b[2J");

    assertThat(written(line, LineFormat.DEFAULT))
        .endsWith("'x\\x0d\\x0a[Nov 23] NOTICE[Registrar] \\x1b[2J' refused")
        .doesNotContain("\n");
  }

  @Test
  void aVerboseMessageIsBareOnAConsoleAndWholeInAFile() {
    LogLine line = logged("verbose.3.LiveCalls", Level.DEBUG, "Executing [{}]", "100@phones:1");

    assertThat(line.live(LineFormat.DEFAULT, DateFormat.usual()))
        .isEqualTo(new LiveLine(LogLevel.VERBOSE, 3, "    -- Executing [100@phones:1]"));
    assertThat(written(line, LineFormat.DEFAULT))
        .endsWith("] VERBOSE[LiveCalls]     -- Executing [100@phones:1]");
    assertThat(line.live(LineFormat.PLAIN, DateFormat.usual()).text()).startsWith("[");
  }

  @Test
  void jsonIsJsonWhateverTheMessage() {
    LogLine line = logged("verbose.10.Log", Level.DEBUG, "say \"{}\" \\ \t", "hello");

    assertThat(written(line, LineFormat.JSON))
        .matches("\\{\"time\":\"[-0-9T:.+]+\",\"level\":\"VERBOSE\",\"verbose\":10,.*}")
        .endsWith(",\"source\":\"Log\",\"message\":\"say \\\"hello\\\" \\\\ \\u0009\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "security.Doorman, INFO, SECURITY",
    "dtmf.Log, INFO, DTMF",
    "org.ara.security.X, ERROR, ERROR",
    "security, WARN, SECURITY",
    "org.ara.X, TRACE, DEBUG"
  })
  void theFirstPartOfALoggersNameMakesSpecialLevels(String logger, String level, LogLevel shown) {
    assertThat(logged(logger, Level.valueOf(level), "x").level()).isEqualTo(shown);
  }
}
