package org.ara.pbx.dialplan.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.ara.pbx.testing.TestExchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console's view of extensions, those in rows included. */
class DialplanCommandsTest {

  private static final String FILE =
      """
      [phones]
      exten => _1XX,1,NoOp(pattern)
      exten => _1XX/555,1,NoOp(for 555)
      exten => _X.,1,NoOp(any)
      include => late,*,*,*,*
      switch => Realtime/@/c
      [late]
      exten => 123,1,NoOp(included)
      """;

  @TempDir Path directory;
  private final Rows rows =
      new Rows()
          .row("phones", "123", "1", "NoOp", "row")
          .row("phones", "123", "2", "Hangup", "")
          .row("phones", "_4XX", "1", "NoOp", "four")
          .row("phones", "_4.", "1", "NoOp", "more")
          .row("phones", "_4XX", "x", "NoOp", "broken");
  private TestExchange exchange;

  @BeforeEach
  void load() {
    exchange = TestExchange.with(directory, FILE);
    exchange.switches().register(new RealtimeSwitch(rows));
  }

  @Test
  void aNumberIsExplainedWithAllThatItCouldMean() {
    assertThat(exchange.console(List.of("dialplan", "explain"), "123@phones"))
        .containsExactly(
            "Context 'phones'",
            "  '_1XX' [extensions.conf:3] not taken: for callers '555' only",
            "  '_1XX' [extensions.conf:2] taken",
            "  '_X.' [extensions.conf:4] comes after '_1XX': at place 1 it takes only 1, the other"
                + " 10 characters (0123456789)",
            "  Switch => 'Realtime/@/c'",
            "    '123' [extensions:1] comes after '_1XX', found in context 'phones'",
            "  Include => 'late,*,*,*,*'",
            "    Context 'late'",
            "      '123' [extensions.conf:8] comes after '_1XX', found in context 'phones'",
            "Taken: '_1XX' in context 'phones' [extensions.conf:2], which starts with"
                + " NoOp(pattern)");
  }

  @Test
  void theCallersNumberIsHeeded() {
    assertThat(exchange.console(List.of("dialplan", "explain"), "123@phones", "from", "555"))
        .contains("  '_1XX' [extensions.conf:3] taken")
        .endsWith(
            "Taken: '_1XX' in context 'phones' [extensions.conf:3], which starts with NoOp(for"
                + " 555)");
  }

  @Test
  void patternsInRowsAreExplainedToo() {
    exchange.console(List.of("dialplan", "remove", "extension"), "_X.@phones");

    assertThat(exchange.console(List.of("dialplan", "explain"), "444@phones"))
        .contains(
            "    '_4XX' [extensions:3] taken",
            "    '_4.' [extensions:4] comes after '_4XX': at place 2 it takes 10 characters"
                + " (0123456789), the other one or more of any kind")
        .endsWith(
            "Taken: '_4XX' behind the switch 'Realtime/@/c' of context 'phones' [extensions:3],"
                + " which starts with NoOp(four)");
    assertThat(exchange.console(List.of("dialplan", "explain"), "9@phones"))
        .endsWith("Nothing is taken: '9' does not exist in 'phones'");
  }

  @Test
  void whatTheConsoleExplainsIsWhatACallDoes() {
    assertThat(exchange.run("123")).startsWith("NoOp(pattern)");
    exchange.console(List.of("dialplan", "remove", "extension"), "_1XX@phones");
    exchange.console(List.of("dialplan", "remove", "extension"), "_X.@phones");

    assertThat(exchange.console(List.of("dialplan", "explain"), "123@phones"))
        .last()
        .asString()
        .contains("behind the switch");
    assertThat(exchange.run("123")).startsWith("NoOp(row)");
  }

  @Test
  void aNamedContextIsShownWithItsRows() {
    assertThat(exchange.console(List.of("dialplan", "show"), "phones"))
        .contains(
            "  '123' =>          1. NoOp(row)                                  [extensions:1]",
            "                    2. Hangup()                                   [extensions:2]",
            "  '_4XX' =>         1. NoOp(four)                                 [extensions:3]");
    assertThat(exchange.console(List.of("dialplan", "show"), "444@phones"))
        .contains(
            "  '_4.' =>          1. NoOp(more)                                 [extensions:4]");
  }

  @Test
  void aDatabaseThatIsDownIsSaidToBe() {
    rows.down = true;

    assertThat(exchange.console(List.of("dialplan", "show"), "phones"))
        .contains("  Rows cannot be shown: no database");
    assertThat(exchange.console(List.of("dialplan", "explain"), "444@phones"))
        .contains("  Switch => 'Realtime/@/c': cannot be asked: no database");
  }

  @Test
  void rowsThatCannotBeRunAreListed() {
    assertThat(exchange.console(List.of("dialplan", "check")))
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .startsWith("[phones] switch => Realtime/@/c: family extensions, row")
                    .contains("exten='_4XX' priority='x'"),
            line -> assertThat(line).isEqualTo("1 switches asked, 1 faults"));
  }

  @Test
  void extensionsAreAddedReplacedAndRemoved() {
    List<String> add = List.of("dialplan", "add", "extension");
    assertThat(exchange.console(add, "700,1,NoOp(seven", "hundred)", "into", "late"))
        .containsExactly("Extension 700 into 'late' added");
    assertThat(exchange.console(add, "700,1,NoOp(other)", "into", "late"))
        .containsExactly("Extension 700 has that priority already; say replace to replace it");
    assertThat(exchange.console(add, "700,n(end),Hangup", "into", "late"))
        .containsExactly("Extension 700 into 'late' added");
    assertThat(exchange.console(List.of("dialplan", "show"), "700@late"))
        .contains(
            "  '700' =>          1. NoOp(seven hundred)                        [CLI]",
            "     [end]          2. Hangup()                                   [CLI]");
    assertThat(exchange.console(add, "700,1,NoOp(other)", "into", "late", "replace"))
        .containsExactly("Extension 700 into 'late' added");
    assertThat(exchange.console(List.of("dialplan", "remove", "extension"), "700@late", "2"))
        .containsExactly("Removed");
    assertThat(exchange.console(List.of("dialplan", "show"), "700@late"))
        .contains("  '700' =>          1. NoOp(other)                                [CLI]")
        .noneMatch(line -> line.contains("Hangup"));
    assertThat(exchange.console(add, "700,1,NoOp", "into", "nowhere"))
        .containsExactly("There is no existence of 'nowhere' context");
  }
}
