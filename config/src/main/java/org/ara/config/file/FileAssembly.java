package org.ara.config.file;

import org.ara.config.Origin;
import org.ara.config.Problem;
import org.ara.config.Variable;
import org.ara.config.syntax.ConfigText;
import org.ara.config.syntax.Statement;
import org.jspecify.annotations.Nullable;

/** Puts the statements of one file into the configuration, up to the first fatal one. */
final class FileAssembly {

  private final Assembly assembly;
  private final String source;
  private final int depth;

  /** The section that variables belong to: at first the newest of the whole configuration. */
  private @Nullable CategoryBuilder current;

  FileAssembly(Assembly assembly, String source, int depth) {
    this.assembly = assembly;
    this.source = source;
    this.depth = depth;
    this.current = assembly.sections().newest();
  }

  /** Reads the file; false if it is invalid. */
  boolean read(byte[] bytes) {
    ConfigText text = ConfigText.read(source, bytes);
    text.problems().forEach(assembly::report);
    for (ConfigText.Placed placed : text.statements()) {
      if (!apply(placed.statement(), placed.origin())) {
        return false;
      }
    }
    return true;
  }

  private boolean apply(Statement statement, Origin origin) {
    return switch (statement) {
      case Statement.Nothing() -> true;
      case Statement.Header header -> open(header, origin);
      case Statement.Directive directive -> obey(directive, origin);
      case Statement.Assignment assignment -> assign(assignment, origin);
      case Statement.Malformed(String message, boolean fatal) ->
          fatal ? invalid(origin, message) : warned(origin, message);
    };
  }

  private boolean open(Statement.Header header, Origin origin) {
    try {
      current = assembly.sections().open(header, origin);
      return true;
    } catch (Sections.BadHeader bad) {
      return invalid(origin, bad.getMessage());
    }
  }

  private boolean assign(Statement.Assignment assignment, Origin origin) {
    if (current == null) {
      return invalid(origin, "'" + assignment.name() + "' stands before the first [section]");
    }
    if (assignment.appended().isEmpty()
        || !current.append(assignment.name(), assignment.appended().get())) {
      current.add(
          new Variable(assignment.name(), assignment.value(), assignment.object(), false, origin));
    }
    return true;
  }

  private boolean obey(Statement.Directive directive, Origin origin) {
    String argument = directive.argument();
    return switch (directive.word()) {
      case "include", "tryinclude", "exec" -> {
        if (argument.isEmpty()) {
          yield warned(origin, "#" + directive.word() + " names nothing, ignored");
        }
        yield obey(directive.word(), argument, origin);
      }
      default -> warned(origin, "#" + directive.word() + " is no directive, ignored");
    };
  }

  private boolean obey(String word, String argument, Origin origin) {
    if (word.equals("exec")) {
      assembly.execute(argument, origin, depth);
      return true;
    }
    if (!assembly.include(argument, origin, depth + 1) && word.equals("include")) {
      return invalid(origin, "there is no file '" + argument + "' to include");
    }
    return true;
  }

  private boolean warned(Origin origin, String message) {
    assembly.report(Problem.warning(origin, message));
    return true;
  }

  private boolean invalid(Origin origin, @Nullable String message) {
    assembly.report(Problem.error(origin, String.valueOf(message)));
    return false;
  }
}
