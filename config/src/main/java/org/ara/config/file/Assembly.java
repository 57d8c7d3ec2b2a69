package org.ara.config.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ara.config.Configuration;
import org.ara.config.LoadResult;
import org.ara.config.Origin;
import org.ara.config.Problem;

/** One load of a configuration: its file and all that is included, put together in order. */
final class Assembly {

  /** How many levels of includes there may be below the main file. */
  static final int MAX_DEPTH = 10;

  private final Path directory;
  private final Map<String, byte[]> texts;
  private final Elsewhere elsewhere;
  private final boolean execAllowed;
  private final Sections sections = new Sections();
  private final List<Problem> problems = new ArrayList<>();
  private final Set<Path> seen = new HashSet<>();
  private final Set<Path> open = new HashSet<>();

  /**
   * A load.
   *
   * @param directory where the names of files start
   * @param texts by name, what stands for a file and goes before it
   * @param elsewhere files that are not in the directory
   */
  Assembly(Path directory, Map<String, byte[]> texts, Elsewhere elsewhere, boolean execAllowed) {
    this.directory = directory;
    this.texts = texts;
    this.elsewhere = elsewhere;
    this.execAllowed = execAllowed;
  }

  /** What became of one name. */
  private enum Outcome {
    READ,
    INVALID,
    NOT_FOUND
  }

  LoadResult load(String name) {
    return switch (read(name, new Origin(name, 0), 0)) {
      case READ -> new LoadResult.Loaded(new Configuration(name, sections.build()), problems);
      case INVALID -> new LoadResult.Invalid(name, problems);
      case NOT_FOUND -> new LoadResult.Missing(name, problems);
    };
  }

  /**
   * Reads what is included at a place.
   *
   * @return whether there was anything; a file with an error in it counts, its own lines above the
   *     error hold
   */
  boolean include(String name, Origin place, int depth) {
    if (depth > MAX_DEPTH) {
      problems.add(
          Problem.warning(place, "includes nest deeper than " + MAX_DEPTH + " levels: " + name));
      return false;
    }
    return read(name, place, depth) != Outcome.NOT_FOUND;
  }

  /** Reads the output of a command as if it stood in a file at that place. */
  void execute(String command, Origin place, int depth) {
    if (!execAllowed) {
      problems.add(
          Problem.warning(
              place, "#exec is refused; set execincludes=yes in asterisk.conf to allow it"));
      return;
    }
    if (depth >= MAX_DEPTH) {
      problems.add(Problem.warning(place, "includes nest too deep for this #exec, ignored"));
      return;
    }
    try {
      ExecIncludes.Result result = ExecIncludes.run(command, directory);
      result
          .complaints()
          .forEach(line -> problems.add(Problem.warning(place, "#exec " + command + ": " + line)));
      readText("#exec at " + place, result.output(), depth + 1);
    } catch (IOException failed) {
      problems.add(Problem.warning(place, "#exec " + command + ": " + failed.getMessage()));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      problems.add(Problem.warning(place, "#exec " + command + ": interrupted"));
    }
  }

  /** Every file that was read, sorted. */
  List<Path> files() {
    return seen.stream().sorted().toList();
  }

  Sections sections() {
    return sections;
  }

  void report(Problem problem) {
    problems.add(problem);
  }

  private Outcome read(String name, Origin place, int depth) {
    byte[] text = texts.get(name);
    if (text != null) {
      return readText(name, text, depth);
    }
    Optional<Elsewhere.Kept> kept = elsewhere.find(name);
    if (kept.isPresent()) {
      return readKept(kept.get(), depth);
    }
    Set<Path> files;
    try {
      files = Glob.expand(directory, name);
    } catch (InvalidPathException impossible) {
      problems.add(Problem.warning(place, "not the name of a file: " + impossible.getReason()));
      return Outcome.NOT_FOUND;
    }
    Outcome outcome = Outcome.NOT_FOUND;
    for (Path file : files) {
      if (Files.isRegularFile(file)) {
        Outcome one = readFile(file, place, depth);
        outcome = outcome == Outcome.INVALID || one == Outcome.NOT_FOUND ? outcome : one;
      } else {
        problems.add(Problem.warning(place, shown(file) + " is skipped: not a regular file"));
      }
    }
    return outcome;
  }

  private Outcome readFile(Path file, Origin place, int depth) {
    if (!open.add(file)) {
      problems.add(Problem.warning(place, shown(file) + " is skipped: it would include itself"));
      return Outcome.NOT_FOUND;
    }
    if (!seen.add(file)) {
      problems.add(Problem.warning(place, shown(file) + " is included more than once"));
    }
    try {
      return readText(shown(file), Files.readAllBytes(file), depth);
    } catch (IOException unreadable) {
      problems.add(Problem.error(place, shown(file) + " cannot be read: " + unreadable));
      return Outcome.NOT_FOUND;
    } finally {
      open.remove(file);
    }
  }

  private Outcome readKept(Elsewhere.Kept kept, int depth) {
    return switch (kept) {
      case Elsewhere.Kept.Lines(Iterable<Elsewhere.Line> lines, Iterable<Problem> odd) -> {
        odd.forEach(problems::add);
        yield new KeptAssembly(this, depth).read(lines) ? Outcome.READ : Outcome.INVALID;
      }
      case Elsewhere.Kept.Unreadable(Problem why) -> {
        problems.add(why);
        yield Outcome.NOT_FOUND;
      }
    };
  }

  private Outcome readText(String source, byte[] bytes, int depth) {
    return new FileAssembly(this, source, depth).read(bytes) ? Outcome.READ : Outcome.INVALID;
  }

  private String shown(Path file) {
    return file.startsWith(directory) ? directory.relativize(file).toString() : file.toString();
  }
}
