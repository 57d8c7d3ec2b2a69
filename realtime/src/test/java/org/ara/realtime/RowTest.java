package org.ara.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ara.config.Origin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowTest {

  private final Row row =
      new Row(
          new Columns(List.of("name", "allow", "secret", "port", "contact")),
          new String[] {"bob", "ulaw; ;alaw ", null, "", "6001^3B@x^5e^^"});

  @Test
  void aColumnThatListsSeveralValuesGivesSeveralEntries() {
    assertThat(row.values("ALLOW")).containsExactly("ulaw", "alaw");
    assertThat(row.entries())
        .map(field -> field.column() + "=" + field.value())
        .containsExactly("name=bob", "allow=ulaw", "allow=alaw", "port=", "contact=6001;@x^^^");
  }

  @Test
  void nullIsNotSetAndTheEmptyStringIsSetAndEmpty() {
    assertThat(row.stored("secret")).isNull();
    assertThat(row.stored("port")).isEmpty();
    assertThat(row.text("secret")).isEmpty();
    assertThat(row.text("nosuch")).isEmpty();
  }

  @Test
  void forOptionsOnlyWhatSetsSomethingCounts() {
    Origin table = new Origin("pgsql sippeers", 0);

    assertThat(row.variables(table))
        .map(variable -> variable.origin() + " " + variable.name() + "=" + variable.value())
        .containsExactly(
            "pgsql sippeers name=bob",
            "pgsql sippeers allow=ulaw",
            "pgsql sippeers allow=alaw",
            "pgsql sippeers contact=6001;@x^^^");
  }

  @Test
  void aCompactRowHasTheSameValues() {
    java.util.Random random = new java.util.Random(7);
    for (int round = 0; round < 500; round++) {
      int size = random.nextInt(1, 100);
      List<String> names = new java.util.ArrayList<>();
      @Nullable String[] values = new @Nullable String[size];
      for (int i = 0; i < size; i++) {
        names.add("c" + i);
        values[i] =
            switch (random.nextInt(5)) {
              case 0, 1 -> null;
              case 2 -> "";
              case 3 -> "x".repeat(random.nextInt(300));
              default -> "é€😀;^".repeat(random.nextInt(70));
            };
      }
      Columns columns = new Columns(names);
      Row row = new Row(columns, values);
      Row compact = row.compact(new Columns(names));

      for (int i = 0; i < size; i++) {
        assertThat(compact.stored(i)).isEqualTo(values[i]);
      }
      assertThat(compact.entries()).isEqualTo(row.entries());
      assertThat(compact.footprint()).isPositive();
      assertThat(compact.compact(columns)).isSameAs(compact);
    }
  }

  @Test
  void aTextThatIsNoProperUnicodeStaysAsItIs() {
    Columns columns = new Columns(List.of("name"));

    Row row = new Row(columns, new @Nullable String[] {"a\ud800b"}).compact(columns);

    assertThat(row.stored("name")).isEqualTo("a\ud800b");
  }
}
