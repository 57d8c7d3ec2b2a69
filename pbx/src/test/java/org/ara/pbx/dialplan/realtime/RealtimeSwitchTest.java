package org.ara.pbx.dialplan.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.ara.pbx.dialplan.MatchMode;
import org.ara.pbx.dialplan.Step;
import org.ara.pbx.dialplan.Switch;
import org.ara.realtime.Lookup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Extensions that are rows ({@code spec/dialplan.md} section 5), done right where it is quirky. */
class RealtimeSwitchTest {

  private final Rows rows =
      new Rows()
          .row("in", "200", "1", "NoOp", "a")
          .row("in", "200", "2", "NoOp", "b")
          .row("in", "_2XX", "1", "NoOp", "c")
          .row("in", "_2.", "1", "NoOp", "d")
          .row("in", "_2XX", "3", "NoOp", "e")
          .row("in", "s", "1", "NoOp", "f")
          .row("out", "200", "1", "NoOp", "elsewhere");
  private final RealtimeSwitch realtime = new RealtimeSwitch(rows);

  @ParameterizedTest
  @CsvSource({
    "MATCH, 200, 1, 200, 1",
    "MATCH, 200, 3, _2XX, 2",
    "MATCH, 245, 1, _2XX, 2",
    "MATCH, 2, 1, -, 2",
    "MATCH, 29999, 1, _2., 2",
    "MATCH, 2-00, 1, _2XX, 2",
    "MATCH, 245, 2, -, 2",
    "MATCH, 999, 1, -, 2",
    "MATCH_MORE, 2, 1, 200, 1",
    "MATCH_MORE, '', 1, 200, 1",
    "MATCH_MORE, 24, 1, _2XX, 2",
    "MATCH_MORE, 245, 1, _2., 2",
    "MATCH_MORE, s, 1, -, 2",
    "CAN_MATCH, '', 1, 200, 1",
    "CAN_MATCH, 20, 1, 200, 1",
    "CAN_MATCH, 245, 1, _2XX, 2",
    "CAN_MATCH, 31, 1, -, 2",
  })
  void aNumberIsFoundAsTheTableSays(
      MatchMode mode, String number, int priority, String exten, int queries) {
    assertThat(exten(ask("@", number, priority, mode))).isEqualTo(exten);
    assertThat(rows.queries).hasSize(queries);
  }

  @Test
  void completeNumbersAreNotKeptWaitingForMoreDigits() {
    Rows one = new Rows().row("in", "_2XX", "1", "NoOp", "");
    RealtimeSwitch alone = new RealtimeSwitch(one);

    assertThat(exten(alone.find(query("", "245", 1, MatchMode.MATCH_MORE)))).isEqualTo("-");
    assertThat(exten(alone.find(query("", "245", 1, MatchMode.CAN_MATCH)))).isEqualTo("_2XX");
  }

  @Test
  void theMostSpecificPatternRowWinsWhateverTheirLengthAndOrder() {
    Rows three =
        new Rows()
            .row("in", "_[1-9]XX", "1", "NoOp", "")
            .row("in", "_X.", "1", "NoOp", "")
            .row("in", "_1XX", "1", "NoOp", "");

    assertThat(exten(new RealtimeSwitch(three).find(query("", "123", 1, MatchMode.MATCH))))
        .isEqualTo("_1XX");
  }

  @Test
  void anEarlyMatchAsksForNoMoreDigits() {
    Rows early = new Rows().row("in", "_4!", "1", "NoOp", "").row("in", "_4X", "1", "NoOp", "");
    RealtimeSwitch alone = new RealtimeSwitch(early);

    assertThat(exten(alone.find(query("", "44", 1, MatchMode.MATCH)))).isEqualTo("_4X");
    assertThat(exten(alone.find(query("", "44", 1, MatchMode.MATCH_MORE)))).isEqualTo("-");
    assertThat(exten(alone.find(query("", "4", 1, MatchMode.MATCH_MORE)))).isEqualTo("_4X");
  }

