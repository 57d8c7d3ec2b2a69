package org.ara.driver.sql.schema;

/** How a database spells the three column types that the databases disagree about. */
public enum Flavour {
  SQLITE("INTEGER PRIMARY KEY AUTOINCREMENT", "TEXT", "BLOB"),
  POSTGRESQL("BIGSERIAL PRIMARY KEY", "TIMESTAMP", "BYTEA");

  private final String generatedKey;
  private final String dateTime;
  private final String binary;

  Flavour(String generatedKey, String dateTime, String binary) {
    this.generatedKey = generatedKey;
    this.dateTime = dateTime;
    this.binary = binary;
  }

  String spell(String statement) {
    return statement
        .replace("@ID@", generatedKey)
        .replace("@TS@", dateTime)
        .replace("@BLOB@", binary);
  }
}
