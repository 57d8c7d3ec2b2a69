package org.ara.pbx.dialplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors of {@code spec/dialplan.md} section 10. */
class ArgumentsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '`',
      value = {
        "a,b,c       > a|b|c",
        "\"a,b\",c   > a,b|c",
        "a\\,b,c     > a,b|c",
        "f(a,b),c    > f(a,b)|c",
        "[a,b],c     > [a,b]|c",
        "a,b,c,d     > a|b|c,d",
        "a,          > a|",
        ",,          > ||",
        "\"a\"\"b\"  > ab",
        "a),b        > a)|b",
        "\"(\",b     > (|b",
        "a\\         > a\\",
      })
  void argumentsAreSplitIntoThreeSlots(String text, String parts) {
    assertThat(String.join("|", Arguments.split(text.strip(), 3).values())).isEqualTo(parts);
  }

  @Test
  void anEmptyTextHasNoArguments() {
    assertThat(Arguments.split("").count()).isZero();
    assertThat(Arguments.split("").at(0)).isEmpty();
    assertThat(Arguments.split("a,").at(1)).contains("");
    assertThat(Arguments.split("a").text(5)).isEmpty();
  }

  @Test
  void optionsAreLettersWithValues() {
    OptionLetters options =
        OptionLetters.parse("gL(60000:30)t(\"a)b\")c(d\\)e)", message -> {}).orElseThrow();

    assertThat(options.has('g')).isTrue();
    assertThat(options.has('x')).isFalse();
    assertThat(options.value('g')).contains("");
    assertThat(options.value('L')).contains("60000:30");
    assertThat(options.value('t')).contains("a)b");
    assertThat(options.value('c')).contains("d)e");
    assertThat(options.value('x')).isEmpty();
  }

  @Test
  void anOptionThatIsNotClosedFailsThemAll() {
    List<String> warnings = new ArrayList<>();

    assertThat(OptionLetters.parse("gL(1", warnings::add)).isEmpty();
    assertThat(warnings).singleElement().asString().contains("option L(");
  }
}
