package org.ara.driver.sql.mysql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ara.config.Category;
import org.ara.config.Configuration;
import org.ara.config.Problem;
import org.ara.config.option.OptionValues;
import org.ara.driver.sql.DriverModule;
import org.ara.driver.sql.Sections;
import org.ara.driver.sql.SqlDriver;
import org.ara.module.ModuleContext;

/**
 * The module {@code res_config_mysql}: MySQL and MariaDB servers. A mapping names the section to
 * use, or two, {@code read/write}.
 */
public final class MysqlModule extends DriverModule<MysqlSettings, MysqlDatabase> {

  static final String FILE = "res_config_mysql.conf";
  private static final String OLDER_FILE = "res_mysql.conf";

  public MysqlModule() {
    this(new MysqlDriver());
  }

  private MysqlModule(SqlDriver<MysqlDatabase> driver) {
    super(FILE, Optional.of(OLDER_FILE), driver, new Sections<>(driver, MysqlDatabase::new));
  }

  @Override
  public String name() {
    return "res_config_mysql";
  }

  @Override
  public String description() {
    return "MySQL and MariaDB realtime driver";
  }

  @Override
  protected Map<String, MysqlSettings> read(Configuration configuration, ModuleContext context) {
    Map<String, MysqlSettings> sections = new LinkedHashMap<>();
    for (Category section : configuration.visible()) {
      if (section.name().indexOf(MysqlDriver.SEPARATOR) >= 0) {
        context.report(List.of(unnameable(section)));
      } else {
        OptionValues values = MysqlOptions.TABLE.read(section);
        context.report(values.problems());
        sections.putIfAbsent(section.name(), MysqlOptions.settings(section, values));
      }
    }
    return sections;
  }

  @Override
  protected void loaded(ModuleContext context) {
    context.register(new ShowMysqlStatus(driver()));
    context.register(new ShowMysqlCache(driver()));
  }

  private static Problem unnameable(Category section) {
    return Problem.warning(
        section.origin(),
        "["
            + section.name()
            + "] is ignored: in a mapping, '/' separates the section to read from the section to"
            + " write; choose a name without it");
  }
}
