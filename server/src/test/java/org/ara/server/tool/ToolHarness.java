package org.ara.server.tool;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An installation in a directory and the launcher's tools working on it. */
public final class ToolHarness {

  private final Path home;

  /**
   * An installation without mappings.
   *
   * @param home an empty directory
   */
  public ToolHarness(Path home) {
    this.home = home;
    file("asterisk.conf");
  }

  /** Writes a configuration file. */
  public ToolHarness file(String name, String... lines) {
    try {
      Path file = home.resolve("etc").resolve(name);
      Files.createDirectories(file.getParent());
      Files.createDirectories(home.resolve("lib"));
      Files.write(file, List.of(lines));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a run of {@code ./ara} printed and ended with. */
  public record Ran(int status, String out, String err) {}

  /** Runs {@code ./ara} with these words and {@code -C}. */
  public Ran ara(String words) {
    List<String> arguments = new ArrayList<>(List.of(words.split(" ")));
    arguments.addAll(List.of("-C", home.resolve("etc/asterisk.conf").toString()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        new ToolMain(Tools.ALL)
            .run(
                arguments,
                new Streams(
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8),
                    false));
    return new Ran(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
