package org.ara.config.syntax;

import java.util.ArrayList;
import java.util.List;
import org.ara.config.Origin;
import org.ara.config.Problem;

/**
 * The statements of one file, in order, each with its place.
 *
 * @param statements all that say something; malformed lines included
 * @param problems what was wrong with comments and lines as such
 */
public record ConfigText(List<Placed> statements, List<Problem> problems) {

  public ConfigText {
    statements = List.copyOf(statements);
    problems = List.copyOf(problems);
  }

  /** A statement and the line it stands on. */
  public record Placed(Statement statement, Origin origin) {}

  /**
   * Reads a text; never throws, whatever the bytes.
   *
   * @param source the file's name for complaints
   */
  public static ConfigText read(String source, byte[] bytes) {
    LineReader.Result result = LineReader.read(source, Bytes.raw(bytes));
    List<Placed> statements = new ArrayList<>();
    for (Line line : result.lines()) {
      if (!(line.statement() instanceof Statement.Nothing)) {
        statements.add(new Placed(line.statement(), new Origin(source, line.number())));
      }
    }
    return new ConfigText(statements, result.problems());
  }
}
