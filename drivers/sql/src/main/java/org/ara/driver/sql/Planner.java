package org.ara.driver.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import org.ara.realtime.Condition.Operator;
import org.jspecify.annotations.Nullable;

/**
 * Makes the SQL text of an operation, the one place where that happens. Names come from the table's
 * description only.
 */
final class Planner {

  private static final @Nullable SqlColumn[] NO_FIELDS = new SqlColumn[0];

  private final Dialect dialect;
  private final boolean ordered;

  Planner(Dialect dialect, boolean ordered) {
    this.dialect = dialect;
    this.ordered = ordered;
  }

  /**
   * The plan for an operation.
   *
   * @throws MissingColumn if a column that cannot be left out is not there
   */
  Plan plan(DescribedTable table, Shape shape) throws MissingColumn {
    return switch (shape) {
      case Shape.Select select -> select(table, select);
      case Shape.Update update -> update(table, update);
      case Shape.Insert insert -> insert(table, insert);
      case Shape.Delete delete -> {
        List<SqlColumn> keys = keys(table, delete.keys());
        String sql = "DELETE FROM " + table.sqlName() + where(keys, delete.keys());
        yield new Plan(table, sql, keys, NO_FIELDS, 0);
      }
    };
  }

  private Plan select(DescribedTable table, Shape.Select shape) throws MissingColumn {
    List<SqlColumn> keys = keys(table, shape.terms());
    StringBuilder sql = new StringBuilder("SELECT * FROM ").append(table.sqlName());
    sql.append(where(keys, shape.terms()));
    SqlColumn orderBy = required(table, shape.orderBy());
    if (ordered && !isFixed(orderBy, keys, shape.terms())) {
      sql.append(" ORDER BY ").append(orderBy.sqlName());
    }
    if (shape.limit() > 0) {
      sql.append(" LIMIT ").append(shape.limit());
    }
    ManyStatement many =
        shape.isByEquality() && isFixed(orderBy, keys, shape.terms()) && areComparable(keys)
            ? dialect.selectMany(table, keys, shape.limit()).orElse(null)
            : null;
    return new Plan(table, sql.toString(), keys, NO_FIELDS, 0, many);
  }

  private static boolean areComparable(List<SqlColumn> keys) {
    return keys.stream().noneMatch(key -> key.equality() == SqlColumn.Equality.UNKNOWN);
  }

  /** A column compared for equality is the same in all rows: nothing to order. */
  private static boolean isFixed(SqlColumn column, List<SqlColumn> keys, List<Shape.Term> terms) {
    int at = keys.indexOf(column);
    return at >= 0 && terms.get(at).operator() == Operator.EQUAL;
  }

  private Plan update(DescribedTable table, Shape.Update shape) throws MissingColumn {
    List<SqlColumn> keys = keys(table, shape.keys());
    @Nullable SqlColumn[] fields = new SqlColumn[shape.fields().size()];
    StringJoiner assignments = new StringJoiner(", ");
    int written = 0;
    for (int i = 0; i < fields.length; i++) {
      Optional<SqlColumn> column = table.column(shape.fields().get(i));
      if (column.isPresent()) {
        fields[i] = column.get();
        assignments.add(column.get().sqlName() + " = ?");
        written++;
      }
    }
    String sql = "UPDATE " + table.sqlName() + " SET " + assignments + where(keys, shape.keys());
    List<SqlColumn> there = Arrays.stream(fields).filter(Objects::nonNull).toList();
    // Rows that several keys may share would be locked in an order of the database's choosing.
    boolean together =
        shape.isByEquality() && areComparable(keys) && table.isUnique(keys) && !there.isEmpty();
    ManyStatement many = together ? dialect.updateMany(table, keys, there).orElse(null) : null;
    return new Plan(table, sql, keys, fields, written, many);
  }

  private Plan insert(DescribedTable table, Shape.Insert shape) throws MissingColumn {
    @Nullable SqlColumn[] fields = new SqlColumn[shape.fields().size()];
    StringJoiner names = new StringJoiner(", ", "(", ")");
    StringJoiner marks = new StringJoiner(", ", "(", ")");
    for (int i = 0; i < fields.length; i++) {
      SqlColumn column = required(table, shape.fields().get(i));
      fields[i] = column;
      names.add(column.sqlName());
      marks.add("?");
    }
    String sql = "INSERT INTO " + table.sqlName() + " " + names + " VALUES " + marks;
    return new Plan(table, sql, List.of(), fields, fields.length);
  }

  private static List<SqlColumn> keys(DescribedTable table, List<Shape.Term> terms)
      throws MissingColumn {
    List<SqlColumn> keys = new ArrayList<>(terms.size());
    for (Shape.Term term : terms) {
      keys.add(required(table, term.column()));
    }
    return keys;
  }

  private static SqlColumn required(DescribedTable table, String name) throws MissingColumn {
    return table.column(name).orElseThrow(() -> new MissingColumn(name));
  }

  private String where(List<SqlColumn> keys, List<Shape.Term> terms) {
    StringJoiner where = new StringJoiner(" AND ", " WHERE ", "");
    for (int i = 0; i < keys.size(); i++) {
      where.add(dialect.comparison(keys.get(i), terms.get(i).operator()));
    }
    return where.toString();
  }

  /** The table lacks a column without which the operation has no meaning. */
  static final class MissingColumn extends Exception {
    private static final long serialVersionUID = 1L;

    MissingColumn(String column) {
      super(column, null, false, false);
    }

    String column() {
      return String.valueOf(getMessage());
    }
  }
}
