package org.ara.driver.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.ara.realtime.Columns;
import org.ara.realtime.Row;
import org.jspecify.annotations.Nullable;

/** Moves values between statements and rows. */
public final class Rows {

  private Rows() {}

  /** Binds texts and NULLs, without saying what type they are. */
  public static void bind(PreparedStatement statement, @Nullable String... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      String value = values[i];
      if (value == null) {
        statement.setNull(i + 1, Types.OTHER);
      } else {
        statement.setString(i + 1, value);
      }
    }
  }

  /** How many rows a server sends at once of a result that is read one after the other. */
  public static final int SOME = 1000;

  /**
   * Reads the rows of a result one after the other.
   *
   * @param alive told now and then that rows keep coming
   */
  public static void each(ResultSet result, Columns columns, Consumer<Row> rows, Runnable alive)
      throws SQLException {
    for (long count = 1; result.next(); count++) {
      rows.accept(row(result, columns));
      if (count % SOME == 0) {
        alive.run();
      }
    }
  }

  /** Reads all rows of a result. */
  public static List<Row> read(ResultSet result, Columns columns) throws SQLException {
    if (!result.next()) {
      return List.of();
    }
    Row first = row(result, columns);
    if (!result.next()) {
      return List.of(first);
    }
    List<Row> rows = new ArrayList<>();
    rows.add(first);
    do {
      rows.add(row(result, columns));
    } while (result.next());
    return rows;
  }

  /** The columns of a result. */
  public static Columns columns(ResultSetMetaData result) throws SQLException {
    List<String> names = new ArrayList<>(result.getColumnCount());
    for (int i = 1; i <= result.getColumnCount(); i++) {
      names.add(result.getColumnLabel(i));
    }
    return new Columns(names);
  }

  /** Whether a result has exactly these columns. */
  public static boolean haveColumns(ResultSetMetaData result, Columns columns) throws SQLException {
    int count = columns.size();
    if (result.getColumnCount() != count) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      if (!columns.name(i).equals(result.getColumnLabel(i + 1))) {
        return false;
      }
    }
    return true;
  }

  private static Row row(ResultSet result, Columns columns) throws SQLException {
    @Nullable String[] values = new String[columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = result.getString(i + 1);
    }
    return new Row(columns, values);
  }
}
