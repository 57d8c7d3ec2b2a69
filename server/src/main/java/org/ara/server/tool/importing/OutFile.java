package org.ara.server.tool.importing;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import org.ara.config.syntax.ConfigLine;
import org.ara.server.tool.Surroundings;
import org.ara.server.tool.ToolException;

/**
 * A file that is written beside its place and put there when it is complete, so that an interrupted
 * export leaves the old one.
 */
final class OutFile implements AutoCloseable {

  private final Path target;
  private final Path draft;
  private final boolean dryRun;
  private final Surroundings surroundings;
  private final BufferedWriter out;
  private boolean empty = true;

  private OutFile(Path target, Path draft, boolean dryRun, Surroundings surroundings)
      throws IOException {
    this.target = target;
    this.draft = draft;
    this.dryRun = dryRun;
    this.surroundings = surroundings;
    this.out = Files.newBufferedWriter(draft, StandardCharsets.UTF_8);
  }

  /**
   * Begins a file.
   *
   * @param name within the directory of the order
   * @throws ToolException if it would be elsewhere, or cannot be written
   */
  static OutFile begin(ImportOrder order, Surroundings surroundings, String name)
      throws ToolException {
    Path target = order.directory().resolve(name).normalize();
    if (!target.startsWith(order.directory())) {
      throw new ToolException(name + " would be outside of " + order.directory());
    }
    try {
      if (order.dryRun()) {
        Path draft = Files.createTempFile("ara-export", ".conf");
        return new OutFile(target, draft, true, surroundings);
      }
      Files.createDirectories(Objects.requireNonNull(target.getParent()));
      Path draft = target.resolveSibling("." + target.getFileName() + ".new");
      return new OutFile(target, draft, false, surroundings);
    } catch (IOException e) {
      throw new ToolException(target + " cannot be written: " + e, e);
    }
  }

  /** Where it will be. */
  Path target() {
    return target;
  }

  void line(String line) {
    try {
      out.write(line);
      out.write('\n');
      empty = false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A header, apart from what stands before. */
  void section(String name) {
    if (!empty) {
      line("");
    }
    line(written("[" + name + "]", () -> ConfigLine.section(name)));
  }

  /**
   * A variable.
   *
   * @param row where it comes from, for complaints
   */
  void variable(String row, String name, String value) {
    line(written(row + ": " + name, () -> ConfigLine.variable(name, value)));
  }

  /** A variable that is an object rather than a value. */
  void object(String row, String name, String value) {
    String line = written(row + ": " + name, () -> ConfigLine.variable(name, value));
    int equals = line.indexOf(" = ");
    line(line.substring(0, equals) + " => " + line.substring(equals + 3));
  }

  /** Everything that another file holds, byte for byte. */
  void content(Path other) throws IOException {
    out.flush();
    Files.copy(other, draft, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Puts it into its place, or shows what would be different there. */
  void finish() throws IOException {
    out.close();
    if (dryRun) {
      new FileDiff(surroundings.out()).print(target, draft);
      surroundings.out().println(target + ": would have " + Files.size(draft) + " bytes");
    } else {
      Files.move(
          draft, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      surroundings.out().println(target + ": " + Files.size(target) + " bytes");
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
    Files.deleteIfExists(draft);
  }

  /** Makes a line. */
  private interface Line {
    String make();
  }

  private static String written(String place, Line line) {
    try {
      return line.make();
    } catch (IllegalArgumentException e) {
      throw new UnwritableException(place + ": " + e.getMessage());
    }
  }
}
