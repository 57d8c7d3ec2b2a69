package org.ara.realtime.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documentation of the public classes can be built, and nothing public goes undescribed. */
class JavadocTest {

  private static final Path SOURCES = Path.of("src", "main", "java");

  /**
   * What need not be there: tags that would say the first sentence again, and comments on the
   * constructors of records, whose components are described.
   */
  private static final Pattern REPETITION =
      Pattern.compile(
          "warning: (no @(param|return|throws)|use of default constructor)"
              + "|warning: no comment\\n +public \\w+ \\{");

  /** The packages that programs of others use; elsewhere only errors count. */
  private static final Pattern FOR_PROGRAMS =
      Pattern.compile("^src/main/java/org/ara/realtime/((library|spi|status)/)?\\w+\\.java:");

  private @TempDir Path output;

  @Test
  void everythingPublicIsDescribedAndTheDescriptionsAreSound() throws IOException {
    StringWriter said = new StringWriter();
    int status = run(new PrintWriter(said, true));
    List<String> complaints =
        Stream.of(said.toString().split("(?m)^(?=src[/\\\\].*:\\d+: )"))
            .filter(text -> text.contains("warning:") || text.contains("error:"))
            .filter(text -> text.contains("error:") || FOR_PROGRAMS.matcher(text).find())
            .map(text -> String.join("\n", text.lines().limit(2).toList()))
            .filter(text -> !REPETITION.matcher(text).find())
            .toList();
    assertThat(complaints).isEmpty();
    assertThat(status).isZero();
    assertThat(output.resolve("org/ara/realtime/Realtime.html")).exists();
  }

  private int run(PrintWriter out) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of("-quiet", "-public", "-Xdoclint:all", "-Xmaxwarns", "10000", "-locale", "en"));
    arguments.addAll(List.of("-classpath", System.getProperty("java.class.path")));
    arguments.addAll(List.of("-d", output.toString()));
    try (Stream<Path> files = Files.walk(SOURCES)) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .map(Path::toString)
          .forEach(arguments::add);
    }
    return ToolProvider.findFirst("javadoc")
        .orElseThrow()
        .run(out, out, arguments.toArray(String[]::new));
  }
}
