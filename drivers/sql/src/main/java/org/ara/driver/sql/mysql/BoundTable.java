package org.ara.driver.sql.mysql;

import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Statements with a table named {@code ara} that is made of bound values: a row for each of many
 * operations, whose column {@code n} numbers them from 1 on, and whose columns {@code v0}, {@code
 * v1} and so on hold what the operation binds. The table is filled up with NULLs to a power of two
 * rows, so that few texts have to be prepared.
 */
final class BoundTable {

  private final List<String> expressions;
  private final UnaryOperator<String> statement;
  private final ConcurrentMap<Integer, String> texts = new ConcurrentHashMap<>();

  /**
   * A table within a statement.
   *
   * @param expressions what its columns hold, each with one {@code ?}
   * @param statement puts the table into the statement's text
   */
  BoundTable(List<String> expressions, UnaryOperator<String> statement) {
    this.expressions = List.copyOf(expressions);
    this.statement = statement;
  }

  /** The statement's text for so many operations. */
  String sql(int rows) {
    return texts.computeIfAbsent(size(rows), this::text);
  }

  private String text(int size) {
    StringJoiner table = new StringJoiner(" UNION ALL SELECT ", "(SELECT ", ") ara");
    StringJoiner first = new StringJoiner(", ").add("1 AS n");
    for (int i = 0; i < expressions.size(); i++) {
      first.add(expressions.get(i) + " AS v" + i);
    }
    table.add(first.toString());
    String others = ", " + String.join(", ", expressions);
    for (int i = 2; i <= size; i++) {
      table.add(i + others);
    }
    return statement.apply(table.toString());
  }

  /**
   * The values of the operations, one after the other.
   *
   * @param from how many at the beginning of each operation's values are left out
   */
  @Nullable String[] values(List<@Nullable String[]> rows, int from) {
    int width = expressions.size();
    @Nullable String[] values = new String[size(rows.size()) * width];
    int next = 0;
    for (@Nullable String[] row : rows) {
      System.arraycopy(row, from, values, next, width);
      next += width;
    }
    return values;
  }

  private static int size(int rows) {
    return rows < 2 ? 1 : Integer.highestOneBit(rows - 1) * 2;
  }
}
