package org.ara.testkit.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Deletes what a server leaves behind. */
public final class Directory {

  private Directory() {}

  /** Deletes it as far as it goes: what is left lies in the temporary directory. */
  public static void delete(Path directory) {
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
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }
}
