package org.ara.config.file;

import org.ara.config.Origin;
import org.ara.config.Problem;
import org.ara.config.Variable;
import org.jspecify.annotations.Nullable;

/** Puts the lines of a file that is kept elsewhere into the configuration. */
final class KeptAssembly {

  private final Assembly assembly;
  private final int depth;
  private @Nullable CategoryBuilder current;
  private long rank;

  KeptAssembly(Assembly assembly, int depth) {
    this.assembly = assembly;
    this.depth = depth;
  }

  /** Reads all lines; false if they are invalid as a whole. */
  boolean read(Iterable<Elsewhere.Line> lines) {
    for (Elsewhere.Line line : lines) {
      if (line.name().equals("#include")) {
        if (!assembly.include(line.value(), line.origin(), depth + 1)) {
          assembly.report(
              Problem.error(
                  line.origin(),
                  "#include " + line.value() + ": there is no such file; correct var_val"));
          return false;
        }
      } else if (line.name().isEmpty()) {
        assembly.report(Problem.warning(line.origin(), "the row has no var_name; it is set aside"));
      } else {
        section(line).add(new Variable(line.name(), line.value(), line.origin()));
      }
    }
    return true;
  }

  /** The open section, if the line goes on with it, whatever was included in between. */
  private CategoryBuilder section(Elsewhere.Line line) {
    CategoryBuilder open = current;
    if (open == null || rank != line.rank() || !open.name().equals(line.section())) {
      Origin origin = line.origin();
      open = assembly.sections().add(line.section(), origin);
      current = open;
      rank = line.rank();
    }
    return open;
  }
}
