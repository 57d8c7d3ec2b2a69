package org.ara.server.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ara.manager.console.ConsoleClient;
import org.ara.manager.console.ConsoleFullException;
import org.ara.server.settings.Settings;
import org.ara.server.settings.SettingsException;
import org.ara.server.settings.SettingsReader;

/** Finds the running server by the {@code asterisk.conf} that it was started with. */
final class RemoteSettings {

  private RemoteSettings() {}

  /**
   * Connects to the server.
   *
   * @throws IOException if none answers; the message is what the operator should read
   */
  static ConsoleClient connect(Path asteriskConf) throws IOException {
    return connect(settings(asteriskConf));
  }

  /**
   * Connects an interactive console to the server.
   *
   * @throws IOException if none answers; the message is what the operator should read
   */
  static RemoteLink link(Path asteriskConf) throws IOException {
    Settings settings = settings(asteriskConf);
    return new RemoteLink(connect(settings), settings);
  }

  private static ConsoleClient connect(Settings settings) throws IOException {
    Path socket = settings.controlSocket();
    try {
      return ConsoleClient.connect(socket);
    } catch (ConsoleFullException e) {
      throw new IOException(
          e.getMessage() + ": " + socket + " serves as many consoles as it can; leave one", e);
    } catch (IOException e) {
      throw new IOException(
          "no server answers on %s (%s); start one with './ara server'"
              .formatted(socket, e.getMessage()),
          e);
    }
  }

  private static Settings settings(Path asteriskConf) throws IOException {
    if (!Files.exists(asteriskConf)) {
      throw new IOException(
          "there is no " + asteriskConf + ", so no server; start one with './ara server'");
    }
    try {
      return SettingsReader.read(asteriskConf);
    } catch (SettingsException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
