package org.ara.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a console asks its server for, and how it paints what it gets. */
class LogViewTest {

  private static final String ESC = "\u001b";

  private static String painted(LogView view, String line) {
    return new LinePaint(view).paint(line).toAnsi();
  }

  @ParameterizedTest
  @CsvSource({
    "-m, ''",
    "-T, logger mute silent",
    "-vvv, core set verbose atleast 3 silent;logger mute silent",
    "-vdvm, core set verbose atleast 2 silent;core set debug atleast 1"
  })
  void optionsBecomeCommands(String option, String commands) {
    assertThat(LogView.isOption(option)).isTrue();
    assertThat(String.join(";", LogView.USUAL.with(option).commands())).isEqualTo(commands);
  }

  @Test
  void theOptionsOfAViewMakeItAgain() {
    LogView view = LogView.USUAL.with("-vvdmnT");
    LogView again = LogView.USUAL;
    for (String option : view.options()) {
      again = again.with(option);
    }
    assertThat(again).isEqualTo(view);
    assertThat(LogView.isOption("-x")).isFalse();
    assertThat(LogView.isOption("-")).isFalse();
  }

  @Test
  void theLevelHasItsColourUnlessThereShallBeNone() {
    String line = "[Nov 23 00:33:01] WARNING[Registrar] no ERROR[ in the text";
    assertThat(painted(LogView.USUAL, line))
        .isEqualTo(
            "[Nov 23 00:33:01] "
                + ESC
                + "[31mWARNING"
                + ESC
                + "[0m[Registrar] no ERROR[ in the text");
    assertThat(painted(LogView.USUAL.with("-n"), line)).isEqualTo(line);
  }

  @Test
  void verboseLinesHaveTheTimeWhereItIsWanted() {
    String line = "    -- Executing [100@phones:1]";
    assertThat(painted(LogView.USUAL, line)).isEqualTo(line);
    assertThat(painted(LogView.USUAL.with("-T"), line))
        .matches("\\[\\w{3} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d] {5}-- Executing \\[100@phones:1]");
  }
}
