package org.ara.driver.sql.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ara.config.option.ReferencePage;
import org.ara.driver.sql.schema.Flavour;
import org.ara.driver.sql.schema.WellKnownTables;
import org.junit.jupiter.api.Test;

class MysqlDocumentationTest {

  @Test
  void theDocumentationListsTheOptionsAndTheTables() throws IOException {
    String page = Files.readString(Path.of("../../docs/databases.md"));

    assertThat(page).contains(ReferencePage.markdown(MysqlOptions.TABLE));
    assertThat(page).contains(new WellKnownTables(Flavour.MYSQL).of("sippeers", "extensions"));
  }
}
