package org.ara.driver.sql.mysql;

import org.ara.driver.sql.ReadWriteTable;
import org.ara.driver.sql.Sections;
import org.ara.driver.sql.SqlDriver;
import org.ara.realtime.spi.Table;

/** The driver {@code mysql}, whose mappings may name two sections: {@code replica/primary}. */
final class MysqlDriver extends SqlDriver<MysqlDatabase> {

  static final char SEPARATOR = '/';

  MysqlDriver() {
    super("mysql", MysqlModule.FILE, Sections::named);
  }

  @Override
  public Table table(String database, String table) {
    int end = database.indexOf(SEPARATOR);
    return end < 0
        ? super.table(database, table)
        : new ReadWriteTable(
            super.table(database.substring(0, end), table),
            super.table(database.substring(end + 1), table));
  }
}
