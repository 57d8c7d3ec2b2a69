package org.ara.server.console;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.ara.manager.Transcript;
import org.ara.manager.Version;
import org.ara.manager.console.LiveLog;
import org.ara.module.Command.Output;
import org.ara.module.Command.Status;
import org.ara.module.log.ConsoleLog;
import org.ara.server.AraServer;
import org.ara.server.settings.HostName;
import org.ara.server.settings.Settings;
import org.jspecify.annotations.Nullable;

/** A console in the server's own process; leaving it leaves the server to whoever runs it. */
public final class LocalLink implements ConsoleLink {

  private final AraServer server;
  private @Nullable ConsoleLog shown;

  public LocalLink(AraServer server) {
    this.server = server;
  }

  @Override
  public String banner() {
    return Banner.of(Version.current());
  }

  @Override
  public KnownServer server() {
    Settings settings = server.settings();
    return new KnownServer(HostName.get(), settings.systemName(), false, settings.color(), true);
  }

  @Override
  public void watch(LiveLog log, Runnable gone) {
    shown =
        server.log().showRoot(line -> line.text().lines().forEach(t -> log.line(line.number(), t)));
  }

  @Override
  public boolean execute(String command, OutputStream to) throws IOException {
    Transcript transcript = new Transcript();
    Status status =
        server.execute(
            command,
            new Output() {
              @Override
              public void line(String text) {
                transcript.line(text);
              }

              @Override
              public Optional<ConsoleLog> log() {
                return Optional.ofNullable(shown);
              }
            });
    to.write(transcript.toString().getBytes(StandardCharsets.UTF_8));
    to.flush();
    return status == Status.SUCCESS;
  }

  @Override
  public List<String> complete(String line) {
    return server.complete(line);
  }

  @Override
  public void close() {
    if (shown != null) {
      shown.close();
    }
  }
}
