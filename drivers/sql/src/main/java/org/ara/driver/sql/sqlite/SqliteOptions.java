package org.ara.driver.sql.sqlite;

import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ara.config.Category;
import org.ara.config.option.Option;
import org.ara.config.option.OptionTable;
import org.ara.config.option.OptionTypes;
import org.ara.config.option.OptionValues;
import org.ara.driver.sql.CommonOptions;

/** The options of a section of {@code res_config_sqlite3.conf} ({@code spec/engine.md} 5.4). */
final class SqliteOptions {

  private SqliteOptions() {}

  static final Option<String> DBFILE =
      Option.of("dbfile", OptionTypes.text())
          .documented(
              "The database's file; required. A relative path is below the directory `astvarlibdir`."
                  + " A file that is missing when the server starts is created, with a warning.");

  static final Option<Boolean> DEBUG =
      Option.of("debug", OptionTypes.yesNo())
          .defaultsTo(false)
          .documented("Log every statement, without its values.");

  static final Option<Duration> BUSY_TIMEOUT =
      Option.of("busy_timeout", OptionTypes.duration(ChronoUnit.MILLIS, 0, 60_000))
          .defaultsTo(Duration.ofSeconds(1))
          .documented("Milliseconds that an operation waits for locks held by other programs.");

  static final Option<Integer> MAX_CONNECTIONS =
      Option.of("max_connections", OptionTypes.number(1, 100))
          .defaultsTo(4)
          .documented("How many lookups run at the same time. There is one writer beside them.");

  static final Option<Boolean> SYNCED =
      Option.of(
              "synchronous", OptionTypes.word(new TreeMap<>(Map.of("full", true, "normal", false))))
          .defaultsTo(true)
          .documented(
              "`full`: a write is answered once it is on the disk. `normal`: once the system has"
                  + " it; faster, and the last writes are lost if the machine loses power.");

  static final Option<String> BATCH =
      Option.unsupported("batch", "every write is committed before it is answered");

  static final OptionTable TABLE =
      OptionTable.of(
          DBFILE,
          DEBUG,
          BUSY_TIMEOUT,
          MAX_CONNECTIONS,
          CommonOptions.MAX_WAITING,
          SYNCED,
          CommonOptions.ORDERED,
          CommonOptions.REQUIREMENTS,
          BATCH);

  /**
   * The settings of a section.
   *
   * @param base what a relative file is relative to
   * @return empty if no file is named
   */
  static Optional<SqliteSettings> settings(Category section, OptionValues values, Path base) {
    return values
        .find(DBFILE)
        .filter(file -> !file.isBlank())
        .map(
            file ->
                new SqliteSettings(
                    section.name(),
                    base.resolve(file).normalize(),
                    values.get(BUSY_TIMEOUT),
                    values.get(MAX_CONNECTIONS),
                    values.get(CommonOptions.MAX_WAITING),
                    values.get(SYNCED),
                    values.get(CommonOptions.ORDERED),
                    values.get(CommonOptions.REQUIREMENTS),
                    values.get(DEBUG)));
  }
}
