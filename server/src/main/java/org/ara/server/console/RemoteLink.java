package org.ara.server.console;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.ara.manager.Version;
import org.ara.manager.console.ConsoleClient;
import org.ara.manager.console.LiveLog;
import org.ara.server.settings.Settings;

/** A console on the Unix socket of a server in another process. */
final class RemoteLink implements ConsoleLink {

  private final ConsoleClient client;
  private final Settings settings;

  RemoteLink(ConsoleClient client, Settings settings) {
    this.client = client;
    this.settings = settings;
  }

  @Override
  public String banner() {
    String[] parts = client.greeting().split("/", 3);
    return Banner.of(Version.current())
        + (parts.length == 3
            ? "\nConnected to Asterisk %s currently running on %s (pid = %s)"
                .formatted(parts[2], parts[0], parts[1])
            : "");
  }

  @Override
  public KnownServer server() {
    return new KnownServer(
        client.greeting().split("/", 2)[0],
        settings.systemName(),
        true,
        settings.color(),
        settings.remoteShell());
  }

  @Override
  public void watch(LiveLog log, Runnable gone) {
    client.watch(log, gone);
  }

  @Override
  public boolean execute(String command, OutputStream to) throws IOException {
    return client.execute(command, to);
  }

  @Override
  public List<String> complete(String line) throws IOException {
    return client.complete(line);
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
