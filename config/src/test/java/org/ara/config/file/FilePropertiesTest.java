package org.ara.config.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.ara.config.Category;
import org.ara.config.LoadResult;
import org.ara.config.Problem;
import org.ara.config.Variable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every set of files, on files of the grammar's lines by a seeded generator. */
class FilePropertiesTest {

  private static final List<String> LINES =
      List.of(
          "[a]",
          "[b](!)",
          "[a](+)",
          "[c](a,b)",
          "[d](b,+)",
          "[a](+x=1)",
          "[b](+TEMPLATES=include)",
          "x = 1",
          "x += 2",
          "y => \\;",
          "nonsense",
          "= 1",
          ";--",
          "--;",
          "z = 1 ;-- c --; 2",
          "#include one.conf",
          "#tryinclude {two,none}.conf",
          "#include *.conf",
          "#exec date",
          "#include none.conf",
          "[broken",
          "\\",
          "#what");

  @TempDir Path etc;

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everySetOfFilesIsReadOrRefusedWithAReason(long seed) throws IOException {
    Random random = new Random(seed);
    List<String> names = List.of("main.conf", "one.conf", "two.conf");
    for (String name : names) {
      StringBuilder text = new StringBuilder(name.equals("main.conf") ? "[main]\n" : "");
      for (int i = random.nextInt(12); i >= 0; i--) {
        text.append(LINES.get(random.nextInt(LINES.size()))).append('\n');
      }
      Files.writeString(etc.resolve(name), text, StandardCharsets.UTF_8);
    }

    LoadResult result = new FileConfigSource(etc).load("main.conf");

    switch (result) {
      case LoadResult.Loaded loaded -> {
        assertThat(loaded.configuration().categories()).isNotEmpty();
        for (Category category : loaded.configuration().categories()) {
          assertThat(category.variables()).allSatisfy(FilePropertiesTest::hasItsPlace);
        }
      }
      case LoadResult.Invalid invalid ->
          assertThat(invalid.problems())
              .anySatisfy(
                  problem -> {
                    assertThat(problem.severity()).isEqualTo(Problem.Severity.ERROR);
                    assertThat(problem.origin().source()).isEqualTo("main.conf");
                    assertThat(problem.origin().line()).isPositive();
                  });
      case LoadResult.Missing missing -> throw new AssertionError("main.conf is there: " + missing);
    }
    assertThat(new FileConfigSource(etc).load("main.conf")).isEqualTo(result);
  }

  private static void hasItsPlace(Variable variable) {
    assertThat(variable.origin().toString()).matches("(main|one|two)\\.conf:[0-9]+");
  }
}
