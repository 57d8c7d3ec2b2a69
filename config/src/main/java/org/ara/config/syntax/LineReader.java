package org.ara.config.syntax;

import java.util.ArrayList;
import java.util.List;
import org.ara.config.Origin;
import org.ara.config.Problem;

/** Cuts the text of one file into lines and understands each of them. */
final class LineReader {

  /** The most bytes a line may have without its line end; a longer one is skipped. */
  static final int MAX_LINE = 8191;

  private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

  private final String source;
  private final CommentStripper comments = new CommentStripper();
  private final List<Line> lines = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  private LineReader(String source) {
    this.source = source;
  }

  /** The lines of a file, and what was wrong with its comments and the length of its lines. */
  record Result(List<Line> lines, List<Problem> problems) {}

  /**
   * Reads a file.
   *
   * @param source its name for complaints
   * @param raw its text, one character per byte
   */
  static Result read(String source, String raw) {
    LineReader reader = new LineReader(source);
    int from = 0;
    while (from < raw.length()) {
      int end = raw.indexOf('\n', from);
      int next = end < 0 ? raw.length() : end + 1;
      reader.add(raw.substring(from, next));
      from = next;
    }
    reader
        .comments
        .openedAt()
        .ifPresent(line -> reader.warn(line, "the block comment opened here never ends (--;)"));
    return new Result(reader.lines, reader.problems);
  }

  private void add(String raw) {
    long number = lines.size() + 1L;
    int end = raw.endsWith("\n") ? raw.length() - 1 : raw.length();
    int start = number == 1 && raw.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length() : 0;
    if (end - start > MAX_LINE) {
      warn(number, "the line is ignored: it is longer than " + MAX_LINE + " bytes");
      lines.add(nothing(number, raw));
      return;
    }
    Content content = comments.strip(raw.substring(start, end), number);
    if (comments.tooDeep()) {
      warn(number, "block comments nest deeper than " + CommentStripper.MAX_DEPTH + ", ignored");
    }
    lines.add(line(number, raw, start, content));
  }

  private Line line(long number, String raw, int shift, Content content) {
    String text = content.text();
    int first = 0;
    int last = text.length();
    while (first < last && text.charAt(first) <= ' ') {
      first++;
    }
    while (last > first && text.charAt(last - 1) <= ' ') {
      last--;
    }
    if (first == last) {
      Span none = new Span(0, 0);
      return new Line(
          number,
          raw,
          new Statement.Nothing(),
          none,
          none,
          content.blockDelimited(),
          comments.inBlock());
    }
    String trimmed = text.substring(first, last);
    Statement statement = StatementParser.parse(trimmed);
    Span span = new Span(shift + start(content, first), shift + content.offset(last - 1) + 1);
    Span value =
        statement instanceof Statement.Assignment
            ? value(trimmed, first, shift, content, span)
            : new Span(span.end(), span.end());
    return new Line(
        number, raw, statement, span, value, content.blockDelimited(), comments.inBlock());
  }

  /** Where the value is: behind the {@code =}, the {@code >} and the blanks. */
  private static Span value(String trimmed, int first, int shift, Content content, Span span) {
    int equals = trimmed.indexOf('=', trimmed.startsWith("\\") ? 2 : 0);
    int start = StatementParser.valueStart(trimmed, equals);
    while (start < trimmed.length() && trimmed.charAt(start) <= ' ') {
      start++;
    }
    return start == trimmed.length()
        ? new Span(span.end(), span.end())
        : new Span(shift + start(content, first + start), span.end());
  }

  /** Where a character was; for an escaped semicolon, where its backslash was. */
  private static int start(Content content, int index) {
    int offset = content.offset(index);
    boolean escaped = content.text().charAt(index) == ';';
    return escaped ? offset - 1 : offset;
  }

  private Line nothing(long number, String raw) {
    Span none = new Span(0, 0);
    return new Line(number, raw, new Statement.Nothing(), none, none, false, comments.inBlock());
  }

  private void warn(long line, String message) {
    problems.add(Problem.warning(new Origin(source, line), message));
  }
}
