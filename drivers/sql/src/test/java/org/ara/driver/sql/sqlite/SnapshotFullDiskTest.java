package org.ara.driver.sql.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.ara.driver.sql.ModuleHarness;
import org.ara.realtime.Lookup;
import org.ara.testkit.server.SmallDisk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The known answers of a family on a disk that becomes full. Needs to mount, as root may. */
class SnapshotFullDiskTest {

  @TempDir private Path directory;

  @Test
  void aFullDiskLeavesTheSnapshotBefore() throws Exception {
    SmallDisk disk = SmallDisk.mount(1 << 20).orElse(null);
    assumeTrue(disk != null, "a file system can be mounted");
    Path file = directory.resolve("phones.sqlite3");
    create(file);
    try (disk) {
      try (ModuleHarness ara = start(disk, file)) {
        assertThat(ara.realtime().find("phones", "name", "phone1"))
            .isInstanceOf(Lookup.Found.class);
      }
      try (ModuleHarness ara = start(disk, file)) {
        for (int i = 0; i < 200; i++) {
          ara.realtime().find("phones", "name", "phone" + i);
        }
        disk.fill();
      }
      Files.delete(file);
      Files.createFile(file);
      try (ModuleHarness ara = start(disk, file)) {
        assertThat(ara.realtime().find("phones", "name", "phone1"))
            .isInstanceOf(Lookup.Found.class);
        assertThat(ara.realtime().find("phones", "name", "phone2"))
            .isInstanceOf(Lookup.Unavailable.class);
        disk.free();
      }
      try (ModuleHarness ara = start(disk, file)) {
        assertThat(ara.realtime().find("phones", "name", "phone1"))
            .isInstanceOf(Lookup.Found.class);
      }
    }
  }

  private static ModuleHarness start(SmallDisk disk, Path file) throws Exception {
    return new ModuleHarness(disk.path(), new SqliteModule())
        .file("extconfig.conf", "[settings]", "phones => sqlite3,db,phones")
        .file("realtime.conf", "[phones]", "on_outage = stale", "snapshot = yes")
        .file(SqliteModule.FILE, "[db]", "dbfile = " + file)
        .load();
  }

  private static void create(Path file) throws Exception {
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = other.createStatement()) {
      statement.execute("CREATE TABLE phones (name TEXT PRIMARY KEY, note TEXT)");
      for (int i = 0; i < 200; i++) {
        String note = "x".repeat(5000);
        statement.execute("INSERT INTO phones VALUES ('phone" + i + "', '" + note + "')");
      }
    }
  }
}
