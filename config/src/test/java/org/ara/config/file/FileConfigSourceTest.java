package org.ara.config.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.ara.config.Category;
import org.ara.config.Configuration;
import org.ara.config.LoadResult;
import org.ara.config.Problem;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileConfigSourceTest {

  @TempDir Path etc;

  @Test
  void sectionsAndVariablesKeepTheirOrderAndTheirPlaces() {
    file("a.conf", "[one]", "b = 1 ; why", "a => 2", "b=", "", "[two]", "c = x = y");

    Configuration read = loaded("a.conf");

    assertThat(read.categories()).map(Category::name).containsExactly("one", "two");
    assertThat(shown(read, "one")).containsExactly("b=1", "a=>2", "b=");
    assertThat(shown(read, "two")).containsExactly("c=x = y");
    assertThat(read.category("ONE").orElseThrow().variables().get(1).origin())
        .hasToString("a.conf:3");
  }

  @Test
  void aFileThatIsNotThereIsMissingAndAnEmptyOneIsEmpty() {
    file("empty.conf");

    assertThat(source().load("nosuch.conf")).isInstanceOf(LoadResult.Missing.class);
    assertThat(loaded("empty.conf").categories()).isEmpty();
  }

  @Nested
  class Comments {

    @Test
    void aSemicolonStartsACommentAlsoInsideQuotes() {
      assertThat(only("a = \"x;y\" ; z")).isEqualTo("a=\"x");
    }

    @Test
    void anEscapedSemicolonIsASemicolon() {
      assertThat(only("a = a\\;b;c")).isEqualTo("a=a;b");
      assertThat(only("a = a\\\\;b")).isEqualTo("a=a\\;b");
      assertThat(only("a = \\n\\\"\\\\")).isEqualTo("a=\\n\\\"\\\\");
    }

    @Test
    void aBlockCommentMayStartAndEndInsideALine() {
      assertThat(only("a = x;-- not this --;y")).isEqualTo("a=xy");
      assertThat(only("a = x ;--- only a comment --; y")).isEqualTo("a=x");
      assertThat(only("a = x ;-- 1 ;-- 2 --; 1 --; y")).isEqualTo("a=x  y");
      assertThat(only("a = x --; y")).isEqualTo("a=x --");
    }

    @Test
    void aBlockCommentSpansLinesAndTextBehindItIsAFreshLine() {
      file("a.conf", "[s]", "a = 1 ;--", "b = 2", "[t]", "--; c = 3", "d = 4");

      assertThat(shown(loaded("a.conf"), "s")).containsExactly("a=1", "c=3", "d=4");
    }

    @Test
    void aBlockCommentThatNeverEndsIsAWarningNamingWhereItStarts() {
      file("a.conf", "[s]", "a = 1", ";--", "b = 2");

      LoadResult result = source().load("a.conf");

      assertThat(result).isInstanceOf(LoadResult.Loaded.class);
      assertThat(problems(result))
          .containsExactly("WARNING a.conf:3: the block comment opened here never ends (--;)");
    }

    @Test
    void blockCommentsBeyondDepth128AreIgnoredWithAWarning() {
      file("a.conf", "[s]", ";-- ".repeat(129) + "--; ".repeat(128) + "a = 1");

      LoadResult result = source().load("a.conf");

      assertThat(problems(result)).hasSize(1).first().asString().contains("deeper than 128");
      assertThat(shown(((LoadResult.Loaded) result).configuration(), "s")).containsExactly("a=1");
    }
  }

  @Nested
  class Lines {

    @Test
    void aByteOrderMarkIsDroppedAndBlanksAroundLinesAreTrimmed() {
      file("a.conf", "\uFEFF[s]", " \t a\u0001=\u0002b\r");

      assertThat(shown(loaded("a.conf"), "s")).containsExactly("a=b");
    }

    @Test
    void aTooLongLineIsSkippedWithAWarning() {
      file("a.conf", "[s]", "a=" + "x".repeat(8190), "b=" + "x".repeat(8189));

      LoadResult result = source().load("a.conf");

      assertThat(problems(result))
          .containsExactly("WARNING a.conf:2: the line is ignored: it is longer than 8191 bytes");
      assertThat(loaded("a.conf").value("s", "b").orElseThrow()).hasSize(8189);
    }

    @Test
    void textIsUtf8AndElseLatin1() throws IOException {
      Files.write(etc.resolve("a.conf"), "[s]\na=é\n".getBytes(StandardCharsets.UTF_8));
      assertThat(shown(loaded("a.conf"), "s")).containsExactly("a=é");

      Files.write(etc.resolve("a.conf"), "[s]\na=é\n".getBytes(StandardCharsets.ISO_8859_1));
      assertThat(shown(loaded("a.conf"), "s")).containsExactly("a=é");
    }

    @Test
    void aLeadingBackslashMakesAVariableOfAnything() {
      file("a.conf", "[s]", "\\[x = 1", "\\#a = b", "\\= = c");

      assertThat(shown(loaded("a.conf"), "s")).containsExactly("[x=1", "#a=b", "==c");
      assertThat(invalid("[s]", "\\ x = 1")).contains("a.conf:2: a '\\' at the start");
    }

    @Test
    void linesWithoutEqualsOrNameAreWarnedAboutAndIgnored() {
      file("a.conf", "[s]", "nonsense", "= 1", "#pragma once", "#include", "a = 1");

      LoadResult result = source().load("a.conf");

      assertThat(problems(result))
          .containsExactly(
              "WARNING a.conf:2: 'nonsense' is ignored: it has no '=', and is no [section] either",
              "WARNING a.conf:3: ignored: there is no name before the '='",
              "WARNING a.conf:4: #pragma is no directive, ignored",
              "WARNING a.conf:5: #include names nothing, ignored");
      assertThat(shown(loaded("a.conf"), "s")).containsExactly("a=1");
    }

    @Test
    void theWholeFileIsInvalidWhereItsMeaningIsUnknown() {
      assertThat(invalid("a = 1")).isEqualTo("a.conf:1: 'a' stands before the first [section]");
      assertThat(invalid("[s")).isEqualTo("a.conf:1: the section header has no ']'");
      assertThat(invalid("[s](a")).isEqualTo("a.conf:1: the options of section [s] have no ')'");
    }

    @Test
    void appendingAddsToTheLastVariableOfExactlyThatName() {
      file("a.conf", "[s]", "a = 1", "a = 2", "a +=  x ", "A += y", "b +=> z", "b +=> w");

      assertThat(shown(loaded("a.conf"), "s")).containsExactly("a=1", "a=2  x", "A=y", "b=>z> w");
    }
  }

  @Nested
  class Inheritance {

    @Test
    void aTemplatesValueComesFirstAndTheSectionsOwnLast() {
      file("a.conf", "[t](!)", "a = template", "[s](t)", "a = own");

      Category section = loaded("a.conf").category("s").orElseThrow();

      assertThat(section.first("a")).contains("template");
      assertThat(section.last("a")).contains("own");
      assertThat(section.variables().getFirst().inherited()).isTrue();
      assertThat(section.variables().getFirst().origin()).hasToString("a.conf:2");
      assertThat(loaded("a.conf").visible()).map(Category::name).containsExactly("s");
    }

    @Test
    void aBaseIsCopiedAsItIsAtThatMoment() {
      file("a.conf", "[t](!)", "a=1", "[s](t)", "[t](+TEMPLATES=include)", "b=2", "[u](t)");

      assertThat(shown(loaded("a.conf"), "s")).containsExactly("a=1");
      assertThat(shown(loaded("a.conf"), "u")).containsExactly("a=1", "b=2");
    }

    @Test
    void optionsAreObeyedFromLeftToRight() {
      file("a.conf", "[t](!)", "x=1", "[s]", "a=1", "[s](+,t)", "b=2", "[s](t,+)", "c=3");

      assertThat(shown(loaded("a.conf"), "s")).containsExactly("a=1", "x=1", "b=2", "x=1", "c=3");
    }

    @Test
    void appendingDoesNotFindATemplate() {
      assertThat(invalid("[t](!)", "[t](+)"))
          .isEqualTo(
              "a.conf:2: [t](+) adds to a section that does not exist above;"
                  + " to add to the template, write (+TEMPLATES=include)");
      assertThat(invalid("[s](nosuch)")).contains("no section or template [nosuch]");
    }

    @Test
    void aFilterChoosesAmongSectionsOfOneName() {
      file(
          "a.conf",
          "[s]",
          "type=peer",
          "host=1",
          "[s]",
          "type=user",
          "host=2",
          "[s](+type=^us&host=[[:digit:]])",
          "found=yes",
          "[t](!)",
          "[t]",
          "[t](+TEMPLATES=restrict)",
          "here=1");

      List<Category> all = loaded("a.conf").categories();

      assertThat(all.get(0).first("found")).isEmpty();
      assertThat(all.get(1).first("found")).contains("yes");
      assertThat(all.get(2).first("here")).contains("1");
      assertThat(invalid("[s]", "[s](+a=[)")).contains("expected +name=value");
    }

    @Test
    void theSameNameTwiceMakesTwoSectionsOfWhichLookupSeesTheFirst() {
      file("a.conf", "[s]", "a=1", "[s]", "a=2");

      assertThat(loaded("a.conf").categories()).hasSize(2);
      assertThat(loaded("a.conf").value("S", "A")).contains("1");
    }

    @Test
    void aHeadersNameIsNotTrimmedAndOptionsNeedToFollowAtOnce() {
      file("a.conf", "[ a ](!) x", "[b] (!)", "[]");

      assertThat(loaded("a.conf").categories())
          .map(c -> "<" + c.name() + ">" + c.template())
          .containsExactly("< a >true", "<b>false", "<>false");
    }
  }

  @Nested
  class Includes {

    @Test
    void bareVariablesOfASecondIncludeBelongToTheLastSectionOfTheFirst() {
      file("a.conf", "[main]", "a=1", "#include one.conf", "#include <two.conf>", "b=2");
      file("one.conf", "x=1", "[from-one]", "y=1");
      file("two.conf", "z=1");

      assertThat(shown(loaded("a.conf"), "main")).containsExactly("a=1", "x=1", "b=2");
      assertThat(shown(loaded("a.conf"), "from-one")).containsExactly("y=1", "z=1");
    }

    @Test
    void aGlobIsReadInSortedOrderWithPlacesInEachFile() {
      file("a.conf", "[main]", "#include \"d/*.conf\"");
      file("d/2.conf", "b=2");
      file("d/1.conf", "\uFEFFa=1");
      file("d/.hidden.conf", "h=1");
      file("d/x{y.conf", "");
      file("d/other.txt", "o=1");

      Category main = loaded("a.conf").category("main").orElseThrow();

      assertThat(main.variables())
          .map(v -> v.name() + "@" + v.origin())
          .containsExactly("a@d/1.conf:1", "b@d/2.conf:1");
    }

    @Test
    void bracesNameSeveralFiles() {
      file("a.conf", "[main]", "#include {two,one,nosuch}.conf");
      file("one.conf", "a=1");
      file("two.conf", "b=2");

      assertThat(shown(loaded("a.conf"), "main")).containsExactly("a=1", "b=2");
    }

    @Test
    void relativeNamesStartFromTheDirectoryNotFromTheIncludingFile() {
      file("a.conf", "[main]", "#include d/b.conf");
      file("d/b.conf", "#include c.conf");
      file("c.conf", "c=1");

      assertThat(shown(loaded("a.conf"), "main")).containsExactly("c=1");
    }

    @Test
    void aMissingIncludeMakesTheFileInvalidUnlessItIsTried() {
      assertThat(invalid("#include nosuch.conf"))
          .isEqualTo("a.conf:1: there is no file 'nosuch.conf' to include");
      assertThat(invalid("#include nosuch/*.conf")).contains("'nosuch/*.conf'");

      file("a.conf", "[s]", "#tryinclude nosuch.conf", "a=1");
      assertThat(source().load("a.conf").problems()).isEmpty();
    }

    @Test
    void anErrorInAnIncludedFileStopsOnlyThatFile() {
      file("a.conf", "[s]", "#include b.conf", "c=3");
      file("b.conf", "a=1", "[broken", "b=2");

      LoadResult result = source().load("a.conf");

      assertThat(problems(result)).containsExactly("ERROR b.conf:2: the section header has no ']'");
      assertThat(shown(loaded("a.conf"), "s")).containsExactly("a=1", "c=3");
    }

    @Test
    void failedIncludesDoNotUseUpTheDepth() {
      String[] lines = new String[14];
      java.util.Arrays.fill(lines, "#include b.conf");
      lines[0] = "[s]";
      lines[13] = "z=1";
      file("a.conf", lines);
      file("b.conf", "[broken");

      assertThat(shown(loaded("a.conf"), "s")).containsExactly("z=1");
    }

    @Test
    void includesNestTenLevelsDeep() {
      file("a.conf", "[s]", "#include 1.conf");
      for (int i = 1; i <= 10; i++) {
        file(i + ".conf", "v" + i + "=1", "#tryinclude " + (i + 1) + ".conf");
      }
      file("11.conf", "v11=1");

      LoadResult result = source().load("a.conf");

      assertThat(shown(loaded("a.conf"), "s")).hasSize(10).doesNotContain("v11=1");
      assertThat(problems(result))
          .containsExactly("WARNING 10.conf:2: includes nest deeper than 10 levels: 11.conf");
    }

    @Test
    void aFileIncludedTwiceIsReadTwiceWithAWarning() {
      file("a.conf", "[s]", "#include b.conf", "#include b.conf");
      file("b.conf", "b=1");

      assertThat(problems(source().load("a.conf")))
          .containsExactly("WARNING a.conf:3: b.conf is included more than once");
      assertThat(shown(loaded("a.conf"), "s")).containsExactly("b=1", "b=1");
    }

    @Test
    void aFileDoesNotIncludeItself() {
      file("a.conf", "[s]", "a=1", "#include *.conf", "c=3");
      file("b.conf", "b=2", "#tryinclude a.conf");

      assertThat(shown(loaded("a.conf"), "s")).containsExactly("a=1", "b=2", "c=3");
      assertThat(problems(source().load("a.conf")))
          .containsExactly(
              "WARNING a.conf:3: a.conf is skipped: it would include itself",
              "WARNING b.conf:2: a.conf is skipped: it would include itself");
    }

    @Test
    void whatIsNoRegularFileIsSkippedWithAWarning() {
      file("d/b.conf", "b=1");

      assertThat(invalid("[s]", "#include d")).contains("no file 'd'");
      assertThat(problems(source().load("d")))
          .containsExactly("WARNING d: d is skipped: not a regular file");
    }

    @Test
    void aNameThatNoFileCanHaveIsNotFound() {
      assertThat(invalid("[s]", "#include a\u0000b")).contains("to include");
    }

    @Test
    void commandsAreRefusedUnlessTheyAreAllowed() {
      file("a.conf", "[s]", "#exec echo a=1; exit 3", "b=2");
      file("e.conf", "[s]", "#exec echo oops >&2\\; echo a=1\\; exit 3", "b=2");

      assertThat(problems(source().load("a.conf"))).first().asString().contains("execincludes");
      assertThat(shown(loaded("a.conf"), "s")).containsExactly("b=2");

      LoadResult result = new FileConfigSource(etc, true).load("e.conf");
      assertThat(shown(((LoadResult.Loaded) result).configuration(), "s"))
          .containsExactly("a=1", "b=2");
      assertThat(problems(result).toString())
          .contains(": oops", "ended with status 3")
          .contains("WARNING e.conf:2");
    }
  }

  private FileConfigSource source() {
    return new FileConfigSource(etc);
  }

  private Configuration loaded(String name) {
    LoadResult result = source().load(name);
    assertThat(result).isInstanceOf(LoadResult.Loaded.class);
    return ((LoadResult.Loaded) result).configuration();
  }

  /** The problem that makes a.conf invalid. */
  private String invalid(String... lines) {
    file("a.conf", lines);
    LoadResult result = source().load("a.conf");
    assertThat(result).isInstanceOf(LoadResult.Invalid.class);
    Problem last = result.problems().getLast();
    assertThat(last.severity()).isEqualTo(Problem.Severity.ERROR);
    return last.toString();
  }

  /** The one variable that a line of a section defines. */
  private String only(String line) {
    file("a.conf", "[s]", line);
    List<String> shown = shown(loaded("a.conf"), "s");
    assertThat(shown).hasSize(1);
    return shown.getFirst();
  }

  private static List<String> shown(Configuration configuration, String category) {
    return configuration.category(category).orElseThrow().variables().stream()
        .map(v -> v.name() + (v.object() ? "=>" : "=") + v.value())
        .toList();
  }

  private static List<String> problems(LoadResult result) {
    return result.problems().stream().map(p -> p.severity() + " " + p).toList();
  }

  private void file(String name, String... lines) {
    try {
      Path file = etc.resolve(name);
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      Files.writeString(file, String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
