package org.ara.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateFormatTest {

  private static String written(String pattern) {
    LocalDateTime moment = LocalDateTime.of(2026, 3, 5, 7, 8, 9, 123_456_789);
    return DateFormat.of(pattern)
        .orElseThrow()
        .format(moment.atZone(ZoneId.systemDefault()).toInstant());
  }

  @ParameterizedTest
  @CsvSource({
    "%b %e %T, Mar  5 07:08:09",
    "%F %T.%3q, 2026-03-05 07:08:09.123",
    "%Y%m%d-%H%M%S.%6q, 20260305-070809.123456",
    "%A the %d. of %B %y at %I %p 100%%, Thursday the 05. of March 26 at 07 AM 100%",
    "%D %R day %j, 03/05/26 07:08 day 064",
    "it's %q, it's 123"
  })
  void datesAreWrittenAsStrftimeWould(String pattern, String expected) {
    assertThat(written(pattern)).isEqualTo(expected);
  }

  @Test
  void aConversionThatDoesNotExistIsNoFormat() {
    assertThat(DateFormat.of("%F %!")).isEmpty();
    assertThat(DateFormat.of("half %")).isEmpty();
  }
}
