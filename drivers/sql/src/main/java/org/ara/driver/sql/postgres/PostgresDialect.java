package org.ara.driver.sql.postgres;

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
 * PostgreSQL's ways. Values are bound without a type, so the server reads {@code '5060'} for an
 * integer column as it reads that literal; patterns compare the text of a column.
 */
final class PostgresDialect implements Dialect {

  private static final String DESCRIBE =
      """
      SELECT a.attrelid::regclass::text, a.attname, t.typname,
             format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attlen, t.typcategory,
             CASE WHEN t.typname IN ('varchar', 'bpchar') AND a.atttypmod > 4
                  THEN a.atttypmod - 4 ELSE 0 END,
             coalesce(to_jsonb(c)->>'collisdeterministic', 'true')
      FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
           LEFT JOIN pg_collation c ON c.oid = a.attcollation
      WHERE a.attrelid = coalesce(to_regclass(?), to_regclass(?))
        AND a.attnum > 0 AND NOT a.attisdropped
      ORDER BY a.attnum""";

  private static final String UNIQUE =
      """
      SELECT i.indexrelid, a.attname
      FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (
             (i.indkey::int2[])[0:coalesce((to_jsonb(i)->>'indnkeyatts')::int, i.indnatts) - 1])
      WHERE i.indrelid = coalesce(to_regclass(?), to_regclass(?))
        AND i.indisunique AND i.indisvalid AND i.indpred IS NULL AND i.indexprs IS NULL""";

  @Override
  public String comparison(SqlColumn column, Operator operator) {
    return switch (operator) {
      case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
          column.sqlName() + " " + operator.symbol() + " ?";
      case LIKE, NOT_LIKE ->
          column.sqlName()
              + (column.description().text() ? " " : "::text ")
              + operator.symbol()
              + " ? ESCAPE E'\\\\'";
    };
  }

  /** A name is tried as it is spelled and then in lower case, as unquoted names are kept. */
  @Override
  public Optional<DescribedTable> describe(Session session, String table) throws SQLException {
    List<Row> rows = session.query(DESCRIBE, regclass(table, false), regclass(table, true));
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    List<SqlColumn> columns = new ArrayList<>(rows.size());
    for (Row row : rows) {
      columns.add(column(row));
    }
    Map<String, Set<String>> unique = new HashMap<>();
    for (Row row : session.query(UNIQUE, regclass(table, false), regclass(table, true))) {
      unique.computeIfAbsent(text(row, 0), index -> new HashSet<>()).add(text(row, 1));
    }
    return Optional.of(
        new DescribedTable(
            text(rows.getFirst(), 0), columns, Set.copyOf(unique.values()), System.nanoTime()));
  }

  @Override
  public Optional<ManyStatement> selectMany(DescribedTable table, List<SqlColumn> keys, int limit) {
    return Optional.of(PostgresArrays.select(table, keys, limit));
  }

  @Override
  public Optional<ManyStatement> updateMany(
      DescribedTable table, List<SqlColumn> keys, List<SqlColumn> fields) {
    return Optional.of(PostgresArrays.update(table, keys, fields));
  }

  @Override
  public String addColumn(DescribedTable table, String column, String type) {
    return "ALTER TABLE " + table.sqlName() + " ADD COLUMN " + quote(column) + " " + type;
  }

  @Override
  public String columnType(Requirement requirement, boolean asText) {
    Requirement.Type wanted = asText ? Requirement.Type.CHAR : requirement.type();
    return switch (wanted) {
      case INTEGER1, UINTEGER1, INTEGER2 -> "SMALLINT";
      case UINTEGER2, INTEGER3, UINTEGER3, INTEGER4 -> "INTEGER";
      case UINTEGER4, INTEGER8 -> "BIGINT";
      case UINTEGER8 -> "NUMERIC(20)";
      case FLOAT -> "DOUBLE PRECISION";
      case DATE -> "DATE";
      case DATETIME -> "TIMESTAMP";
      case CHAR -> "VARCHAR(" + Dialect.roomFor(requirement) + ")";
    };
  }

  @Override
  public Fault fault(SQLException failure) {
    String state = Objects.requireNonNullElse(failure.getSQLState(), "");
    return switch (state) {
      case Connections.SILENT -> Fault.SILENT;
      case "42P01", "42703", "0A000", "26000", "3F000" -> Fault.STALE;
      case "53100" -> Fault.FULL;
      case "57014" -> Fault.TOO_SLOW;
      case "40001", "40P01", "55P03" -> Fault.BUSY;
      case "57P01", "57P02", "57P03", "57P05" -> Fault.LOST;
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

  /** The length is compared here, the rest is the server's to judge: it is asked to convert. */
  @Override
  public Optional<String> complaint(Session session, SqlColumn column, String value)
      throws SQLException {
    int most = column.description().size();
    if (most > 0 && value.codePointCount(0, value.length()) > most) {
      return Optional.of("is longer than the " + most + " characters that the column holds");
    }
    try {
      session.query("SELECT CAST(CAST(? AS text) AS " + column.declaredType() + ")", value);
      return Optional.empty();
    } catch (SQLException e) {
      if (fault(e) != Fault.BAD_VALUE) {
        throw e;
      }
      return Optional.of("does not fit the column, which is " + column.declaredType());
    }
  }

  static String quote(String identifier) {
    return "\"" + identifier.replace("\"", "\"\"") + "\"";
  }

  /** A table of a mapping as {@code to_regclass} takes it, as it is spelled or in lower case. */
  static String regclass(String table, boolean lower) {
    String name = lower ? table.toLowerCase(Locale.ROOT) : table;
    int dot = name.indexOf('.');
    return dot < 0
        ? quote(name)
        : quote(name.substring(0, dot)) + "." + quote(name.substring(dot + 1));
  }

  private static SqlColumn column(Row row) {
    String name = text(row, 1);
    boolean nullable = text(row, 4).equals("f");
    boolean isText = text(row, 6).equals("S");
    int size = Integer.parseInt(text(row, 7));
    int bytes = Math.max(0, Integer.parseInt(text(row, 5)));
    return new SqlColumn(
        new Column(name, text(row, 2), size, nullable, isText),
        quote(name),
        text(row, 3),
        bytes,
        equality(text(row, 2), text(row, 8).equals("true")));
  }

  private static SqlColumn.Equality equality(String type, boolean deterministic) {
    return switch (type) {
      case "text", "varchar" ->
          deterministic ? SqlColumn.Equality.SPELLING : SqlColumn.Equality.UNKNOWN;
      case "int2", "int4", "int8" -> SqlColumn.Equality.WHOLE_NUMBER;
      default -> SqlColumn.Equality.UNKNOWN;
    };
  }

  private static String text(Row row, int index) {
    return Objects.requireNonNullElse(row.stored(index), "");
  }
}
