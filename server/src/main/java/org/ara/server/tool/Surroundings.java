package org.ara.server.tool;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ara.server.settings.Settings;
import org.ara.server.settings.SettingsException;
import org.ara.server.settings.SettingsReader;

/**
 * What a tool works on and what it talks to.
 *
 * @param asteriskConf the installation: the file given with {@code -C}, else that of the data
 *     directory; it need not exist
 * @param out takes results
 * @param err takes complaints and progress
 * @param terminal whether somebody is watching: then progress may be redrawn in place
 */
public record Surroundings(Path asteriskConf, PrintStream out, PrintStream err, boolean terminal) {

  /**
   * Reads the installation's settings.
   *
   * @throws ToolException if there is no such installation, or its file cannot be read
   */
  public Settings settings() throws ToolException {
    if (!Files.exists(asteriskConf)) {
      throw new ToolException(
          "there is no "
              + asteriskConf
              + "; './ara server' makes a first one, or name another with -C");
    }
    try {
      return SettingsReader.read(asteriskConf);
    } catch (SettingsException e) {
      throw new ToolException(String.valueOf(e.getMessage()), e);
    }
  }
}
