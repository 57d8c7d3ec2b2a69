package org.ara.driver.sql.library;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.ara.driver.sql.schema.Flavour;
import org.ara.driver.sql.schema.WellKnownTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of docs/library.md and the README is this one, and it works. */
class LibraryDocumentationTest {

  private static final Path ROOT = Path.of("..", "..");

  private @TempDir Path directory;

  @Test
  void theExampleFindsThePhone() throws Exception {
    phones("INSERT INTO sippeers (name, ipaddr) VALUES ('alice', '192.0.2.7')");
    assertThat(run()).isEqualTo("alice at Optional[192.0.2.7]\n");
  }

  @Test
  void theExampleSaysThatThereIsNone() throws Exception {
    phones("INSERT INTO sippeers (name, ipaddr) VALUES ('bob', '192.0.2.8')");
    assertThat(run()).isEqualTo("there is no alice\n");
  }

  @Test
  void theExampleSaysWhyNobodyKnows() throws Exception {
    Files.createDirectory(directory.resolve("phones.sqlite3"));
    assertThat(run()).startsWith("sqlite3 [phones] (").contains("sippeers: ");
  }

  @Test
  void theExampleIsTheTextOfThePage() throws IOException {
    assertThat(Files.readString(ROOT.resolve("docs/library.md"))).contains(example());
  }

  @Test
  void theReadmeShowsLinesOfTheExample() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    String shown = readme.substring(readme.indexOf("```java\n") + 8);
    String lines = shown.substring(0, shown.indexOf("```"));
    assertThat(lines.lines().filter(line -> !line.isBlank())).hasSizeGreaterThan(5);
    assertThat(example().replaceAll("(?m)^    ", "")).contains(lines);
  }

  private String run() throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(printed, true, UTF_8)) {
      System.setOut(out);
      WhereIsAlice.main(new String[] {directory.toString()});
    } finally {
      System.setOut(before);
    }
    return printed.toString(UTF_8);
  }

  private void phones(String row) throws SQLException {
    try (Connection database =
            DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("phones.sqlite3"));
        Statement statement = database.createStatement()) {
      for (String sql : new WellKnownTables(Flavour.SQLITE).of("sippeers")) {
        statement.execute(sql);
      }
      statement.execute(row);
    }
  }

  private static String example() throws IOException {
    String text =
        Files.readString(Path.of("src/test/java/org/ara/driver/sql/library", "WhereIsAlice.java"));
    return text.substring(text.indexOf("import "));
  }
}
