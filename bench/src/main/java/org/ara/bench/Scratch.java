package org.ara.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A directory for one run of a scenario, deleted at its end.
 *
 * @param path the directory
 */
public record Scratch(Path path) implements AutoCloseable {

  /** A new, empty one. */
  public static Scratch create() throws IOException {
    return new Scratch(Files.createTempDirectory("ara-bench"));
  }

  @Override
  public void close() throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> everything = Files.walk(path)) {
      deepestFirst = everything.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : deepestFirst) {
      Files.deleteIfExists(file);
    }
  }
}
