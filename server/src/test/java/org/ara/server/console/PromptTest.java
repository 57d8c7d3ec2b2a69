package org.ara.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-04T05:06:07Z"), ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "%h*CLI> ,pbx.example.org*CLI> ",
        "%H%#,pbx>",
        "%s@%d %t,ara1@2026-03-04 05:06:07",
        "100%% %z,100% ",
        "%C31;40red%C0,red",
        "50%,50",
      })
  void escapesAreReplaced(String template, String shown) {
    assertThat(prompt(template, true, false)).isEqualTo(shown);
  }

  @Test
  void coloursEndWithThePrompt() {
    assertThat(prompt("%C31;40%H%C0> ", true, true)).isEqualTo("\033[31;40mpbx\033[0m> \033[0m");
  }

  @Test
  void aLocalConsoleHasAnotherMark() {
    assertThat(prompt("%#", false, false)).isEqualTo("#");
    assertThat(prompt(Prompt.usual(false), false, false)).isEqualTo("*CLI> ");
    assertThat(prompt("%u %l1", false, false))
        .matches(System.getProperty("user.name") + " ([0-9.]+|\\?)");
  }

  private static String prompt(String template, boolean remote, boolean colours) {
    return new Prompt(template, "pbx.example.org", "ara1", remote, colours, CLOCK).text();
  }
}
