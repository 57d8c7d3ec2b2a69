package org.ara.server.tool.importing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A directory for a moment, which only its owner may read.
 *
 * @param directory absolute
 */
record Scratch(Path directory) implements AutoCloseable {

  static Scratch make() throws IOException {
    return new Scratch(Files.createTempDirectory("ara-import"));
  }

  /**
   * Begins a file.
   *
   * @throws IOException also if it would be outside of the directory
   */
  OutputStream write(String name) throws IOException {
    Path file = file(name);
    if (!file.startsWith(directory)) {
      throw new IOException(name + " would be elsewhere");
    }
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    return Files.newOutputStream(file);
  }

  /** Where a file of that name is. */
  Path file(String name) {
    return directory.resolve(name).normalize();
  }

  @Override
  public void close() throws IOException {
    List<Path> all;
    try (Stream<Path> found = Files.walk(directory)) {
      all = found.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : all) {
      Files.delete(file);
    }
  }
}
