package org.ara.driver.sql.postgres;

import org.ara.driver.sql.Database;
import org.ara.driver.sql.FullDiskContract;
import org.ara.testkit.postgres.PostgresServer;
import org.ara.testkit.server.SmallDisk;
import org.junit.jupiter.api.AfterEach;

/** A tablespace on a small disk; the server's own directory is elsewhere. */
class PostgresFullDiskTest extends FullDiskContract {

  private final org.ara.testkit.postgres.PostgresDatabase real =
      PostgresServer.shared().createDatabase();

  @Override
  protected Database open(SmallDisk disk) {
    real.execute("CREATE TABLESPACE small_" + real.name() + " LOCATION '" + disk.path() + "'");
    real.execute("CREATE TABLE " + COLUMNS + " TABLESPACE small_" + real.name());
    real.execute("ALTER TABLE phones ALTER note SET STORAGE PLAIN");
    return new PostgresDatabase(TestSettings.of(real.server().port(), real.name()));
  }

  /** The shared server would look for the disk whenever it makes a checkpoint. */
  @AfterEach
  void drop() {
    real.execute("DROP TABLE IF EXISTS phones");
    real.execute("DROP TABLESPACE IF EXISTS small_" + real.name());
  }
}
