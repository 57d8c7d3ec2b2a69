package org.ara.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ara.config.Origin;
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
}
