package org.ara.server.console;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.ara.manager.console.LiveLog;

/** The server behind a console, in this process or in another. */
public interface ConsoleLink extends AutoCloseable {

  /** The first lines of a session. */
  String banner();

  /** Whose console it is. */
  KnownServer server();

  /**
   * Has the lines of the log taken as they come, once a command asks for them. To be called at most
   * once, first.
   *
   * @param gone told when the server has hung up
   */
  void watch(LiveLog log, Runnable gone);

  /**
   * Runs a command.
   *
   * @param to where its UTF-8 output goes
   * @return whether it succeeded
   * @throws IOException if the server is gone
   */
  boolean execute(String command, OutputStream to) throws IOException;

  /** What could stand at the end of this line: whole words, sorted. */
  List<String> complete(String line) throws IOException;

  @Override
  void close() throws IOException;
}
