package org.ara.server.console;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ara.manager.Version;
import org.ara.server.Answer;
import org.ara.server.AraServer;

/** A console in the server's own process; leaving it leaves the server to whoever runs it. */
public final class LocalLink implements ConsoleLink {

  private final AraServer server;

  public LocalLink(AraServer server) {
    this.server = server;
  }

  @Override
  public String banner() {
    return Banner.of(Version.current());
  }

  @Override
  public String prompt() {
    return "*CLI> ";
  }

  @Override
  public boolean execute(String command, OutputStream to) throws IOException {
    Answer answer = server.execute(command);
    to.write(answer.text().getBytes(StandardCharsets.UTF_8));
    to.flush();
    return answer.succeeded();
  }

  @Override
  public List<String> complete(String line) {
    return server.complete(line);
  }

  @Override
  public void close() {}
}
