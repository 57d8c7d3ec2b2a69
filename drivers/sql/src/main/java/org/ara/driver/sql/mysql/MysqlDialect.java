package org.ara.driver.sql.mysql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.ara.driver.sql.DescribedTable;
import org.ara.driver.sql.Dialect;
import org.ara.driver.sql.Fault;
import org.ara.driver.sql.ManyStatement;
import org.ara.driver.sql.Session;
import org.ara.driver.sql.SqlColumn;
import org.ara.driver.sql.server.Connections;
import org.ara.realtime.Condition.Operator;
import org.ara.realtime.Requirement;
import org.ara.realtime.Row;
import org.ara.realtime.spi.TableDescription.Column;

/**
 * MySQL's and MariaDB's ways. What a column's collation calls equal is equal; {@code
 * WellKnownTables} choose one that heeds case.
 */
final class MysqlDialect implements Dialect {

  private static final Pattern NO_SPACE =
      Pattern.compile("(?i)\\b(error|errno:?) 28\\b|no space left");

  private static final String DESCRIBE =
      """
      SELECT TABLE_NAME, COLUMN_NAME, DATA_TYPE, COLUMN_TYPE, IS_NULLABLE, CHARACTER_MAXIMUM_LENGTH,
        CHARACTER_SET_NAME, COLLATION_NAME
      FROM information_schema.COLUMNS
      WHERE TABLE_SCHEMA = %s AND TABLE_NAME = ?
      ORDER BY ORDINAL_POSITION""";
  private static final String UNIQUE =
      """
      SELECT INDEX_NAME, COLUMN_NAME FROM information_schema.STATISTICS
      WHERE TABLE_SCHEMA = %s AND TABLE_NAME = ? AND NON_UNIQUE = 0""";
  private static final String IN_DATABASE = DESCRIBE.formatted("DATABASE()");
  private static final String IN_SCHEMA = DESCRIBE.formatted("?");
  private static final String UNIQUE_IN_DATABASE = UNIQUE.formatted("DATABASE()");
  private static final String UNIQUE_IN_SCHEMA = UNIQUE.formatted("?");

  /** More of them take more memory for the statement than they save. */
  private static final int MOST_TOGETHER = 64;

  @Override
  public String comparison(SqlColumn column, Operator operator) {
    return switch (operator) {
      case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
          column.sqlName() + " " + operator.symbol() + " " + ColumnType.of(column).comparable();
      case LIKE, NOT_LIKE -> column.sqlName() + " " + operator.symbol() + " ? ESCAPE '\\\\'";
    };
  }

  /** A name is tried as it is spelled and then in lower case, as on the other databases. */
  @Override
  public Optional<DescribedTable> describe(Session session, String table) throws SQLException {
    Optional<DescribedTable> exact = describeExactly(session, table);
    String lower = table.toLowerCase(Locale.ROOT);
    return exact.isPresent() || lower.equals(table) ? exact : describeExactly(session, lower);
  }

  private static Optional<DescribedTable> describeExactly(Session session, String table)
      throws SQLException {
    int dot = table.indexOf('.');
    String schema = dot < 0 ? "" : table.substring(0, dot);
    String name = table.substring(dot + 1);
    List<Row> rows =
        dot < 0 ? session.query(IN_DATABASE, name) : session.query(IN_SCHEMA, schema, name);
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    List<SqlColumn> columns = new ArrayList<>(rows.size());
    for (Row row : rows) {
      columns.add(column(row));
    }
    String real = quote(text(rows.getFirst(), 0));
    String sqlName = dot < 0 ? real : quote(schema) + "." + real;
    return Optional.of(
        new DescribedTable(
            sqlName,
            columns,
            unique(
                dot < 0
                    ? session.query(UNIQUE_IN_DATABASE, text(rows.getFirst(), 0))
                    : session.query(UNIQUE_IN_SCHEMA, schema, text(rows.getFirst(), 0))),
            System.nanoTime()));
  }

  /** Also those of which only the beginning is unique: the whole is then unique all the more. */
  private static Set<Set<String>> unique(List<Row> parts) {
    Map<String, Set<String>> unique = new HashMap<>();
    for (Row part : parts) {
      unique.computeIfAbsent(text(part, 0), index -> new HashSet<>()).add(text(part, 1));
    }
    return Set.copyOf(unique.values());
  }

  @Override
  public int mostTogether() {
    return MOST_TOGETHER;
  }

  /** A second one would halve what each commit takes to the disk. */
  @Override
  public int updatesAtOnce() {
    return 1;
  }

