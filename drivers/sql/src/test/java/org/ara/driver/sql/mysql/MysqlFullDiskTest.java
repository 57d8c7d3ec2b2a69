package org.ara.driver.sql.mysql;

import org.ara.driver.sql.Database;
import org.ara.driver.sql.FullDiskContract;
import org.ara.testkit.mariadb.MariaDatabase;
import org.ara.testkit.mariadb.MariaServer;
import org.ara.testkit.server.SmallDisk;
import org.junit.jupiter.api.AfterEach;

/** A table on a small disk; the server's own directory is elsewhere. */
class MysqlFullDiskTest extends FullDiskContract {

  private final MariaDatabase real = MariaServer.shared().createDatabase();

  @Override
  protected Database open(SmallDisk disk) {
    real.execute("CREATE TABLE " + COLUMNS + " DATA DIRECTORY='" + disk.path() + "'");
    return new MysqlDatabase(TestSettings.of(real.server().port(), real.name()));
  }

  /** The shared server would miss the table's file. */
  @AfterEach
  void drop() {
    real.execute("DROP TABLE IF EXISTS phones");
  }
}
