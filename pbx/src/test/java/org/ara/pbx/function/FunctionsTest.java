package org.ara.pbx.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.ara.pbx.testing.TestExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionsTest {

  @TempDir Path directory;

  private List<String> run(String text) {
    return TestExchange.with(
            directory,
            "[phones]\nexten => 600,1,Set(V=a-b-c-d)\nsame => n,Set(T=\\${V})\nsame => n,NoOp("
                + text
                + ")\n")
        .run("600");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "${LEN(äb)}|3",
        "${TOUPPER(ab)}${TOLOWER(CD)}|ABcd",
        "${CUT(V,,2)}|b",
        "${CUT(V,-,2-)}|b-c-d",
        "${CUT(V,-,-2)}|a-b",
        "${CUT(V,-,1&3-4)}|a-c-d",
        "${CUT(V,-,x)}.|.",
        "${FIELDQTY(V,-)}${FIELDQTY(NONE,-)}${FIELDQTY(V,)}|401",
        "${IF($[1=1]? yes : no )}${IF(0?yes:no)}|yesno",
        "${CHANNEL(name)} ${CHANNEL(channeltype)} ${CHANNEL(state)}|Test/100-00000000 Test Ring",
        "${CHANNEL(peername)} ${CHANNEL(language)} ${CHANNEL(exten)}|100 en 600",
        "${CALLERID(all)}|100",
        "${CHANNEL} ${EXTEN}@${CONTEXT}:${PRIORITY} ${SYSTEMNAME}|Test/100-00000000 600@phones:3 bar",
        "${NOSUCH(1)}.${GLOBAL(none)}|."
      })
  void aFunctionHasItsValue(String text, String value) {
    assertThat(run(text)).last().isEqualTo("NoOp(" + value + ")");
  }

  @Test
  void uniqueIdsCarryTheSystemsName() {
    assertThat(run("${UNIQUEID} ${EPOCH}").getLast()).matches("NoOp\\(bar-\\d+\\.0 \\d+\\)");
  }
}
