package org.ara.config.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One configuration file as a text that can be edited: reading and writing it changes no byte, and
 * an edit changes only the lines it is about. Comments, blank lines, line ends, a missing last line
 * end and bytes that are no valid text stay as they are.
 *
 * <p>Immutable: an edit answers another document. A section is the lines from its header to the
 * next header; where several have the same name, the first one is edited. Includes are not
 * followed.
 */
public final class ConfigDocument {

  private final String raw;
  private final List<Line> lines;

  private ConfigDocument(String raw) {
    this.raw = raw;
    this.lines = List.copyOf(LineReader.read("document", raw).lines());
  }

  /** The document in these bytes, whatever they are. */
  public static ConfigDocument of(byte[] bytes) {
    return new ConfigDocument(Bytes.raw(bytes));
  }

  /** The bytes to write: those that were read, but for the edits. */
  public byte[] toBytes() {
    return Bytes.bytes(raw);
  }

  /** The names of the sections in file order; a name that appears twice is there twice. */
  public List<String> sections() {
    return lines.stream()
        .map(Line::statement)
        .filter(Statement.Header.class::isInstance)
        .map(header -> ((Statement.Header) header).name())
        .toList();
  }

  /**
   * The value that a variable has in a section, counting only what is written there: that of the
   * last line that sets it, with what {@code +=} adds below. Names ignore case.
   */
  public Optional<String> value(String section, String variable) {
    return Section.find(lines, section).flatMap(found -> found.value(variable));
  }

  /**
   * Gives a variable another value: the last line that sets it is changed in place, lines that add
   * to it with {@code +=} are taken out; if no line sets it, one is added at the end of the
   * section.
   *
   * @throws IllegalArgumentException if there is no such section, or the value or name cannot be
   *     written: line ends, blanks at its ends, longer than a line
   */
  public ConfigDocument withValue(String section, String variable, String value) {
    Optional<Line> set = section(section).lastSet(variable);
    String written = Written.value(value);
    ConfigDocument changed =
        set.isEmpty()
            ? withAdded(section, variable, value)
            : rewritten(
                line -> line == set.get() ? Written.replaceValue(line, written) : line.raw());
    Section found = changed.section(section);
    return changed.rewritten(
        line -> found.appends(line, variable) ? Written.erase(line) : line.raw());
  }

  /**
   * Adds a variable at the end of a section, also where there is one of that name.
   *
   * @throws IllegalArgumentException as {@link #withValue}
   */
  public ConfigDocument withAdded(String section, String variable, String value) {
    return inserted(section(section).end(), Written.name(variable) + " = " + Written.value(value));
  }

  /**
   * Takes all lines out that set a variable in a section; comments on them stay.
   *
   * @throws IllegalArgumentException if there is no such section
   */
  public ConfigDocument without(String section, String variable) {
    Section found = section(section);
    return rewritten(line -> found.names(line, variable) ? Written.erase(line) : line.raw());
  }

  /**
   * Adds an empty section at the end of the file.
   *
   * @throws IllegalArgumentException if the name cannot be written in a header
   */
  public ConfigDocument withSection(String name) {
    String header = Written.header(name);
    ConfigDocument parted = raw.isBlank() ? this : inserted(lines.size(), "");
    return parted.inserted(parted.lines.size(), header);
  }

  /**
   * Takes a section out: its header and what it sets. Comments and blank lines behind its last
   * variable stay, they speak of what follows.
   *
   * @throws IllegalArgumentException if there is no such section
   */
  public ConfigDocument withoutSection(String name) {
    Section found = section(name);
    return rewritten(line -> found.holds(line) ? Written.erase(line) : line.raw());
  }

  /**
   * Takes the first line out that gives a variable a certain value in a section.
   *
   * @throws IllegalArgumentException if there is no such section, or no such line
   */
  public ConfigDocument without(String section, String variable, String value) {
    Line line = line(section, variable, value);
    return rewritten(it -> it == line ? Written.erase(it) : it.raw());
  }

