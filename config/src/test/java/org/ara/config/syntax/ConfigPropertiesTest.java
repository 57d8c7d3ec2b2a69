package org.ara.config.syntax;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.ara.config.Origin;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every file, on files made of the grammar's own pieces by a seeded generator. */
class ConfigPropertiesTest {

  private static final List<String> PIECES =
      List.of(
          "[",
          "]",
          "(",
          ")",
          "!",
          "+",
          ",",
          "=",
          "=>",
          "+=",
          ";",
          "\\;",
          ";--",
          "--;",
          ";---",
          "\\",
          "#include",
          "#tryinclude",
          " ",
          "\t",
          "\n",
          "\r\n",
          "\n\n",
          "a",
          "b",
          "\"",
          "<",
          ">",
          "-",
          "[a]",
          "[b](!)",
          "[a](+)",
          "\na=b",
          "\nb => c ; d",
          "\u00ef\u00bb\u00bf",
          "\u00c3\u00a9",
          "\u00ff",
          "\u0000",
          "&",
          "^",
          "*");

  static LongStream seeds() {
    return LongStream.range(0, 2000);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyFileIsReadAndWrittenBackAndEditsTouchNothingElse(long seed) {
    byte[] bytes = file(new Random(seed)).getBytes(ISO_8859_1);

    ConfigDocument document = ConfigDocument.of(bytes);

    assertThat(document.toBytes()).isEqualTo(bytes);
    document.sections().forEach(section -> EditProperties.check(document, section));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyValueThatCanBeWrittenIsReadBack(long seed) {
    Random random = new Random(seed);
    String name = text(random);
    String value = text(random);
    ConfigDocument empty = ConfigDocument.of("[s]\nx=1;c\n".getBytes(ISO_8859_1));
    ConfigDocument written;
    try {
      written = empty.withAdded("s", name, value).withValue("s", "x", value);
    } catch (IllegalArgumentException refused) {
      assertThat(refused).isNotInstanceOf(IndexOutOfBoundsException.class);
      return;
    }

    List<ConfigText.Placed> statements = ConfigText.read("f", written.toBytes()).statements();

    if (!name.equals("x")) {
      assertThat(statements)
          .element(1)
          .extracting(p -> ((Statement.Assignment) p.statement()).value())
          .isEqualTo(value);
      assertThat(statements.get(2))
          .isEqualTo(
              new ConfigText.Placed(
                  new Statement.Assignment(name, value, false, java.util.Optional.empty()),
                  new Origin("f", 3)));
    }
  }

  private static String file(Random random) {
    StringBuilder text = new StringBuilder();
    int pieces = random.nextInt(60);
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  /** A short text of characters that mean something to the grammar. */
  private static String text(Random random) {
    List<String> pieces = new ArrayList<>();
    int length = random.nextInt(6);
    for (int i = 0; i < length; i++) {
      pieces.add(
          List.of(";", "\\", "=", ">", "[", "#", "-", "--;", "x", "+", " ", "é")
              .get(random.nextInt(12)));
    }
    return String.join("", pieces);
  }
}
