package org.ara.driver.sql.mysql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ara.config.Category;
import org.ara.config.option.Option;
import org.ara.config.option.OptionTable;
import org.ara.config.option.OptionType;
import org.ara.config.option.OptionTypes;
import org.ara.config.option.OptionValues;
import org.ara.driver.sql.CommonOptions;
import org.ara.driver.sql.server.LimitOptions;

/** The options of a section of {@code res_config_mysql.conf} ({@code spec/engine.md} 5.3). */
final class MysqlOptions {

  private MysqlOptions() {}

  static final Option<String> DBHOST =
      Option.of("dbhost", OptionTypes.text())
          .defaultsTo("127.0.0.1")
          .documented("The server's name or address.");

  static final Option<Integer> DBPORT =
      Option.of("dbport", OptionTypes.port()).defaultsTo(3306).documented("The server's TCP port.");

  static final Option<String> DBNAME =
      Option.of("dbname", OptionTypes.text()).defaultsTo("asterisk").documented("The database.");

  static final Option<String> DBUSER =
      Option.of("dbuser", OptionTypes.text())
          .defaultsTo("asterisk")
          .documented("The user to connect as.");

  static final Option<String> DBPASS =
      Option.of("dbpass", OptionTypes.secret())
          .defaultsTo("asterisk")
          .documented("The user's password; never printed.");

  static final Option<String> DBSOCK =
      Option.unsupported("dbsock", "connections are made over TCP");

  static final Option<String> DBCHARSET =
      Option.unsupported(
          "dbcharset", "text goes over the line as utf8mb4, and the server converts");

  static final Option<String> SSLMODE =
      Option.of("sslmode", sslMode())
          .defaultsTo("disable")
          .documented(
              "`disable`, `trust` (encrypted, whoever the server is), `verify-ca` or"
                  + " `verify-full`. MySQL 8 and later want encryption unless the user's password"
                  + " is kept as `mysql_native_password`.");

  static final OptionTable TABLE =
      OptionTable.of(
          DBHOST,
          DBPORT,
          DBNAME,
          DBUSER,
          DBPASS,
          DBSOCK,
          DBCHARSET,
          SSLMODE,
          LimitOptions.MAX_CONNECTIONS,
          CommonOptions.MAX_WAITING,
          LimitOptions.CONNECT_TIMEOUT,
          LimitOptions.STATEMENT_TIMEOUT,
          LimitOptions.POOL_TIMEOUT,
          CommonOptions.ORDERED,
          CommonOptions.REQUIREMENTS);

  static MysqlSettings settings(Category section, OptionValues values) {
    return new MysqlSettings(
        section.name(),
        values.get(DBHOST),
        values.get(DBPORT),
        values.get(DBNAME),
        values.get(DBUSER),
        values.get(DBPASS),
        values.get(SSLMODE),
        LimitOptions.read(values),
        values.get(CommonOptions.ORDERED),
        values.get(CommonOptions.REQUIREMENTS));
  }

  private static OptionType<String> sslMode() {
    Map<String, String> words = new LinkedHashMap<>();
    List.of("disable", "trust", "verify-ca", "verify-full").forEach(word -> words.put(word, word));
    return OptionTypes.word(words);
  }
}
