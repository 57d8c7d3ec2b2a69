package org.ara.server.console;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.ara.manager.console.ConsoleClient;

/**
 * {@code ./ara -rx COMMAND}: runs one command in the running server and prints what it prints. Exit
 * status 0, or 1 with a line on standard error if no server answers or the command failed.
 */
public final class RemoteExecute {

  private RemoteExecute() {}

  /** Arguments: the {@code asterisk.conf} of the server, the command. */
  public static void main(String[] arguments) {
    System.exit(run(Path.of(arguments[0]), arguments[1]));
  }

  private static int run(Path asteriskConf, String command) {
    try (ConsoleClient client = RemoteSettings.connect(asteriskConf);
        OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out))) {
      if (client.execute(command, out)) {
        return 0;
      }
      System.err.println("ara: the command '" + command + "' failed");
    } catch (IOException e) {
      System.err.println("ara: " + e.getMessage());
    }
    return 1;
  }
}
