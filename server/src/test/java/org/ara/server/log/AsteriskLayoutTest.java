package org.ara.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.junit.jupiter.api.Test;

/** One message is one line, whatever somebody on the wire put into it. */
class AsteriskLayoutTest {

  private static String laidOut(String message, Object... arguments) {
    LoggerContext context = new LoggerContext();
    AsteriskLayout layout = new AsteriskLayout();
    layout.start();
    return layout.doLayout(
        new LoggingEvent(
            "test",
            context.getLogger("org.ara.sip.Registrar"),
            Level.INFO,
            message,
            null,
            arguments));
  }

  @Test
  void aMessageHasItsLevelItsLoggerAndItsText() {
    assertThat(laidOut("registered SIP peer '{}'", "zoë"))
        .matches(
            "\\[\\w{3} \\d{2} \\d{2}:\\d{2}:\\d{2}] NOTICE\\[Registrar] registered SIP peer 'zoë'\n");
  }

  @Test
  void lineEndsAndTerminalCodesOfANameCannotForgeAnotherMessage() {
    String line =
        laidOut("REGISTER from '{}' refused", "x\r\n[Nov 23] NOTICE[Registrar] \u001b[2J");

    assertThat(line)
        .endsWith("'x\\x0d\\x0a[Nov 23] NOTICE[Registrar] \\x1b[2J' refused\n")
        .containsOnlyOnce("\n");
  }
}
