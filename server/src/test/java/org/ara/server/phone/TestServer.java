package org.ara.server.phone;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ara.server.Answer;
import org.ara.server.AraServer;
import org.ara.server.StartException;
import org.ara.server.first.FirstStart;
import org.ara.testkit.postgres.PostgresDatabase;
import org.jspecify.annotations.Nullable;

/** A whole server in this process on a directory and a SIP port of its own, and its database. */
public final class TestServer implements AutoCloseable {

  /** Opens a connection to the server's database, as any other program would. */
  @FunctionalInterface
  interface Database {
    Connection connect() throws SQLException;
  }

  private final Path home;
  private final int port;
  private final Database database;
  private final AraServer server;

  private TestServer(Path home, int port, Database database, AraServer server) {
    this.home = home;
    this.port = port;
    this.database = database;
    this.server = server;
  }

  /** A server with a fresh embedded database. */
  public static TestServer onSqlite(Path home, String... sipOptions) throws Exception {
    int port = prepare(home, sipOptions);
    FirstStart.layOut(home);
    String url = "jdbc:sqlite:" + home.resolve("lib/ara.sqlite3");
    return new TestServer(home, port, () -> open(url), start(home));
  }

  private static Connection open(String url) throws SQLException {
    Connection connection = DriverManager.getConnection(url);
    try (PreparedStatement timeout = connection.prepareStatement("PRAGMA busy_timeout = 5000")) {
      timeout.execute();
    }
    return connection;
  }

  /**
   * A server on this PostgreSQL database.
   *
   * @param port where the server reaches it, which may be a proxy's
   */
  public static TestServer onPostgres(
      Path home, PostgresDatabase database, int port, String... sipOptions) throws Exception {
    return onPostgres(home, database, port, List.of("sippeers", "extensions"), sipOptions);
  }

  /** The same with these families, each a table of its name. */
  static TestServer onPostgres(
      Path home, PostgresDatabase database, int port, List<String> families, String... sipOptions)
      throws Exception {
    int sipPort = prepare(home, sipOptions);
    Path etc = home.resolve("etc");
    Files.writeString(
        etc.resolve("res_pgsql.conf"),
        """
        [general]
        dbhost = 127.0.0.1
        dbport = %d
        dbname = %s
        dbuser = %s
        dbpass = unused
        """
            .formatted(port, database.name(), database.server().user()));
    Files.writeString(
        etc.resolve("extconfig.conf"),
        families.stream()
            .map(family -> family + " => pgsql,general," + family + "\n")
            .collect(Collectors.joining("", "[settings]\n", "")));
    FirstStart.layOut(home);
    return new TestServer(home, sipPort, database::connect, start(home));
  }

  private static int prepare(Path home, String... sipOptions) throws IOException {
    Path etc = Files.createDirectories(home.resolve("etc"));
    int port = freePort();
    String sip = "[general]\nudpbindaddr = 127.0.0.1:" + port + "\ncontext = phones\n";
    Files.writeString(etc.resolve("sip.conf"), sip + String.join("\n", sipOptions) + "\n");
    return port;
  }

  private static AraServer start(Path home) throws StartException {
    return AraServer.start(home.resolve("etc/asterisk.conf"));
  }

  static int freePort() throws IOException {
    try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0))) {
      return socket.getLocalPort();
    }
  }

  /** Where its SIP is. */
  public InetSocketAddress sip() {
    return new InetSocketAddress("127.0.0.1", port);
  }

  public Path home() {
    return home;
  }

  public AraServer server() {
    return server;
  }

  /** Runs a console command. */
  public Answer execute(String command) {
    return server.execute(command);
  }

  /** Inserts a phone that is called and calls in the context {@code phones}. */
  public void insertPhone(String name, String secret) throws SQLException {
    sql(
        "INSERT INTO sippeers (name, secret, context, allow) VALUES (?, ?, 'phones', 'ulaw,alaw')",
        name,
        secret);
  }

  /** Inserts a step of an extension in the context {@code phones}. */
  public void insertStep(String exten, int priority, String app, String data) throws SQLException {
    sql(
        "INSERT INTO extensions (context, exten, priority, app, appdata)"
            + " VALUES ('phones', ?, "
            + priority
            + ", ?, ?)",
        exten,
        app,
        data);
  }

  /** Runs a statement through a connection of its own. */
  public void sql(String statement, String... parameters) throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement prepared = connection.prepareStatement(statement)) {
      bind(prepared, parameters);
      prepared.execute();
    }
  }

  /** The first row of a query; empty without one. */
  public Map<String, @Nullable String> row(String query, String... parameters) throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement prepared = connection.prepareStatement(query)) {
      bind(prepared, parameters);
      Map<String, @Nullable String> row = new LinkedHashMap<>();
      try (ResultSet rows = prepared.executeQuery()) {
        if (rows.next()) {
          for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            row.put(rows.getMetaData().getColumnLabel(i), rows.getString(i));
          }
        }
      }
      return row;
    }
  }

  private static void bind(PreparedStatement statement, String... parameters) throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setString(i + 1, parameters[i]);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
