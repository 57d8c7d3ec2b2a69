package org.ara.driver.sql.postgres;

import java.util.List;
import java.util.StringJoiner;
import org.ara.driver.sql.DescribedTable;
import org.ara.driver.sql.ManyStatement;
import org.ara.driver.sql.SqlColumn;
import org.jspecify.annotations.Nullable;

/**
 * Statements for many keys at once: the values of each column are bound as one array, so that the
 * text is the same however many there are.
 *
 * @param sql with a {@code ?} for each column
 */
record PostgresArrays(String sql) implements ManyStatement {

  /** Looks up by one column, or by several through a join with the keys. */
  static PostgresArrays select(DescribedTable table, List<SqlColumn> keys, int limit) {
    if (limit > 0 && !table.isUnique(keys)) {
      return new PostgresArrays(
          "SELECT found.* FROM %s CROSS JOIN LATERAL (SELECT * FROM %s t WHERE %s LIMIT %d) found"
              .formatted(keyTable(keys), table.sqlName(), joined(keys), limit));
    }
    if (keys.size() == 1) {
      SqlColumn key = keys.getFirst();
      return new PostgresArrays(
          "SELECT * FROM %s WHERE %s = ANY (?::%s[])"
              .formatted(table.sqlName(), key.sqlName(), arrayType(key)));
    }
    return new PostgresArrays(
        "SELECT t.* FROM %s JOIN %s t ON %s"
            .formatted(keyTable(keys), table.sqlName(), joined(keys)));
  }

  /** Updates and returns the place of the key of each row that was changed. */
  static PostgresArrays update(DescribedTable table, List<SqlColumn> keys, List<SqlColumn> fields) {
    StringJoiner arrays = new StringJoiner(", ");
    StringJoiner names = new StringJoiner(", ", "(", ", n)");
    StringJoiner assignments = new StringJoiner(", ");
    for (int i = 0; i < fields.size(); i++) {
      arrays.add("?::" + arrayType(fields.get(i)) + "[]");
      names.add("f" + i);
      assignments.add(fields.get(i).sqlName() + " = ara.f" + i);
    }
    for (int i = 0; i < keys.size(); i++) {
      arrays.add("?::" + arrayType(keys.get(i)) + "[]");
      names.add("k" + i);
    }
    return new PostgresArrays(
        "UPDATE %s t SET %s FROM unnest(%s) WITH ORDINALITY ara%s WHERE %s RETURNING ara.n"
            .formatted(table.sqlName(), assignments, arrays, names, joined(keys)));
  }

  /** The limit of a text's length is for the assignment to check: a cast would cut it off. */
  private static String arrayType(SqlColumn column) {
    return column.description().text() ? "text" : column.declaredType();
  }

  private static String keyTable(List<SqlColumn> keys) {
    StringJoiner arrays = new StringJoiner(", ", "unnest(", ")");
    StringJoiner names = new StringJoiner(", ", "(", ")");
    for (int i = 0; i < keys.size(); i++) {
      arrays.add("?::" + arrayType(keys.get(i)) + "[]");
      names.add("k" + i);
    }
    return arrays + " ara" + names;
  }

  private static String joined(List<SqlColumn> keys) {
    StringJoiner joined = new StringJoiner(" AND ");
    for (int i = 0; i < keys.size(); i++) {
      joined.add("t." + keys.get(i).sqlName() + " = ara.k" + i);
    }
    return joined.toString();
  }

  @Override
  public String sql(int rows) {
    return sql;
  }

  @Override
  public @Nullable String[] values(List<@Nullable String[]> rows) {
    @Nullable String[] arrays = new String[rows.getFirst().length];
    StringBuilder array = new StringBuilder(rows.size() * 16);
    for (int i = 0; i < arrays.length; i++) {
      array.setLength(0);
      for (@Nullable String[] row : rows) {
        append(array.append(array.isEmpty() ? '{' : ','), row[i]);
      }
      arrays[i] = array.append('}').toString();
    }
    return arrays;
  }

  private static void append(StringBuilder array, @Nullable String value) {
    if (value == null) {
      array.append("NULL");
      return;
    }
    array.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        array.append('\\');
      }
      array.append(c);
    }
    array.append('"');
  }
}
