package org.ara.pbx.dialplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times at which includes hold; 2026-11-23 is a Monday. */
class TimeConditionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "*,*,*,*                    ; 2026-11-23T00:00:00Z ; true",
        "''                         ; 2026-11-23T00:00:00Z ; true",
        "9:00-17:00                 ; 2026-11-23T17:00:59Z ; true",
        "9:00-17:00                 ; 2026-11-23T17:01:00Z ; false",
        "22:00-06:00                ; 2026-11-23T23:30:00Z ; true",
        "22:00-06:00                ; 2026-11-23T06:00:30Z ; true",
        "22:00-06:00                ; 2026-11-23T12:00:00Z ; false",
        "8:00-9:00&14:00-15:00      ; 2026-11-23T14:30:00Z ; true",
        "8:00-9:00&14:00-15:00      ; 2026-11-23T12:00:00Z ; false",
        "12:00                      ; 2026-11-23T12:00:59Z ; true",
        "12:00                      ; 2026-11-23T12:01:00Z ; false",
        "*,mon-fri                  ; 2026-11-23T12:00:00Z ; true",
        "*,tue-sun                  ; 2026-11-23T12:00:00Z ; false",
        "*,sat-mon                  ; 2026-11-23T12:00:00Z ; true",
        "*,*,20-25                  ; 2026-11-23T12:00:00Z ; true",
        "*,*,1-15                   ; 2026-11-23T12:00:00Z ; false",
        "*,*,*,nov-feb              ; 2026-11-23T12:00:00Z ; true",
        "*,*,*,jan-mar              ; 2026-11-23T12:00:00Z ; false",
        "13:00-14:00,*,*,*,Asia/Tokyo ; 2026-11-23T04:30:00Z ; true",
        "*,Monday,*,NOV             ; 2026-11-23T12:00:00Z ; true",
      })
  void aConditionHoldsAtItsTimes(String text, String moment, boolean holds) {
    TimeCondition condition = TimeCondition.parse(text, message -> {});
    assertThat(condition.holds(Instant.parse(moment), ZoneOffset.UTC)).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "25:00-26:00 ; '25:00-26:00' is not a time of day (HH:MM) or a range of them",
        "*,funday    ; 'funday' is not a day of the week or a range of them",
        "*,*,0       ; '0' is not a day of the month or a range of them",
        "*,*,*,13    ; '13' is not a month or a range of them",
      })
  void aFieldThatMakesNoSenseHoldsNever(String text, String warning) {
    List<String> warnings = new ArrayList<>();
    TimeCondition condition = TimeCondition.parse(text, warnings::add);
    assertThat(warnings).containsExactly(warning);
    assertThat(condition.holds(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC)).isFalse();
  }

  @Test
  void anUnknownZoneIsTheServers() {
    List<String> warnings = new ArrayList<>();
    TimeCondition condition = TimeCondition.parse("12:00,*,*,*,Mars/Olympus", warnings::add);
    assertThat(warnings).singleElement().asString().contains("Mars/Olympus");
    assertThat(condition.holds(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC)).isTrue();
  }
}
