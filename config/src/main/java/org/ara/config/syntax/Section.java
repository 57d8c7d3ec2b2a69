package org.ara.config.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lines of a section in a document.
 *
 * @param start the index of its header
 * @param end the index behind its last line that says something, never inside a block comment
 * @param lines its lines, the header first
 */
record Section(int start, int end, List<Line> lines) {

  Section {
    lines = List.copyOf(lines);
  }

  /** The first section of a name, case ignored. */
  static Optional<Section> find(List<Line> all, String name) {
    int start = 0;
    while (start < all.size() && !isHeader(all.get(start), name)) {
      start++;
    }
    if (start == all.size()) {
      return Optional.empty();
    }
    List<Line> own = new ArrayList<>(List.of(all.get(start)));
    int end = start + 1;
    for (int i = end; i < all.size(); i++) {
      Line line = all.get(i);
      if (line.statement() instanceof Statement.Header) {
        break;
      }
      own.add(line);
      if (!(line.statement() instanceof Statement.Nothing) || all.get(end - 1).endsInBlock()) {
        end = i + 1;
      }
    }
    return Optional.of(new Section(start, end, own));
  }

  /** The last line that gives a variable a value, rather than adding to one. */
  Optional<Line> lastSet(String variable) {
    return lines.reversed().stream()
        .filter(line -> names(line, variable) && !appends(line, variable))
        .findFirst();
  }

  /** The value a variable has after the last line of this section. */
  Optional<String> value(String variable) {
    Optional<String> value = Optional.empty();
    for (Line line : lines) {
      if (line.statement() instanceof Statement.Assignment assignment && names(line, variable)) {
        String before = value.orElse(null);
        value =
            before == null || assignment.appended().isEmpty()
                ? Optional.of(assignment.value())
                : Optional.of(before + assignment.appended().get());
      }
    }
    return value;
  }

  /** Whether a line is one of this section up to its end. */
  boolean holds(Line line) {
    return line.number() > start && line.number() <= end;
  }

  /** Whether a line is in this section and gives that variable a value or adds to it. */
  boolean names(Line line, String variable) {
    return holds(line)
        && line.statement() instanceof Statement.Assignment assignment
        && assignment.name().equalsIgnoreCase(variable);
  }

  /** Whether a line is in this section and adds to that variable. */
  boolean appends(Line line, String variable) {
    return names(line, variable)
        && line.statement() instanceof Statement.Assignment assignment
        && assignment.appended().isPresent();
  }

  private static boolean isHeader(Line line, String name) {
    return line.statement() instanceof Statement.Header header
        && header.name().equalsIgnoreCase(name);
  }
}
