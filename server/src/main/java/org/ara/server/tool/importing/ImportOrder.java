package org.ara.server.tool.importing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of {@code ./ara import}.
 *
 * @param directory where the files are, or go
 * @param export whether rows are made files
 * @param dryRun whether only to say what would be done
 * @param leaveOut whether lines that their table has no column for are left out
 * @param files only these; all if empty
 */
record ImportOrder(
    Path directory, boolean export, boolean dryRun, boolean leaveOut, List<String> files) {

  ImportOrder {
    files = List.copyOf(files);
  }

  static ImportOrder parse(List<String> arguments) {
    boolean export = false;
    boolean dryRun = false;
    boolean leaveOut = false;
    List<String> words = new ArrayList<>();
    for (String argument : arguments) {
      switch (argument) {
        case "--export" -> export = true;
        case "--dry-run" -> dryRun = true;
        case "--leave-out" -> leaveOut = true;
        default -> {
          if (argument.startsWith("-")) {
            throw new IllegalArgumentException("there is no option " + argument);
          }
          words.add(argument);
        }
      }
    }
    if (words.isEmpty()) {
      throw new IllegalArgumentException("the directory of the files is missing");
    }
    Path directory = Path.of(words.getFirst()).toAbsolutePath().normalize();
    return new ImportOrder(directory, export, dryRun, leaveOut, words.subList(1, words.size()));
  }

  /** Whether a file is meant. */
  boolean wants(String file) {
    return files.isEmpty() || files.contains(file);
  }
}
