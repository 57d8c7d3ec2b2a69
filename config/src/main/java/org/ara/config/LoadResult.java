package org.ara.config;

import java.util.List;

/** What became of asking for a configuration by name ({@code spec/engine.md} 1.6). */
public sealed interface LoadResult {

  /** What was noticed on the way, warnings and errors, in order. */
  List<Problem> problems();

  /** It was read; it may be empty. */
  record Loaded(Configuration configuration, List<Problem> problems) implements LoadResult {
    public Loaded {
      problems = List.copyOf(problems);
    }
  }

  /** There is no such file, or the storage it is mapped to could not be asked. */
  record Missing(String name, List<Problem> problems) implements LoadResult {
    public Missing {
      problems = List.copyOf(problems);
    }
  }

  /** The outermost file has an error that forbids using it; the problems say which. */
  record Invalid(String name, List<Problem> problems) implements LoadResult {
    public Invalid {
      problems = List.copyOf(problems);
    }
  }
}