  /**
   * Gives the first line that sets a variable to a certain value another one.
   *
   * @throws IllegalArgumentException if there is no such section or line, or the value cannot be
   *     written
   */
  public ConfigDocument withReplaced(String section, String variable, String value, String other) {
    Line line = line(section, variable, value);
    String written = Written.value(other);
    return rewritten(it -> it == line ? Written.replaceValue(it, written) : it.raw());
  }

  /**
   * Takes one line out of a section.
   *
   * @param index of the line among those that set variables, from 0
   * @throws IllegalArgumentException if there is no such section or line
   */
  public ConfigDocument withoutLine(String section, int index) {
    Line line = assignment(section, index);
    return rewritten(it -> it == line ? Written.erase(it) : it.raw());
  }

  /**
   * Adds a variable before a line of a section.
   *
   * @param index of the line among those that set variables, from 0; their number for the end
   * @throws IllegalArgumentException if there is no such section or line, or as {@link #withValue}
   */
  public ConfigDocument withInserted(String section, int index, String variable, String value) {
    if (index == assignments(section).size()) {
      return withAdded(section, variable, value);
    }
    int at = lines.indexOf(assignment(section, index));
    return inserted(at, Written.name(variable) + " = " + Written.value(value));
  }

  /**
   * Takes all that a section sets out; its header and comments stay.
   *
   * @throws IllegalArgumentException if there is no such section
   */
  public ConfigDocument emptied(String section) {
    List<Line> set = assignments(section);
    return rewritten(line -> set.contains(line) ? Written.erase(line) : line.raw());
  }

  /**
   * Gives a section another name.
   *
   * @throws IllegalArgumentException if there is no such section, or the name cannot be written
   */
  public ConfigDocument withRenamed(String section, String name) {
    Line header = lines.get(section(section).start());
    String written = Written.header(name);
    return rewritten(line -> line == header ? Written.rename(line, written) : line.raw());
  }

  private List<Line> assignments(String section) {
    return section(section).lines().stream()
        .filter(line -> line.statement() instanceof Statement.Assignment)
        .toList();
  }

  private Line assignment(String section, int index) {
    List<Line> set = assignments(section);
    if (index < 0 || index >= set.size()) {
      throw new IllegalArgumentException("[" + section + "] has no line " + index);
    }
    return set.get(index);
  }

  private Line line(String section, String variable, String value) {
    return assignments(section).stream()
        .filter(line -> section(section).names(line, variable))
        .filter(
            line ->
                line.statement() instanceof Statement.Assignment assignment
                    && assignment.value().equals(value))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("[" + section + "] sets no such " + variable));
  }

  private Section section(String name) {
    return Section.find(lines, name)
        .orElseThrow(() -> new IllegalArgumentException("there is no section [" + name + "]"));
  }

  private ConfigDocument rewritten(Function<Line, String> text) {
    StringBuilder all = new StringBuilder(raw.length());
    lines.forEach(line -> all.append(text.apply(line)));
    return new ConfigDocument(all.toString());
  }

  /** Inserts a line before the line at an index; the last line keeps its missing line end. */
  private ConfigDocument inserted(int index, String text) {
    if (index > 0 && lines.get(index - 1).endsInBlock()) {
      throw new IllegalArgumentException("the file ends inside a block comment");
    }
    List<String> all = new ArrayList<>(lines.stream().map(Line::raw).toList());
    String end = lineEnd();
    if (index == all.size() && index > 0 && !all.getLast().endsWith("\n")) {
      all.set(index - 1, all.getLast() + end);
      all.add(text);
    } else {
      all.add(index, text + end);
    }
    return new ConfigDocument(String.join("", all));
  }

  /** How the first line of the file ends. */
  private String lineEnd() {
    return !lines.isEmpty() && lines.getFirst().raw().endsWith("\r\n") ? "\r\n" : "\n";
  }
}
