package org.ara.pbx.dialplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ara.config.Origin;
import org.ara.realtime.Lookup;
import org.ara.realtime.Outage;
import org.junit.jupiter.api.Test;

/** The way a search goes through the contexts ({@code spec/dialplan.md} section 2). */
class DialplanSearchTest {

  private final List<Switch.Query> asked = new ArrayList<>();
  private final Switches switches = new Switches();

  @Test
  void anExtensionWithoutThePriorityGivesWayToTheNext() {
    DialplanText text =
        DialplanText.of("[in]\nexten => 100,1,NoOp(exact)\nexten => _1XX,2,NoOp(pattern)\n");

    assertThat(text.find("in", "100", 1)).isEqualTo("NoOp(exact)");
    assertThat(text.find("in", "100", 2)).isEqualTo("NoOp(pattern)");
    assertThat(text.find("in", "100", 3)).isEqualTo("-");
    assertThat(text.find("in", "101", 1)).isEqualTo("-");
  }

  @Test
  void ownPatternsBeatIncludedLiteralsAndSwitchesBeatIncludes() {
    switches.register(answering("Here", "200"));
    DialplanText text =
        of(
            """
            [in]
            exten => _1XX,1,NoOp(own)
            switch => Here/data
            include => more
            [more]
            exten => 100,1,NoOp(included)
            exten => 200,1,NoOp(included)
            exten => 300,1,NoOp(included)
            """);

    assertThat(text.find("in", "100", 1)).isEqualTo("NoOp(own)");
    assertThat(text.find("in", "200", 1)).isEqualTo("FromSwitch(data)");
    assertThat(text.find("in", "300", 1)).isEqualTo("NoOp(included)");
    assertThat(asked).extracting(Switch.Query::context).containsOnly("in");
  }

  @Test
  void anUnavailableSwitchIsNotAnAbsentNumber() {
    switches.register(
        switchOf(
            "Down",
            query -> new Lookup.Unavailable<>(new Outage(Outage.Kind.UNREACHABLE, "no database"))));
    DialplanText text =
        of(
            """
            [in]
            exten => 100,1,NoOp(own)
            switch => Down/
            include => more
            [more]
            exten => 200,1,NoOp(included)
            """);

    assertThat(text.find("in", "100", 1)).isEqualTo("NoOp(own)");
    assertThat(text.find("in", "200", 1)).isEqualTo("?");
  }

  @Test
  void contextsThatIncludeEachOtherAreSearchedOnce() {
    DialplanText text =
        of(
            """
            [a]
            include => b
            [b]
            include => a
            include => c
            [c]
            exten => 1,1,NoOp(found)
            """);

    assertThat(text.find("a", "1", 1)).isEqualTo("NoOp(found)");
    assertThat(text.find("a", "2", 1)).isEqualTo("-");
    assertThat(text.find("nowhere", "1", 1)).isEqualTo("-");
    assertThat(text.find("A", "1", 1)).isEqualTo("-");
  }

  @Test
  void anEarlyMatchEndsTheAskingForMoreDigitsInItsContextOnly() {
    DialplanText text =
        of(
            """
            [in]
            include => early
            include => more
            [early]
            exten => _4!,1,NoOp(early)
            include => hidden
            [hidden]
            exten => 4444,1,NoOp()
            [more]
            exten => 4567,1,NoOp(longer)
            """);
    Search more = Search.priority("early", "44", 1).asking(MatchMode.MATCH_MORE);

    assertThat(text.find(more)).isEqualTo("-");
    assertThat(text.find(more.in("in"))).isEqualTo("-");
    assertThat(text.find(Search.priority("in", "45", 1).asking(MatchMode.MATCH_MORE)))
        .isEqualTo("NoOp(longer)");
    assertThat(text.find("in", "45", 1)).isEqualTo("NoOp(early)");
  }

  @Test
  void includesHoldAtTheirTimes() {
    String file =
        """
        [in]
        include => day,9:00-16:59,mon-fri,*,*
        include => night
        [day]
        exten => 1,1,NoOp(day)
        [night]
        exten => 1,1,NoOp(night)
        """;

    assertThat(at("2026-11-23T09:00:30Z", file).find("in", "1", 1)).isEqualTo("NoOp(day)");
    assertThat(at("2026-11-23T16:59:59Z", file).find("in", "1", 1)).isEqualTo("NoOp(day)");
    assertThat(at("2026-11-23T17:00:00Z", file).find("in", "1", 1)).isEqualTo("NoOp(night)");
    assertThat(at("2026-11-22T12:00:00Z", file).find("in", "1", 1)).isEqualTo("NoOp(night)");
  }

  @Test
  void anEswitchIsToldTheChannelsVariables() {
    switches.register(answering("Here", "200"));
    DialplanText text = of("[in]\neswitch => Here/${TENANT}-x\n");
    Map<String, String> variables = Map.of("TENANT", "blue");

    assertThat(text.find(Search.priority("in", "200", 1).by("", variables::get)))
        .isEqualTo("FromSwitch(blue-x)");
  }

  @Test
  void theOverridingSwitchIsAskedFirst() {
    switches.register(answering("Here", "100"));
    DialplanText text = of("[general]\noverrideswitch=Here/all\n[in]\nexten => _1XX,1,NoOp(own)\n");

    assertThat(text.find("in", "100", 1)).isEqualTo("FromSwitch(all)");
    assertThat(text.find("in", "101", 1)).isEqualTo("NoOp(own)");
  }

  @Test
  void aSwitchThatNobodyBringsIsPassedOver() {
    DialplanText text = of("[in]\nswitch => DUNDi/x\ninclude => b\n[b]\nexten => 1,1,NoOp(b)\n");

    assertThat(text.find("in", "1", 1)).isEqualTo("NoOp(b)");
  }

  @Test
  void switchesAreAskedForLabelsAndNotForHints() {
    switches.register(answering("Here", "100"));
    DialplanText text = of("[in]\nswitch => Here/x\n");

    assertThat(text.find("in", "100", Step.HINT)).isEqualTo("-");
    assertThat(asked).isEmpty();
    assertThat(text.find(Search.label("in", "100", "there"))).isEqualTo("FromSwitch(x)");
  }

  private DialplanText of(String file) {
    return DialplanText.of(file, switches, Clock.systemUTC());
  }

  private DialplanText at(String time, String file) {
    return DialplanText.of(file, switches, Clock.fixed(Instant.parse(time), ZoneOffset.UTC));
  }

  private Switch answering(String name, String number) {
    return switchOf(
        name,
        query -> {
          asked.add(query);
          return query.extension().equals(number)
              ? new Lookup.Found<>(
                  new Step(number, 1, "", "FromSwitch", query.data(), Origin.BUILT_IN))
              : new Lookup.Absent<>();
        });
  }

  private interface Answer {
    Lookup<Step> to(Switch.Query query);
  }

  private static Switch switchOf(String name, Answer answer) {
    return new Switch() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Lookup<Step> find(Query query) {
        return answer.to(query);
      }
    };
  }
}
