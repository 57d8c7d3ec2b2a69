package org.ara.driver.sql.postgres;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ara.config.Category;
import org.ara.config.Configuration;
import org.ara.config.option.OptionValues;
import org.ara.driver.sql.DriverModule;
import org.ara.driver.sql.Sections;
import org.ara.driver.sql.SqlDriver;
import org.ara.module.ModuleContext;

/**
 * The module {@code res_config_pgsql}: PostgreSQL servers. A mapping uses the section named like
 * its database, and {@code [general]} where there is none.
 */
public final class PostgresModule extends DriverModule<PostgresSettings, PostgresDatabase> {

  static final String FILE = "res_pgsql.conf";
  private static final String GENERAL = "general";

  public PostgresModule() {
    this(
        new SqlDriver<>(
            "pgsql",
            FILE,
            (databases, wanted) ->
                Sections.named(databases, wanted).or(() -> Sections.named(databases, GENERAL))));
  }

  private PostgresModule(SqlDriver<PostgresDatabase> driver) {
    super(FILE, driver, new Sections<>(driver, PostgresDatabase::new));
  }

  @Override
  public String name() {
    return "res_config_pgsql";
  }

  @Override
  public String description() {
    return "PostgreSQL realtime driver";
  }

  @Override
  protected Map<String, PostgresSettings> read(Configuration configuration, ModuleContext context) {
    Map<String, PostgresSettings> sections = new LinkedHashMap<>();
    for (Category section : configuration.visible()) {
      OptionValues values = PostgresOptions.TABLE.read(section);
      context.report(values.problems());
      sections.putIfAbsent(section.name(), PostgresOptions.settings(section, values));
    }
    return sections;
  }

  @Override
  protected void loaded(ModuleContext context) {
    context.register(new ShowPostgresStatus(driver()));
    context.register(new ShowPostgresCache(driver()));
  }
}
