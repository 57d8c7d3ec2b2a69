package org.ara.pbx.dialplan.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ara.pbx.dialplan.CallMemory;
import org.ara.pbx.dialplan.MatchMode;
import org.ara.pbx.dialplan.Search.Place;
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
    "'',            in,  extensions, true,  false",
    "foo,           in,  extensions, true,  false",
    "foo/p,         in,  extensions, false, false",
    "@,             in,  extensions, true,  false",
    "ctx@,          ctx, extensions, true,  false",
    "@fam,          in,  fam,        true,  false",
    "ctx@fam/pc,    ctx, fam,        false, true",
    "ctx@fam/xyz,   ctx, fam,        true,  false",
    "a@b@c,         a,   b@c,        true,  false",
  })
  void theLineNamesContextFamilyAndOptions(
      String data, String context, String family, boolean patterns, boolean callers) {
    assertThat(SwitchData.parse(data, "in"))
        .isEqualTo(new SwitchData(context, family, patterns, callers));
  }

  @Test
  void withoutPatternsOneQueryIsAll() {
    assertThat(exten(ask("@/p", "245", 1, MatchMode.MATCH))).isEqualTo("-");
    assertThat(rows.queries).containsExactly("extensions: exten = 245, context = in");
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
  void hintsAndPriorityZeroAreNotAskedFor() {
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

  @Test
  void aCallRunsAnExtensionFromOneStateOfTheTable() {
    CallMemory call = new CallMemory();
    call.begin("200");
    assertThat(arguments(realtime.find(by("", "200", 1, call)))).isEqualTo("a");
    rows.clear();
    rows.row("in", "200", "1", "NoOp", "new");

    assertThat(arguments(realtime.find(by("", "200", 2, call)))).isEqualTo("b");
    assertThat(rows.queries).hasSize(1);

    call.begin("200");
    assertThat(arguments(realtime.find(by("", "200", 1, call)))).isEqualTo("a");
    call.begin("200");
    assertThat(arguments(realtime.find(by("", "200", 1, call)))).isEqualTo("new");
  }

  @Test
  void aCallThatKnowsItsExtensionOutlivesTheDatabase() {
    CallMemory call = new CallMemory();
    assertThat(arguments(realtime.find(by("", "200", 1, call)))).isEqualTo("a");
    rows.down = true;

    assertThat(arguments(realtime.find(by("", "200", 2, call)))).isEqualTo("b");
    assertThat(realtime.find(by("", "200", 3, call))).isInstanceOf(Lookup.Unavailable.class);
  }

  @Test
  void rowsTakeTheNextPriorityAndLabels() {
    Rows labelled =
        new Rows()
            .row("in", "300", "1", "NoOp", "first")
            .row("in", "300", "n", "NoOp", "second")
            .row("in", "300", "n+10(busy)", "NoOp", "third")
            .row("in", "300", "20", "NoOp", "fourth", null, "over")
            .row("in", "_3XX", "1", "NoOp", "pattern")
            .row("in", "_3XX", "n(low)", "NoOp", "low");
    RealtimeSwitch alone = new RealtimeSwitch(labelled);

    assertThat(arguments(alone.find(query("", "300", 2, MatchMode.MATCH)))).isEqualTo("second");
    assertThat(arguments(alone.find(query("", "300", 13, MatchMode.MATCH)))).isEqualTo("third");
    assertThat(alone.find(label("300", "busy")).map(Step::priority))
        .isEqualTo(new Lookup.Found<>(13));
    assertThat(alone.find(label("300", "over")).map(Step::priority))
        .isEqualTo(new Lookup.Found<>(20));
    assertThat(arguments(alone.find(label("300", "low")))).isEqualTo("low");
    assertThat(exten(alone.find(label("300", "none")))).isEqualTo("-");
  }

  @ParameterizedTest
  @CsvSource({
    "100, 200, column",
    "101, 200, form",
    "555, 200, pattern caller",
    "999, 200, anybody",
    "'',  200, nobody",
    "100, 245, pattern of 100",
    "101, 245, pattern",
  })
  void rowsMayBeForSomeCallersOnly(String caller, String number, String arguments) {
    Rows conditional =
        new Rows()
            .row("in", "200", "1", "NoOp", "anybody")
            .row("in", "200", "1", "NoOp", "column", "100", null)
            .row("in", "200/101", "1", "NoOp", "form")
            .row("in", "200/_5.", "1", "NoOp", "pattern caller")
            .row("in", "200/", "1", "NoOp", "nobody")
            .row("in", "_2XX", "1", "NoOp", "pattern")
            .row("in", "_2XX/100", "1", "NoOp", "pattern of 100");
    Switch.Query query =
        new Switch.Query(
            "@/c", "in", number, new Place.Priority(1), caller, MatchMode.MATCH, new CallMemory());

    assertThat(arguments(new RealtimeSwitch(conditional).find(query))).isEqualTo(arguments);
  }

  @Test
  void withoutTheOptionCallersAreAllAlike() {
    Rows conditional = new Rows().row("in", "_2XX/100", "1", "NoOp", "x", "101", null);

    assertThat(exten(new RealtimeSwitch(conditional).find(query("", "245", 1, MatchMode.MATCH))))
        .isEqualTo("_2XX/100");
  }

  @Test
  void badRowsAreListedWithWhatIsWrong() {
    Rows bad =
        new Rows()
            .row("in", "1", "1", "", "")
            .row("in", "1", "0", "NoOp", "")
            .row("in", "2", "n", "NoOp", "")
            .row("in", "_2[3", "1", "NoOp", "")
            .row("in", "_NXX", "1", "NoOp", "first")
            .row("in", "_[2-9]XX", "1", "NoOp", "again");
    Lookup<List<String>> faults = new RealtimeSwitch(bad).faults("", "in");

    assertThat(faults).isInstanceOf(Lookup.Found.class);
    assertThat(((Lookup.Found<List<String>>) faults).value())
        .satisfiesExactly(
            line -> assertThat(line).contains("exten='1' priority='1'").contains("app is empty"),
            line -> assertThat(line).contains("priority '0' is neither"),
            line -> assertThat(line).contains("priority 'n' is neither"),
            line -> assertThat(line).contains("without its ']'"),
            line -> assertThat(line).contains("exten='_[2-9]XX'").contains("the first one counts"));
  }

  @Test
  void whatTheStorageKeepsIsCompiledOnceAndAnewWhenItChanges() {
    rows.isFollowed = true;
    assertThat(arguments(ask("@", "245", 1, MatchMode.MATCH))).isEqualTo("c");
    assertThat(arguments(ask("@", "246", 1, MatchMode.MATCH))).isEqualTo("c");
    rows.clear();
    rows.row("in", "_24X", "1", "NoOp", "changed");

    assertThat(arguments(ask("@", "245", 1, MatchMode.MATCH))).isEqualTo("changed");
  }

  private static Switch.Query by(String data, String number, int priority, CallMemory memory) {
    return new Switch.Query(
        data, "in", number, new Place.Priority(priority), "", MatchMode.MATCH, memory);
  }

  private static Switch.Query label(String number, String label) {
    return new Switch.Query(
        "", "in", number, new Place.Label(label), "", MatchMode.MATCH, new CallMemory());
  }

  private static String arguments(Lookup<Step> answer) {
    return answer instanceof Lookup.Found<Step>(Step step) ? step.arguments() : "-";
  }

  private Lookup<Step> ask(String data, String number, int priority, MatchMode mode) {
    return realtime.find(query(data, number, priority, mode));
  }

  private static Switch.Query query(String data, String number, int priority, MatchMode mode) {
    return new Switch.Query(
        data, "in", number, new Place.Priority(priority), "", mode, new CallMemory());
  }

  private static String exten(Lookup<Step> answer) {
    return switch (answer) {
      case Lookup.Found<Step>(Step step) -> step.extension();
      case Lookup.Absent<Step>() -> "-";
      case Lookup.Unavailable<Step>(var outage) -> "?";
    };
  }
}
