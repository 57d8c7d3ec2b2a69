package org.ara.driver.sql.schema;

import java.sql.Types;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column, as wanted or as found.
 *
 * @param name its real name, not quoted
 * @param kind what it holds
 * @param size characters of a text; 0 where that does not matter or is unlimited
 * @param definition what follows the name in a CREATE statement, as far as known
 */
public record Column(String name, Kind kind, int size, String definition) {

  private static final Pattern SIZE = Pattern.compile("\\((\\d+)");

  /** What a column can hold, as far as the comparison needs it. */
  public enum Kind {
    TEXT,
    SMALL_INTEGER,
    INTEGER,
    BIG_INTEGER,
    OTHER
  }

  /** A column of a CREATE statement. */
  static Column defined(String name, String definition) {
    String type = definition.toUpperCase(Locale.ROOT);
    Kind kind =
        type.startsWith("VARCHAR") || type.startsWith("TEXT")
            ? Kind.TEXT
            : type.startsWith("INTEGER")
                ? Kind.INTEGER
                : type.startsWith("BIG") ? Kind.BIG_INTEGER : Kind.OTHER;
    Matcher size = SIZE.matcher(definition);
    return new Column(
        name,
        kind,
        kind == Kind.TEXT && size.find() ? Integer.parseInt(size.group(1)) : 0,
        definition);
  }

  /**
   * A column as JDBC describes it.
   *
   * @param type one of {@link Types}
   * @param typeName the database's word
   */
  static Column found(String name, int type, String typeName, int size) {
    Kind kind =
        switch (type) {
          case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB, Types.NVARCHAR ->
              Kind.TEXT;
          case Types.TINYINT, Types.SMALLINT -> Kind.SMALL_INTEGER;
          case Types.INTEGER -> Kind.INTEGER;
          case Types.BIGINT -> Kind.BIG_INTEGER;
          default -> Kind.OTHER;
        };
    boolean listed = typeName.toUpperCase(Locale.ROOT).startsWith("ENUM");
    int most = type == Types.LONGVARCHAR || type == Types.CLOB || size > 100_000 ? 0 : size;
    return new Column(
        name,
        listed ? Kind.OTHER : kind,
        kind == Kind.TEXT ? most : 0,
        typeName.toLowerCase(Locale.ROOT));
  }

  /** Whether everything that fits a wanted column fits this one. */
  boolean holds(Column wanted) {
    return switch (wanted.kind) {
      case TEXT -> kind == Kind.TEXT ? size == 0 || holdsSize(wanted) : kind == Kind.OTHER;
      case INTEGER -> kind != Kind.SMALL_INTEGER;
      case BIG_INTEGER -> kind != Kind.SMALL_INTEGER && kind != Kind.INTEGER;
      case SMALL_INTEGER, OTHER -> true;
    };
  }

  private boolean holdsSize(Column wanted) {
    return wanted.size > 0 && size >= wanted.size;
  }

  /** The type alone, without NOT NULL, defaults and keys. */
  String type() {
    Matcher type = Pattern.compile("^\\w+(?: PRECISION)?(?:\\([\\d, ]+\\))?").matcher(definition);
    return type.find() ? type.group() : definition;
  }

  /** The type with its size, for people. */
  String shown() {
    return kind == Kind.TEXT && size > 0 ? "text of " + size : definition;
  }
}
