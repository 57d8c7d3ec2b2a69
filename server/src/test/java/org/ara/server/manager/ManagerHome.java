package org.ara.server.manager;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
