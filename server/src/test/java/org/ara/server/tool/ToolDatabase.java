package org.ara.server.tool;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ara.driver.sql.schema.Flavour;
import org.ara.driver.sql.schema.WellKnownTables;
import org.ara.testkit.mariadb.MariaDatabase;
import org.ara.testkit.mariadb.MariaServer;
import org.ara.testkit.postgres.PostgresDatabase;
import org.ara.testkit.postgres.PostgresServer;

/** A new database of one kind, an installation that has it configured, and a look into it. */
final class ToolDatabase {

  /** What no tool may ever print. */
  static final String PASSWORD = "hidden-password";

  private final Flavour flavour;
  private final ToolHarness tools;
  private final String driver;
  private final String url;
  private final String user;
  private final String password;

  private ToolDatabase(
      Flavour flavour, ToolHarness tools, String driver, String url, String user, String password) {
    this.flavour = flavour;
    this.tools = tools;
    this.driver = driver;
    this.url = url;
    this.user = user;
    this.password = password;
  }

  /**
   * An installation with an empty database.
   *
   * @param home an empty directory for the installation
   */
  static ToolDatabase of(Flavour flavour, Path home) {
    ToolHarness tools = new ToolHarness(home);
    return switch (flavour) {
      case SQLITE -> {
        tools.file("res_config_sqlite3.conf", "[ara]", "dbfile => ara.sqlite3");
        String url = "jdbc:sqlite:" + home.resolve("lib/ara.sqlite3");
        yield new ToolDatabase(flavour, tools, "sqlite3", url, "", "");
      }
      case POSTGRESQL -> {
        PostgresDatabase real = PostgresServer.shared().createDatabase();
        tools.file(
            "res_pgsql.conf",
            "[general]",
            "hostname = 127.0.0.1",
            "port = " + real.server().port(),
            "dbname = " + real.name(),
            "user = postgres",
            "password = " + PASSWORD);
        yield new ToolDatabase(flavour, tools, "pgsql", real.url(), real.server().user(), "");
      }
      case MYSQL -> {
        MariaDatabase real = MariaServer.shared().createDatabase();
        tools.file(
            "res_config_mysql.conf",
            "[general]",
            "dbhost = 127.0.0.1",
            "dbport = " + real.server().port(),
            "dbname = " + real.name(),
            "dbuser = " + real.server().user(),
            "dbpass = " + real.server().password());
        yield new ToolDatabase(
            flavour, tools, "mysql", real.url(), real.server().user(), real.server().password());
      }
    };
  }

  /** Maps families to tables: {@code sippeers}, or {@code sippeers=phones}. */
  ToolDatabase map(String... families) {
    List<String> lines = new ArrayList<>(List.of("[settings]"));
    for (String family : families) {
      String[] parts = family.split("=", 2);
      String table = parts.length > 1 ? "," + parts[1] : "";
      lines.add(parts[0] + " => " + driver + "," + section() + table);
    }
    tools.file("extconfig.conf", lines.toArray(String[]::new));
    return this;
  }

  /** Maps every well-known table. */
  ToolDatabase mapAll() {
    return map(
        Stream.concat(
                new WellKnownTables(flavour)
                    .names().stream().filter(name -> !name.equals("ast_config")),
                Stream.of("some.conf=ast_config"))
            .toArray(String[]::new));
  }

  /** Makes the tables of the mapped families. */
  ToolDatabase create() {
    ToolHarness.Ran ran = ara("schema create");
    if (ran.status() != 0) {
      throw new IllegalStateException(ran.toString());
    }
    return this;
  }

  /** What the driver's file calls the database. */
  private String section() {
    return flavour == Flavour.SQLITE ? "ara" : "general";
  }

  ToolHarness tools() {
    return tools;
  }

  ToolHarness.Ran ara(String words) {
    return tools.ara(words);
  }

  String driver() {
    return driver;
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  void execute(String... statements) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(String.join("; ", statements) + ": " + e.getMessage(), e);
    }
  }

  /** What a query finds: for each row its columns separated by bars. */
  List<String> rows(String sql) {
    List<String> rows = new ArrayList<>();
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      while (found.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          values.add(String.valueOf(found.getString(i)));
        }
        rows.add(String.join("|", values));
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(sql + ": " + e.getMessage(), e);
    }
  }
}
