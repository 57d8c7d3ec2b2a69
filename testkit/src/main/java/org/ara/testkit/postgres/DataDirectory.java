package org.ara.testkit.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the server process of a data directory. */
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
}