  @Override
  public Optional<ManyStatement> selectMany(DescribedTable table, List<SqlColumn> keys, int limit) {
    return limit == 0 || table.isUnique(keys)
        ? Optional.of(new JoinedSelect(table, keys))
        : Optional.empty();
  }

  @Override
  public Optional<ManyStatement> updateMany(
      DescribedTable table, List<SqlColumn> keys, List<SqlColumn> fields) {
    return fields.stream().anyMatch(field -> ColumnType.of(field) == ColumnType.OTHER)
        ? Optional.empty()
        : Optional.of(new JoinedUpdate(table, keys, fields));
  }

  @Override
  public String addColumn(DescribedTable table, String column, String type) {
    return "ALTER TABLE " + table.sqlName() + " ADD COLUMN " + quote(column) + " " + type;
  }

  @Override
  public String columnType(Requirement requirement, boolean asText) {
    Requirement.Type wanted = asText ? Requirement.Type.CHAR : requirement.type();
    return switch (wanted) {
      case INTEGER1 -> "TINYINT";
      case UINTEGER1 -> "TINYINT UNSIGNED";
      case INTEGER2 -> "SMALLINT";
      case UINTEGER2 -> "SMALLINT UNSIGNED";
      case INTEGER3 -> "MEDIUMINT";
      case UINTEGER3 -> "MEDIUMINT UNSIGNED";
      case INTEGER4 -> "INT";
      case UINTEGER4 -> "INT UNSIGNED";
      case INTEGER8 -> "BIGINT";
      case UINTEGER8 -> "BIGINT UNSIGNED";
      case FLOAT -> "DOUBLE";
      case DATE -> "DATE";
      case DATETIME -> "DATETIME";
      case CHAR -> "VARCHAR(" + Dialect.roomFor(requirement) + ")";
    };
  }

  @Override
  public Fault fault(SQLException failure) {
    String state = Objects.requireNonNullElse(failure.getSQLState(), "");
    if (state.equals(Connections.SILENT)) {
      return Fault.SILENT;
    }
    return switch (failure.getErrorCode()) {
      // No such table or column, table changed meanwhile, statement to be prepared anew.
      case 1054, 1146, 1243, 1412, 1615 -> Fault.STALE;
      // Also a text that a column's character set lacks, where the two are compared.
      case 1264, 1265, 1267, 1292, 1366, 1367, 1406, 1411, 1525, 3140 -> Fault.BAD_VALUE;
      case 1205, 1213 -> Fault.BUSY;
      case 1021, 1114 -> Fault.FULL;
      // A file could not be opened, written, or the engine says so: 28 is the system's ENOSPC.
      case 3, 1026, 1030 ->
          NO_SPACE.matcher(String.valueOf(failure.getMessage())).find()
              ? Fault.FULL
              : Fault.REFUSED;
      // Ended by its deadline, or by somebody's KILL QUERY.
      case 1317, 1969, 3024 -> Fault.TOO_SLOW;
      // Shutting down, or the connection was ended: by an administrator, or for being idle.
      case 1053, 1927, 4031 -> Fault.LOST;
      default ->
          state.startsWith("08")
              ? Fault.LOST
              : state.startsWith("22") ? Fault.BAD_VALUE : Fault.REFUSED;
    };
  }

  @Override
  public boolean storesAnything() {
    return false;
  }

  @Override
  public Optional<String> complaint(Session session, SqlColumn column, String value)
      throws SQLException {
    return ColumnType.of(column).complaint(session, column, value);
  }

  static String quote(String identifier) {
    return "`" + identifier.replace("`", "``") + "`";
  }

  private static SqlColumn column(Row row) {
    String name = text(row, 1);
    String type = text(row, 2).toLowerCase(Locale.ROOT);
    String declared = text(row, 3);
    boolean nullable = text(row, 4).equals("YES");
    ColumnType kind = ColumnType.named(type);
    Column description = new Column(name, type, size(row), nullable, kind == ColumnType.TEXT);
    return new SqlColumn(
        description,
        quote(name),
        declared,
        kind.bytes(type),
        kind.equality(type, text(row, 6)),
        text(row, 7));
  }

  /** Of the huge texts nobody needs to know the limit. */
  private static int size(Row row) {
    String size = text(row, 5);
    return size.isEmpty() || size.length() > 9 ? 0 : Integer.parseInt(size);
  }

  private static String text(Row row, int index) {
    return Objects.requireNonNullElse(row.stored(index), "");
  }
}
