package org.ara.driver.sql.sqlite;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ara.config.Category;
import org.ara.config.Configuration;
import org.ara.config.Problem;
import org.ara.config.option.OptionValues;
import org.ara.driver.sql.DatabaseException;
import org.ara.driver.sql.DriverModule;
import org.ara.driver.sql.Sections;
import org.ara.driver.sql.SqlDriver;
import org.ara.module.ModuleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The module {@code res_config_sqlite3}: databases in files, the embedded default. */
public final class SqliteModule extends DriverModule<SqliteSettings, SqliteDatabase> {

  static final String FILE = "res_config_sqlite3.conf";
  private static final Logger LOG = LoggerFactory.getLogger(SqliteModule.class);

  public SqliteModule() {
    this(new SqlDriver<>("sqlite3", FILE, Sections::named));
  }

  private SqliteModule(SqlDriver<SqliteDatabase> driver) {
    super(FILE, driver, new Sections<>(driver, SqliteModule::open));
  }

  @Override
  public String name() {
    return "res_config_sqlite3";
  }

  @Override
  public String description() {
    return "SQLite 3 realtime driver";
  }

  @Override
  protected Map<String, SqliteSettings> read(Configuration configuration, ModuleContext context) {
    Map<String, SqliteSettings> sections = new LinkedHashMap<>();
    for (Category section : configuration.visible()) {
      if (!section.name().equalsIgnoreCase("general")) {
        OptionValues values = SqliteOptions.TABLE.read(section);
        context.report(values.problems());
        SqliteOptions.settings(section, values, context.directories().varLib())
            .ifPresentOrElse(
                settings -> sections.putIfAbsent(section.name(), settings),
                () -> context.report(List.of(noFile(section))));
      }
    }
    return sections;
  }

  @Override
  protected void loaded(ModuleContext context) {
    context.register(new ShowSqliteStatus(driver()));
  }

  private static Problem noFile(Category section) {
    return Problem.warning(
        section.origin(), "[" + section.name() + "] names no dbfile; the section is ignored");
  }

  /** Creates a missing file now, so that it is there when the server is. */
  private static SqliteDatabase open(SqliteSettings settings) {
    SqliteDatabase database = new SqliteDatabase(settings);
    try {
      database.createIfMissing();
    } catch (DatabaseException e) {
      LOG.warn("{}", e.outage().message());
    }
    return database;
  }
}
