package org.ara.server.log;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The old files of one log file: puts the current one among them under a name of its own. */
final class OldFiles {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(ZoneId.systemDefault());
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
  private static final Pattern STAMPED = Pattern.compile("[0-9]{8}-[0-9]{6}(-[0-9]{1,9})?");

  private final Path current;

  OldFiles(Path current) {
    this.current = current;
  }

  /**
   * Renames the current file, if there is one, and removes what is more than is to be kept.
   *
   * @throws IOException if it cannot be renamed, which leaves it where it is
   */
  void add(Rotation rotation) throws IOException {
    if (!Files.exists(current)) {
      return;
    }
    switch (rotation.strategy()) {
      case SEQUENTIAL -> sequential(rotation.keep());
      case ROTATE -> rotate(rotation.keep());
      case TIMESTAMP -> timestamp(rotation.keep());
      case NONE -> {}
    }
  }

  private void sequential(int keep) throws IOException {
    TreeMap<Integer, Path> old = numbered();
    int next = old.isEmpty() ? 0 : old.lastKey() + 1;
    Files.move(current, named(Integer.toString(next)));
    old.put(next, named(Integer.toString(next)));
    removeFirst(List.copyOf(old.values()), keep);
  }

  private void rotate(int keep) throws IOException {
    for (var entry : numbered().descendingMap().entrySet()) {
      if (keep > 0 && entry.getKey() >= keep - 1) {
        Files.deleteIfExists(entry.getValue());
      } else {
        Files.move(entry.getValue(), named(Integer.toString(entry.getKey() + 1)));
      }
    }
    Files.move(current, named("0"));
  }

  private void timestamp(int keep) throws IOException {
    String stamp = STAMP.format(Instant.now());
    Path to = named(stamp);
    for (int i = 1; Files.exists(to); i++) {
      to = named(stamp + "-" + i);
    }
    Files.move(current, to);
    removeFirst(matching(STAMPED), keep);
  }

  private static void removeFirst(List<Path> oldestFirst, int keep) throws IOException {
    int tooMany = keep > 0 ? oldestFirst.size() - keep : 0;
    for (int i = 0; i < tooMany; i++) {
      Files.deleteIfExists(oldestFirst.get(i));
    }
  }

  private TreeMap<Integer, Path> numbered() throws IOException {
    TreeMap<Integer, Path> found = new TreeMap<>();
    for (Path file : matching(NUMBER)) {
      found.put(Integer.valueOf(suffix(file)), file);
    }
    return found;
  }

  /** The old files whose names end like that, sorted by name. */
  private List<Path> matching(Pattern end) throws IOException {
    List<Path> found = new ArrayList<>();
    Path directory = Objects.requireNonNull(current.getParent(), "a log file is in a directory");
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      for (Path file : files) {
        if (file.getFileName().toString().startsWith(current.getFileName() + ".")
            && end.matcher(suffix(file)).matches()) {
          found.add(file);
        }
      }
    }
    found.sort(null);
    return found;
  }

  private String suffix(Path file) {
    return file.getFileName().toString().substring(current.getFileName().toString().length() + 1);
  }

  private Path named(String end) {
    return current.resolveSibling(current.getFileName() + "." + end);
  }
}
