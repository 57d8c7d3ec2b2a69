package org.ara.server.manager;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ara.module.manager.Permission;
import org.ara.server.phone.TestServer;
import org.ara.testkit.server.FreePort;

/** A server with a manager interface and some accounts. */
final class ManagerHome implements AutoCloseable {

  static final String ACCOUNTS =
      """
      [boss]
      secret = s3cret
      read = all
      write = all

      [clerk]
      secret = cl3rk
      read = call,user
      write = call,user,reporting

      [faraway]
      secret = far
      deny = 0.0.0.0/0
      read = all
      write = all
      """;

  private final int port;
  private final TestServer server;

  private ManagerHome(int port, TestServer server) {
    this.port = port;
    this.server = server;
  }

  /** An account {@code only-CLASS} for each class, which may ask for what that class may. */
  static String oneAccountPerClass() {
    StringBuilder accounts = new StringBuilder(ACCOUNTS);
    accounts.append("\n[none]\nsecret = x\nread = all\n");
    for (Permission permission : Permission.values()) {
      accounts.append("\n[only-%1$s]\nsecret = x\nwrite = %1$s\n".formatted(permission.word()));
    }
    return accounts.toString();
  }

  /** A server whose manager.conf has these lines in {@code [general]}. */
  static ManagerHome start(Path home, String... general) throws Exception {
    int port = FreePort.find();
    write(home, port, ACCOUNTS, general);
    return new ManagerHome(port, TestServer.onSqlite(home));
  }

  /** A server whose manager.conf has these accounts. */
  static ManagerHome with(Path home, String accounts) throws Exception {
    int port = FreePort.find();
    write(home, port, accounts);
    return new ManagerHome(port, TestServer.onSqlite(home));
  }

  static void write(Path home, int port, String accounts, String... general) throws IOException {
    Path etc = Files.createDirectories(home.resolve("etc"));
    Files.writeString(
        etc.resolve("manager.conf"),
        "[general]\nenabled = yes\nbindaddr = 127.0.0.1\nport = "
            + port
            + "\n"
            + String.join("\n", general)
            + "\n\n"
            + accounts);
  }

  /**
   * A server whose families {@code manager} and {@code acls} are tables of those names in its
   * embedded database.
   */
  static ManagerHome withTables(Path home, String accounts, String... general) throws Exception {
    Files.createDirectories(home.resolve("etc"));
    Files.writeString(
        home.resolve("etc/extconfig.conf"),
        """
        [settings]
        sippeers => sqlite3,ara,sippeers
        extensions => sqlite3,ara,extensions
        manager => sqlite3,ara,manager
        acls => sqlite3,ara,acls
        nowhere => sqlite3,gone,nowhere
        """);
    int port = FreePort.find();
    write(home, port, accounts, general);
    ManagerHome made = new ManagerHome(port, TestServer.onSqlite(home));
    made.server.sql(
        "CREATE TABLE manager (name TEXT PRIMARY KEY, secret TEXT, read TEXT, write TEXT,"
            + " deny TEXT, permit TEXT, acl TEXT, eventfilter TEXT)");
    made.server.sql("CREATE TABLE acls (name TEXT, rule_order INTEGER, sense TEXT, rule TEXT)");
    return made;
  }

  /** Writes other accounts and options, and has them read. */
  void rewrite(String accounts, String... general) throws IOException {
    write(server.home(), port, accounts, general);
    server.execute("manager reload");
  }

  int port() {
    return port;
  }

  TestServer server() {
    return server;
  }

  RawManager connect() throws IOException {
    return new RawManager(port);
  }

  RawManager login(String user, String secret) throws IOException {
    RawManager client = connect();
    client.login(user, secret);
    return client;
  }

  @Override
  public void close() {
    server.close();
  }
}