  @ParameterizedTest
  @CsvSource({
    "'',            in,  extensions, true",
    "foo,           in,  extensions, true",
    "foo/p,         in,  extensions, false",
    "@,             in,  extensions, true",
    "ctx@,          ctx, extensions, true",
    "@fam,          in,  fam,        true",
    "ctx@fam/p,     ctx, fam,        false",
    "ctx@fam/xyz,   ctx, fam,        true",
    "a@b@c,         a,   b@c,        true",
  })
  void theLineNamesContextFamilyAndOptions(
      String data, String context, String family, boolean patterns) {
    assertThat(SwitchData.parse(data, "in")).isEqualTo(new SwitchData(context, family, patterns));
  }

  @Test
  void withoutPatternsOneQueryIsAll() {
    assertThat(exten(ask("@/p", "245", 1, MatchMode.MATCH))).isEqualTo("-");
    assertThat(rows.queries).containsExactly("extensions: exten = 245, context = in, priority = 1");
  }

  @Test
  void whatIsDialledIsDataNotAPattern() {
    assertThat(exten(ask("@/p", "%", 1, MatchMode.CAN_MATCH))).isEqualTo("-");
    assertThat(exten(ask("@/p", "2__", 1, MatchMode.CAN_MATCH))).isEqualTo("-");
    assertThat(exten(ask("@/p", "\\", 1, MatchMode.MATCH_MORE))).isEqualTo("-");
    assertThat(rows.queries)
        .containsExactly(
            "extensions: exten LIKE \\%%, context = in, priority = 1",
            "extensions: exten LIKE 2\\_\\_%, context = in, priority = 1",
            "extensions: exten LIKE \\\\_%, context = in, priority = 1");
  }

  @Test
  void aDatabaseThatIsDownIsNotAnAbsentNumber() {
    rows.down = true;

    assertThat(ask("@", "200", 1, MatchMode.MATCH)).isInstanceOf(Lookup.Unavailable.class);
    assertThat(rows.queries).hasSize(1);
  }

  @Test
  void badRowsAreSetAsideAndTheirNeighboursWork() {
    Rows bad =
        new Rows()
            .row("in", "_3XX", "1", "", "no application")
            .row("in", "_3" + "X".repeat(90), "1", "NoOp", "too long")
            .row("in", "_3.", "1", "NoOp", "x".repeat(9000))
            .row("in", "_XXX", "1", "NoOp", "good");

    assertThat(exten(new RealtimeSwitch(bad).find(query("", "300", 1, MatchMode.MATCH))))
        .isEqualTo("_XXX");
  }

  @Test
  void hintsAndLabelsAreNotAskedFor() {
    assertThat(exten(ask("@", "200", -1, MatchMode.MATCH))).isEqualTo("-");
    assertThat(exten(ask("@", "200", 0, MatchMode.MATCH))).isEqualTo("-");
    assertThat(rows.queries).isEmpty();
  }

  @Test
  void aStepTellsItsRow() {
    Lookup<Step> found = ask("@", "200", 2, MatchMode.MATCH);

    assertThat(found)
        .isEqualTo(
            new Lookup.Found<>(
                new Step("200", 2, "", "NoOp", "b", new org.ara.config.Origin("extensions", 2))));
  }

  private Lookup<Step> ask(String data, String number, int priority, MatchMode mode) {
    return realtime.find(query(data, number, priority, mode));
  }

  private static Switch.Query query(String data, String number, int priority, MatchMode mode) {
    return new Switch.Query(data, "in", number, priority, "", mode);
  }

  private static String exten(Lookup<Step> answer) {
    return switch (answer) {
      case Lookup.Found<Step>(Step step) -> step.extension();
      case Lookup.Absent<Step>() -> "-";
      case Lookup.Unavailable<Step>(var outage) -> "?";
    };
  }
}
