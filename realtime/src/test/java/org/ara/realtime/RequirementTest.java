package org.ara.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.ara.realtime.Requirement.Type;
import org.ara.realtime.spi.TableDescription;
import org.ara.realtime.spi.TableDescription.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequirementTest {

  @ParameterizedTest
  @CsvSource({
    "varchar, 3, true, UINTEGER1, true",
    "varchar, 3, true, INTEGER1, false",
    "varchar, 10, true, DATE, true",
    "varchar, 18, true, DATETIME, false",
    "text, 0, true, INTEGER8, true",
    "smallint, 0, false, INTEGER2, true",
    "smallint, 0, false, UINTEGER2, false",
    "int4, 0, false, UINTEGER2, true",
    "int(10) unsigned, 0, false, UINTEGER4, true",
    "int(10) unsigned, 0, false, INTEGER4, false",
    "integer, 0, false, UINTEGER4, false",
    "bigint, 0, false, UINTEGER4, true",
    "mediumint(9), 0, false, INTEGER3, true",
    "tinyint(4), 0, false, INTEGER2, false",
    "'numeric(20,0)', 0, false, UINTEGER8, true",
    "double precision, 0, false, FLOAT, true",
    "integer, 0, false, FLOAT, false",
    "date, 0, false, DATE, true",
    "date, 0, false, DATETIME, false",
    "timestamp without time zone, 0, false, DATETIME, true",
    "datetime, 0, false, DATE, true",
    "boolean, 0, false, INTEGER1, false"
  })
  void aColumnHoldsWhatItsTypeAndSizeAllow(
      String type, int size, boolean text, Type wanted, boolean fits) {
    TableDescription table = new TableDescription(List.of(new Column("c", type, size, true, text)));

    assertThat(table.shortfalls("t", List.of(new Requirement("C", wanted, 5))).isEmpty())
        .isEqualTo(fits);
  }

  @Test
  void whatIsLackingIsNamedWithWhatToDo() {
    TableDescription table =
        new TableDescription(List.of(new Column("short", "varchar", 10, true, true)));

    assertThat(
            table
                .shortfalls(
                    "peers",
                    List.of(Requirement.text("short", 40), Requirement.of("gone", Type.DATE)))
                .messages())
        .containsExactly(
            "peers.short holds 10 characters and 40 are needed; make it longer",
            "peers.gone is missing; add it");
  }

  @Test
  void aTextWithoutASizeIsTheCallersMistake() {
    assertThatThrownBy(() -> Requirement.of("c", Type.CHAR))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
