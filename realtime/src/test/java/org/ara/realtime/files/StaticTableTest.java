package org.ara.realtime.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ara.config.Category;
import org.ara.config.Configuration;
import org.ara.config.LoadResult;
import org.ara.config.Problem;
import org.ara.config.file.Elsewhere;
import org.ara.config.file.FileConfigSource;
import org.ara.realtime.Change;
import org.ara.realtime.Columns;
import org.ara.realtime.Condition;
import org.ara.realtime.Field;
import org.ara.realtime.Lookup;
import org.ara.realtime.Outage;
import org.ara.realtime.Row;
import org.ara.realtime.spi.Table;
import org.ara.realtime.spi.TableDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaticTableTest {

  @TempDir Path directory;
  private String more = "";
  private final RowsInOrder rows = new RowsInOrder();

  @Test
  void theHighestCategoryMetricComesFirstAndTheLowestVariableMetric() {
    rows.add(1, "10", "second", "2", "b", "B");
    rows.add(2, "20", "first", "5", "y", "Y");
    rows.add(3, "20", "first", "1", "x", "X");
    rows.add(4, "10", "second", "1", "a", "A");

    assertThat(shown(read())).containsExactly("[first]", "x=X", "y=Y", "[second]", "a=A", "b=B");
  }

  @Test
  void linesOfOnePlaceStayInTheOrderTheyWereAdded() {
    rows.add(7, "0", "bob", "0", "disallow", "all");
    rows.add(8, "0", "bob", "0", "allow", "ulaw");
    rows.add(10, "0", "bob", "0", "allow", "alaw");
    rows.add(9, "0", "bob", "0", "allow", "g722");

    assertThat(shown(read()))
        .containsExactly("[bob]", "disallow=all", "allow=ulaw", "allow=g722", "allow=alaw");
  }

  @Test
  void categoriesOfOneMetricStayApart() {
    rows.add(1, "0", "a", "0", "x", "1");
    rows.add(2, "0", "b", "0", "x", "2");
    rows.add(3, "0", "a", "1", "y", "3");
    rows.add(4, "0", "b", "1", "y", "4");

    assertThat(shown(read())).containsExactly("[a]", "x=1", "y=3", "[b]", "x=2", "y=4");
  }

  @Test
  void oneNameWithTwoMetricsMakesTwoSections() {
    rows.add(1, "2", "a", "0", "x", "1");
    rows.add(2, "1", "a", "0", "x", "2");

    assertThat(shown(read())).containsExactly("[a]", "x=1", "[a]", "x=2");
  }

  @Test
  void valuesAreTakenAsTheyAreStored() {
    rows.add(1, "0", "a(!)", "0", "allow", "ulaw;alaw ^3B \\; ");

    assertThat(shown(read())).containsExactly("[a(!)]", "allow=ulaw;alaw ^3B \\; ");
  }

  @Test
  void aFileWithoutRowsIsEmptyAndNotMissing() {
    assertThat(read().configuration()).isEqualTo(new Configuration("sip.conf", List.of()));
  }

  @Test
  void aTableThatCannotBeReadIsUnavailable() {
    rows.outage = new Outage(Outage.Kind.UNREACHABLE, "away");

    assertThat(new StaticTable(rows, "test").read("sip.conf"))
        .isInstanceOf(Lookup.Unavailable.class);
  }

  @Test
  void whatIsIncludedStandsAfterTheOpenSectionWhichGoesOn() {
    rows.add(1, "0", "a", "0", "x", "1");
    rows.add(2, "0", "a", "1", "#include", "more.conf");
    rows.add(3, "0", "a", "2", "y", "2");
    more = "[m]\nz=3\n[n](a)\n";

    assertThat(shown(read())).containsExactly("[a]", "x=1", "y=2", "[m]", "z=3", "[n]", "x=1");
  }

  @Test
  void anIncludeThatIsNotThereFailsTheWholeFileAndIsNamed() {
    rows.add(5, "0", "a", "0", "#include", "nosuch.conf");

    assertThat(load())
        .isInstanceOf(LoadResult.Invalid.class)
        .extracting(result -> result.problems().toString())
        .asString()
        .contains("ast_config:5", "nosuch.conf");
  }

  @Test
  void aRowWithoutANameIsSetAsideAndNamed() {
    rows.add(4, "0", "a", "0", "", "lost");
    rows.add(5, "0", "a", "1", "x", "kept");

    LoadResult.Loaded loaded = read();

    assertThat(shown(loaded)).containsExactly("[a]", "x=kept");
    assertThat(loaded.problems())
        .singleElement()
        .extracting(Problem::toString)
        .asString()
        .contains("ast_config:4", "var_name");
  }

  private LoadResult.Loaded read() {
    return (LoadResult.Loaded) load();
  }

  private LoadResult load() {
    StaticTable table = new StaticTable(rows, "ast_config");
    try {
      Files.writeString(directory.resolve("more.conf"), more);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new FileConfigSource(directory)
        .with(
            name ->
                name.equals("sip.conf")
                    ? Optional.of(
                        switch (table.read(name)) {
                          case Lookup.Found<Elsewhere.Kept>(Elsewhere.Kept kept) -> kept;
                          case Lookup.Absent<Elsewhere.Kept>() ->
                              throw new AssertionError("absent");
                          case Lookup.Unavailable<Elsewhere.Kept>(Outage outage) ->
                              throw new AssertionError(outage.message());
                        })
                    : Optional.empty())
        .load("sip.conf");
  }

  private static List<String> shown(LoadResult.Loaded loaded) {
    List<String> lines = new ArrayList<>();
    for (Category category : loaded.configuration().categories()) {
      lines.add("[" + category.name() + "]");
      category.variables().forEach(v -> lines.add(v.name() + "=" + v.value()));
    }
    return lines;
  }

  /** Rows of one file, given in the order they were added. */
  private static final class RowsInOrder implements Table {
    private static final Columns COLUMNS =
        new Columns(
            List.of(
                "id", "cat_metric", "category", "var_metric", "var_name", "var_val", "filename"));
    private final List<Row> rows = new ArrayList<>();
    private @org.jspecify.annotations.Nullable Outage outage;

    void add(int id, String... values) {
      String[] all = new String[7];
      all[0] = Integer.toString(id);
      System.arraycopy(values, 0, all, 1, values.length);
      all[6] = "sip.conf";
      rows.add(new Row(COLUMNS, all));
    }

    @Override
    public Lookup<List<Row>> select(List<Condition> conditions, String orderBy, int limit) {
      assertThat(conditions)
          .containsExactly(
              Condition.equal("filename", "sip.conf"), Condition.equal("commented", "0"));
      if (outage != null) {
        return new Lookup.Unavailable<>(outage);
      }
      return rows.isEmpty() ? new Lookup.Absent<>() : new Lookup.Found<>(rows);
    }

    @Override
    public Change update(List<Condition> keys, List<Field> fields) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Change insert(List<Field> fields) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Change delete(List<Condition> keys) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Lookup<TableDescription> describe() {
      throw new UnsupportedOperationException();
    }
  }
}
