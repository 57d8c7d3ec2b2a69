package org.ara.config.syntax;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What one line of a configuration file says. */
public sealed interface Statement {

  /** Nothing: an empty line, or only a comment. */
  record Nothing() implements Statement {}

  /**
   * {@code [name](option,option)}.
   *
   * @param name between the brackets, not trimmed
   * @param options between the parentheses, not trimmed; empty without parentheses
   */
  record Header(String name, List<String> options) implements Statement {
    public Header {
      Objects.requireNonNull(name, "name");
      options = List.copyOf(options);
    }
  }

  /**
   * {@code #word argument}.
   *
   * @param word in lower case, without the {@code #}
   * @param argument without the quotes or angle brackets around it; may be empty
   */
  record Directive(String word, String argument) implements Statement {
    public Directive {
      Objects.requireNonNull(word, "word");
      Objects.requireNonNull(argument, "argument");
    }
  }

  /**
   * {@code name = value}, {@code name => value} or {@code name += text}.
   *
   * @param name trimmed, never empty
   * @param value trimmed
   * @param object whether it was written {@code =>}
   * @param appended the text as written after {@code +=}, leading blanks kept; empty for the others
   */
  record Assignment(String name, String value, boolean object, Optional<String> appended)
      implements Statement {
    public Assignment {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(appended, "appended");
    }
  }

  /**
   * A line that says nothing sensible.
   *
   * @param message what is wrong and what is expected
   * @param fatal whether the file must not be used because of it
   */
  record Malformed(String message, boolean fatal) implements Statement {
    public Malformed {
      Objects.requireNonNull(message, "message");
    }
  }
}
