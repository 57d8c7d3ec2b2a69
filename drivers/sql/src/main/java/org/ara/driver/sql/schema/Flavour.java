package org.ara.driver.sql.schema;

/**
 * How a database spells what the databases disagree about: three column types, and a table's end.
 */
public enum Flavour {
  SQLITE("INTEGER PRIMARY KEY AUTOINCREMENT", "TEXT", "BLOB", ""),
  POSTGRESQL("BIGSERIAL PRIMARY KEY", "TIMESTAMP", "BYTEA", ""),
  /**
   * MySQL and MariaDB. Texts compare exactly but for trailing blanks, as they do elsewhere,
   * whatever the server's default is.
   */
  MYSQL(
      "BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY",
      "DATETIME",
      "LONGBLOB",
      " ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin");

  private final String generatedKey;
  private final String dateTime;
  private final String binary;
  private final String tableEnd;

  Flavour(String generatedKey, String dateTime, String binary, String tableEnd) {
    this.generatedKey = generatedKey;
    this.dateTime = dateTime;
    this.binary = binary;
    this.tableEnd = tableEnd;
  }

  String spell(String statement) {
    String spelled =
        statement
            .replace("@ID@", generatedKey)
            .replace("@TS@", dateTime)
            .replace("@BLOB@", binary)
            .replace("\"", quote());
    return spelled.startsWith("CREATE TABLE ") ? spelled + tableEnd : spelled;
  }

  /** What a name is put in. */
  String quote() {
    return this == MYSQL ? "`" : "\"";
  }
}
