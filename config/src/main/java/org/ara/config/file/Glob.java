package org.ara.config.file;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.PatternSyntaxException;

/**
 * Names of files with the shell's wildcards: {@code *}, {@code ?}, {@code [a-z]}, {@code {a,b}}.
 */
final class Glob {

  /** The most names one pair of braces after another may stand for. */
  private static final int MAX_ALTERNATIVES = 1000;

  private Glob() {}

  /**
   * The existing files and directories a name stands for, sorted.
   *
   * @param base the directory that relative names start from
   * @throws InvalidPathException if it cannot be the name of a file
   */
  static Set<Path> expand(Path base, String name) {
    Set<Path> found = new TreeSet<>();
    for (String alternative : alternatives(name)) {
      Path start = alternative.startsWith("/") ? Path.of("/") : base;
      match(start, List.of(alternative.split("/+")), found);
    }
    return found;
  }

  private static void match(Path at, List<String> rest, Set<Path> found) {
    if (rest.isEmpty()) {
      if (Files.exists(at)) {
        found.add(at);
      }
      return;
    }
    String segment = rest.getFirst();
    List<String> behind = rest.subList(1, rest.size());
    if (!isMagic(segment)) {
      match(at.resolve(segment).normalize(), behind, found);
      return;
    }
    try {
      PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + segment);
      for (Path child : visible(at, segment)) {
        Path childName = child.getFileName();
        if (childName != null && matcher.matches(childName)) {
          match(child, behind, found);
        }
      }
    } catch (PatternSyntaxException unfinished) {
      match(at.resolve(segment), behind, found);
    }
  }

  /** A wildcard does not match the dot of a hidden file. */
  private static List<Path> visible(Path directory, String segment) {
    List<Path> children = new ArrayList<>();
    if (Files.isDirectory(directory)) {
      try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
        for (Path child : stream) {
          if (segment.startsWith(".") || !child.getFileName().toString().startsWith(".")) {
            children.add(child);
          }
        }
      } catch (IOException unreadable) {
        return List.of();
      }
    }
    return children;
  }

  private static boolean isMagic(String segment) {
    return segment.chars().anyMatch(c -> c == '*' || c == '?' || c == '[');
  }

  /** {@code a{b,c}d} is {@code abd} and {@code acd}; without a closing brace it is itself. */
  private static Set<String> alternatives(String name) {
    Set<String> done = new LinkedHashSet<>();
    List<String> pending = new ArrayList<>(List.of(name));
    while (!pending.isEmpty() && done.size() + pending.size() < MAX_ALTERNATIVES) {
      String next = pending.removeLast();
      int close = next.indexOf('}');
      int open = close < 0 ? -1 : next.lastIndexOf('{', close);
      if (open < 0) {
        done.add(next);
      } else {
        for (String piece : next.substring(open + 1, close).split(",", -1)) {
          pending.add(next.substring(0, open) + piece + next.substring(close + 1));
        }
      }
    }
    done.addAll(pending);
    return done;
  }
}
