package org.ara.driver.sql.postgres;

import org.ara.config.Category;
import org.ara.config.option.Option;
import org.ara.config.option.OptionTable;
import org.ara.config.option.OptionType;
import org.ara.config.option.OptionTypes;
import org.ara.config.option.OptionValues;
import org.ara.driver.sql.CommonOptions;
import org.ara.driver.sql.server.LimitOptions;

/** The options of a section of {@code res_pgsql.conf} ({@code spec/engine.md} 5.2). */
final class PostgresOptions {

  private PostgresOptions() {}

  static final Option<String> HOSTNAME =
      Option.of("hostname", OptionTypes.text())
          .alias("dbhost")
          .defaultsTo("127.0.0.1")
          .documented("The server's name or address.");

  static final Option<Integer> PORT =
      Option.of("port", OptionTypes.port())
          .alias("dbport")
          .defaultsTo(5432)
          .documented("The server's TCP port.");

  static final Option<String> DBNAME =
      Option.of("dbname", OptionTypes.text())
          .defaultsTo("asterisk")
          .documented("The database. The one named in a mapping does not matter.");

  static final Option<String> USER =
      Option.of("user", OptionTypes.text())
          .alias("dbuser")
          .defaultsTo("asterisk")
          .documented("The user to connect as.");

  static final Option<String> PASSWORD =
      Option.of("password", OptionTypes.secret())
          .alias("dbpass")
          .defaultsTo("asterisk")
          .documented("The user's password; never printed.");

  static final Option<String> SOCKET =
      Option.unsupported("socket", "connections are made over TCP").alias("dbsock");

  static final Option<String> APPNAME =
      Option.of("appname", OptionTypes.text())
          .alias("dbappname")
          .defaultsTo("")
          .documented("What the server shows us as in `pg_stat_activity`.");

  static final Option<String> SSLMODE =
      Option.of("sslmode", sslMode())
          .defaultsTo("prefer")
          .documented(
              "`disable`, `prefer` (encrypted if the server can), `require`, `verify-ca` or"
                  + " `verify-full`.");

  static final OptionTable TABLE =
      OptionTable.of(
          HOSTNAME,
          PORT,
          DBNAME,
          USER,
          PASSWORD,
          SOCKET,
          APPNAME,
          SSLMODE,
          LimitOptions.MAX_CONNECTIONS,
          CommonOptions.MAX_WAITING,
          LimitOptions.CONNECT_TIMEOUT,
          LimitOptions.STATEMENT_TIMEOUT,
          LimitOptions.POOL_TIMEOUT,
          CommonOptions.ORDERED,
          CommonOptions.REQUIREMENTS);

  static PostgresSettings settings(Category section, OptionValues values) {
    return new PostgresSettings(
        section.name(),
        values.get(HOSTNAME),
        values.get(PORT),
        values.get(DBNAME),
        values.get(USER),
        values.get(PASSWORD),
        values.get(APPNAME),
        values.get(SSLMODE),
        LimitOptions.read(values),
        values.get(CommonOptions.ORDERED),
        values.get(CommonOptions.REQUIREMENTS));
  }

  private static OptionType<String> sslMode() {
    java.util.Map<String, String> words = new java.util.LinkedHashMap<>();
    for (String word :
        new String[] {"disable", "allow", "prefer", "require", "verify-ca", "verify-full"}) {
      words.put(word, word);
    }
    return OptionTypes.word(words);
  }
}
