package org.ara.config.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ara.config.Category;
import org.ara.config.LoadResult;
import org.ara.config.Origin;
import org.ara.config.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElsewhereTest {

  @TempDir Path directory;
  private final Map<String, Elsewhere.Kept> kept = new HashMap<>();

  @Test
  void aFileThatIsElsewhereIsNotReadFromTheDirectory() throws IOException {
    write("a.conf", "[disk]\nx=1\n");
    kept("a.conf", line("table", 1, "x", "2;3"));
    assertThat(shown(load("a.conf"))).containsExactly("[table]", "x=2;3");
  }

  @Test
  void aFileIncludesWhatIsElsewhereAndGoesOnAfterwards() throws IOException {
    write("a.conf", "[one]\nx=1\n#include \"b.conf\"\ny=2\n[three](two)\n");
    kept("b.conf", line("two", 1, "z", "3"));
    assertThat(shown(load("a.conf")))
        .containsExactly("[one]", "x=1", "y=2", "[two]", "z=3", "[three]", "z=3");
  }

  @Test
  void aSectionGoesOnAfterAnIncludeAndANewRankBeginsAnother() throws IOException {
    write("b.conf", "[two]\nz=3\n[one](+)\ny=2\n");
    kept(
        "a.conf",
        line("one", 2, "x", "1"),
        line("one", 2, "#include", "b.conf"),
        line("one", 2, "w", "4"),
        line("one", 1, "x", "5"));
    assertThat(shown(load("a.conf")))
        .containsExactly("[one]", "x=1", "y=2", "w=4", "[two]", "z=3", "[one]", "x=5");
  }

  @Test
  void whatIncludesItselfComesToAnEndAndIsNamed() {
    kept("a.conf", line("one", 1, "x", "1"), line("one", 1, "#include", "a.conf"));
    assertThat(load("a.conf").problems())
        .first()
        .hasToString("rows:7: includes nest deeper than 10 levels: a.conf");
  }

  @Test
  void anIncludeThatIsMissingIsNamedWithItsRow() {
    kept("a.conf", line("one", 1, "#include", "nosuch.conf"));
    assertThat(load("a.conf")).isInstanceOf(LoadResult.Invalid.class);
    assertThat(load("a.conf").problems())
        .hasToString("[rows:7: #include nosuch.conf: there is no such file; correct var_val]");
  }

  @Test
  void whatCannotBeReadIsMissingWithAnErrorAlsoWhereItIsIncluded() throws IOException {
    Problem away = Problem.error(new Origin("rows", 0), "the database is away");
    kept.put("a.conf", new Elsewhere.Kept.Unreadable(away));
    write("b.conf", "[one]\n#include \"a.conf\"\n");
    assertThat(load("a.conf")).isEqualTo(new LoadResult.Missing("a.conf", List.of(away)));
    assertThat(load("b.conf")).isInstanceOf(LoadResult.Invalid.class);
  }

  @Test
  void aLineWithoutANameIsSetAside() {
    kept("a.conf", line("one", 1, "", "lost"), line("one", 1, "x", "kept"));
    assertThat(shown(load("a.conf"))).containsExactly("[one]", "x=kept");
    assertThat(load("a.conf").problems()).hasSize(1);
  }

  private static Elsewhere.Line line(String section, long rank, String name, String value) {
    return new Elsewhere.Line(section, rank, name, value, new Origin("rows", 7));
  }

  private void kept(String file, Elsewhere.Line... lines) {
    kept.put(file, new Elsewhere.Kept.Lines(List.of(lines), List.of()));
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(directory.resolve(file), text);
  }

  private LoadResult load(String name) {
    return new FileConfigSource(directory)
        .with(wanted -> Optional.ofNullable(kept.get(wanted)))
        .load(name);
  }

  private static List<String> shown(LoadResult result) {
    List<String> lines = new ArrayList<>();
    for (Category category : ((LoadResult.Loaded) result).configuration().categories()) {
      lines.add("[" + category.name() + "]");
      category.variables().forEach(v -> lines.add(v.name() + "=" + v.value()));
    }
    return lines;
  }
}
