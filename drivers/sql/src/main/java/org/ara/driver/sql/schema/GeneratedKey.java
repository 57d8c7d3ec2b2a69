package org.ara.driver.sql.schema;

import java.util.Optional;

/**
 * How a table gets the number that its database gives each row.
 *
 * @param ddl of the table
 * @param sqlite what SQLite keeps of the table; empty with other databases
 */
record GeneratedKey(Ddl ddl, Optional<SqliteSource> sqlite) {

  /**
   * What mends that a table lacks it.
   *
   * @param key whether the table has a primary key already
   */
  Finding missing(Column column, boolean key) {
    String what = "the generated key " + column.name() + " is missing";
    String kind = key ? "UNIQUE" : "PRIMARY KEY";
    String add = "ALTER TABLE " + ddl.table() + " ADD COLUMN " + ddl.name(column.name());
    return switch (ddl.flavour()) {
      case POSTGRESQL -> Finding.mended(what, add + " BIGSERIAL " + kind);
      case MYSQL -> Finding.mended(what, add + " BIGINT NOT NULL AUTO_INCREMENT " + kind);
      case SQLITE -> rebuilt(what, column.name());
    };
  }

  /** What mends that a column is there, but does not number the rows. */
  Finding idle(Column column) {
    String name = ddl.name(column.name());
    String what = "there is no key: column " + column.name() + " does not number the rows";
    if (ddl.flavour() == Flavour.SQLITE) {
      return rebuilt(what, column.name());
    }
    if (column.kind() == Column.Kind.TEXT || column.kind() == Column.Kind.OTHER) {
      return Finding.advised(
          what, "ALTER TABLE " + ddl.table() + " ADD PRIMARY KEY (...) on what names a row");
    }
    return ddl.flavour() == Flavour.MYSQL
        ? Finding.mended(
            what,
            "UPDATE " + ddl.table() + " SET " + name + " = 0 WHERE " + name + " IS NULL",
            "ALTER TABLE "
                + ddl.table()
                + " MODIFY COLUMN "
                + name
                + " BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY")
        : postgresql(what, name);
  }

  /** Rows that have a number keep it. */
  private Finding postgresql(String what, String name) {
    String table = ddl.table();
    int dot = table.lastIndexOf('.');
    String place = table.substring(0, dot + 1);
    String plain = (table.substring(dot + 1) + "_" + name).replace("\"", "");
    String sequence = place + ddl.name(plain + "_ara_seq");
    String next = "nextval('" + sequence.replace("'", "''") + "')";
    return Finding.mended(
        what,
        "CREATE SEQUENCE " + sequence,
        "SELECT setval('"
            + sequence.replace("'", "''")
            + "', (SELECT COALESCE(MAX("
            + name
            + "), 0) + 1 FROM "
            + table
            + "), false)",
        "UPDATE " + table + " SET " + name + " = " + next + " WHERE " + name + " IS NULL",
        "ALTER TABLE "
            + table
            + " ALTER COLUMN "
            + name
            + " TYPE BIGINT, ALTER COLUMN "
            + name
            + " SET DEFAULT "
            + next
            + ", ADD PRIMARY KEY ("
            + name
            + ")",
        "ALTER SEQUENCE " + sequence + " OWNED BY " + table + "." + name);
  }

  private Finding rebuilt(String what, String column) {
    return sqlite
        .flatMap(source -> new SqliteRebuild(source).withKey(column))
        .map(statements -> Finding.mended(what, statements.toArray(String[]::new)))
        .orElseGet(
            () -> Finding.advised(what, "make the table anew with ./ara schema create, copy rows"));
  }
}
