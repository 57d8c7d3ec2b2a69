package org.ara.driver.sql.sqlite;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.ara.driver.sql.DescribedTable;
import org.ara.driver.sql.Dialect;
import org.ara.driver.sql.Fault;
import org.ara.driver.sql.Session;
import org.ara.driver.sql.SqlColumn;
import org.ara.realtime.Condition.Operator;
import org.ara.realtime.Requirement;
import org.ara.realtime.Row;
import org.ara.realtime.spi.TableDescription.Column;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * SQLite's ways. Names are quoted with back-ticks, because SQLite reads an unknown name in double
 * quotes as a text.
 */
final class SqliteDialect implements Dialect {

  private static final String DESCRIBE =
      "SELECT name, type, \"notnull\" FROM pragma_table_info(?) ORDER BY cid";
  private static final String DESCRIBE_IN_SCHEMA =
      "SELECT name, type, \"notnull\" FROM pragma_table_info(?, ?) ORDER BY cid";

  @Override
  public String comparison(SqlColumn column, Operator operator) {
    return switch (operator) {
      case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
          column.sqlName() + " " + operator.symbol() + " ?";
      case LIKE, NOT_LIKE -> column.sqlName() + " " + operator.symbol() + " ? ESCAPE '\\'";
    };
  }

  @Override
  public Optional<DescribedTable> describe(Session session, String table) throws SQLException {
    int dot = table.indexOf('.');
    String schema = dot < 0 ? "" : table.substring(0, dot);
    String name = table.substring(dot + 1);
    List<Row> rows =
        dot < 0 ? session.query(DESCRIBE, name) : session.query(DESCRIBE_IN_SCHEMA, name, schema);
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    List<SqlColumn> columns = new ArrayList<>(rows.size());
    for (Row row : rows) {
      columns.add(column(row));
    }
    String sqlName = dot < 0 ? quote(name) : quote(schema) + "." + quote(name);
    return Optional.of(new DescribedTable(sqlName, columns, System.nanoTime()));
  }

  @Override
  public String addColumn(DescribedTable table, String column, String type) {
    return "ALTER TABLE " + table.sqlName() + " ADD COLUMN " + quote(column) + " " + type;
  }

  @Override
  public String columnType(Requirement requirement, boolean asText) {
    Requirement.Type wanted = asText ? Requirement.Type.CHAR : requirement.type();
    return switch (wanted) {
      case INTEGER1,
          UINTEGER1,
          INTEGER2,
          UINTEGER2,
          INTEGER3,
          UINTEGER3,
          INTEGER4,
          UINTEGER4,
          INTEGER8 ->
          "BIGINT";
      case FLOAT -> "REAL";
      case UINTEGER8, DATE, DATETIME, CHAR -> "TEXT";
    };
  }

  @Override
  public Fault fault(SQLException failure) {
    if (!(failure instanceof SQLiteException e)) {
      return Fault.LOST;
    }
    SQLiteErrorCode code = e.getResultCode();
    return switch (primary(code)) {
      case SQLITE_BUSY, SQLITE_LOCKED -> Fault.BUSY;
      case SQLITE_SCHEMA -> Fault.STALE;
      case SQLITE_ERROR -> namesSomethingMissing(e) ? Fault.STALE : Fault.REFUSED;
      case SQLITE_FULL -> Fault.FULL;
      case SQLITE_INTERRUPT -> Fault.TOO_SLOW;
      case SQLITE_IOERR, SQLITE_CANTOPEN, SQLITE_NOTADB, SQLITE_CORRUPT, SQLITE_MISUSE ->
          Fault.LOST;
      default -> code == SQLiteErrorCode.SQLITE_READONLY_DBMOVED ? Fault.LOST : Fault.REFUSED;
    };
  }

  @Override
  public boolean storesAnything() {
    return true;
  }

  @Override
  public Optional<String> complaint(Session session, SqlColumn column, String value) {
    return column.description().text() || !isNumeric(column.declaredType()) || isNumber(value)
        ? Optional.empty()
        : Optional.of("is not a number, and the column is " + column.declaredType());
  }

  private static SqlColumn column(Row row) {
    String name = Objects.requireNonNullElse(row.stored(0), "");
    String type = Objects.requireNonNullElse(row.stored(1), "");
    boolean nullable = !"1".equals(row.stored(2));
    Column description = new Column(name, type, size(type), nullable, isText(type));
    return new SqlColumn(description, quote(name), type, 0);
  }

  static String quote(String identifier) {
    return "`" + identifier.replace("`", "``") + "`";
  }

  /** Text or no affinity: takes any text as it is. */
  private static boolean isText(String type) {
    String upper = type.toUpperCase(Locale.ROOT);
    return !upper.contains("INT")
        && (upper.isEmpty()
            || upper.contains("CHAR")
            || upper.contains("CLOB")
            || upper.contains("TEXT")
            || upper.contains("BLOB"));
  }

  /** Dates and booleans have numeric affinity too, and are texts all the same. */
  private static boolean isNumeric(String type) {
    String upper = type.toUpperCase(Locale.ROOT);
    return List.of("INT", "REAL", "FLOA", "DOUB", "DEC", "NUM").stream().anyMatch(upper::contains);
  }

  private static boolean isNumber(String value) {
    try {
      new BigDecimal(value.strip());
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static int size(String type) {
    int open = type.indexOf('(');
    int close = type.indexOf(')', open + 1);
    if (open < 0 || close < 0) {
      return 0;
    }
    try {
      return Integer.parseInt(type.substring(open + 1, close).strip());
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static boolean namesSomethingMissing(SQLiteException e) {
    String message = Objects.requireNonNullElse(e.getMessage(), "");
    return message.contains("no such table")
        || message.contains("no such column")
        || message.contains("has no column named");
  }

  /** Whether a failure undid its own statement only, and an open transaction goes on. */
  static boolean concernsStatementAlone(SQLException failure) {
    return failure instanceof SQLiteException e
        && switch (primary(e.getResultCode())) {
          case SQLITE_CONSTRAINT, SQLITE_MISMATCH, SQLITE_TOOBIG, SQLITE_RANGE, SQLITE_ERROR ->
              true;
          default -> false;
        };
  }

  /** The error without its details: the low byte of the code. */
  private static SQLiteErrorCode primary(SQLiteErrorCode code) {
    return SQLiteErrorCode.getErrorCode(code.code & 0xff);
  }
}
