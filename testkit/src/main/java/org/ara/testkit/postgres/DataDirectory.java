package org.ara.testkit.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Deletes a server's data directory, as far as it goes: what is left lies in the temporary
 * directory.
 */
final class DataDirectory {

  private DataDirectory() {}

  /** The living server process of the directory, by its pid file. */
  static Optional<ProcessHandle> serverProcess(Path directory) {
    try {
      List<String> lines = Files.readAllLines(directory.resolve("postmaster.pid"));
      return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Deletes it as far as it goes: what is left lies in the temporary directory. */
  static void delete(Path directory) {
    for (Path path : deepestFirst(directory)) {
      try {
        Files.deleteIfExists(path);
      } catch (IOException e) {
        // A dying server may still be writing; leftovers in the temporary directory harm nobody.
      }
    }
  }

  private static List<Path> deepestFirst(Path directory) {
    try (Stream<Path> paths = Files.walk(directory)) {
      return paths.sorted(Comparator.reverseOrder()).toList();
    } catch (IOException | java.io.UncheckedIOException e) {
      return List.of();
    }
  }
}
