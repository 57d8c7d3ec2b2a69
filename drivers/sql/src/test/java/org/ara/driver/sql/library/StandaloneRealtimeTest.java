package org.ara.driver.sql.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ara.module.ModuleException;
import org.ara.realtime.Lookup;
import org.ara.realtime.Mapping;
import org.ara.realtime.library.Setup;
import org.ara.realtime.library.StandaloneRealtime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandaloneRealtimeTest {

  private static final String MAPPING = "[settings]\nsippeers => sqlite3,here\n";

  private @TempDir Path directory;

  @Test
  void everyDriverOnTheClassPathIsThere() throws ModuleException {
    try (StandaloneRealtime ara = StandaloneRealtime.in(directory).start()) {
      assertThat(ara.realtime().drivers()).contains("sqlite3", "pgsql");
    }
  }

  @Test
  void configurationComesFromTheFilesOfTheDirectory() throws Exception {
    Files.writeString(directory.resolve("extconfig.conf"), MAPPING);
    try (StandaloneRealtime ara = StandaloneRealtime.in(directory).start()) {
      assertThat(ara.realtime().isMapped("sippeers")).isTrue();
    }
  }

  @Test
  void aTextGoesBeforeTheFileOfThatName() throws Exception {
    Files.writeString(directory.resolve("extconfig.conf"), MAPPING);
    Setup setup =
        StandaloneRealtime.in(directory)
            .with("extconfig.conf", "[settings]\n#include queues.inc\n")
            .with("queues.inc", "queues => pgsql,there\n");
    try (StandaloneRealtime ara = setup.start()) {
      assertThat(ara.realtime().mappings()).extracting(Mapping::family).containsExactly("queues");
    }
  }

  @Test
  void whatIsWrongWithATextIsToldWithItsPlace() throws ModuleException {
    Setup setup = StandaloneRealtime.in(directory).with("extconfig.conf", "[settings]\nfoo\n");
    try (StandaloneRealtime ara = setup.start()) {
      assertThat(ara.problems().getFirst().toString()).startsWith("extconfig.conf:2: ");
    }
  }

  @Test
  void aReloadReadsTheFilesAgain() throws Exception {
    try (StandaloneRealtime ara = StandaloneRealtime.in(directory).start()) {
      assertThat(ara.realtime().isMapped("sippeers")).isFalse();
      Files.writeString(directory.resolve("extconfig.conf"), MAPPING);
      ara.reload();
      assertThat(ara.realtime().isMapped("sippeers")).isTrue();
    }
  }

  @Test
  void afterItIsClosedNothingIsMappedAndNothingRuns() throws ModuleException {
    StandaloneRealtime ara =
        StandaloneRealtime.in(directory).with("extconfig.conf", MAPPING).start();
    ara.close();
    ara.close();
    assertThat(ara.realtime().find("sippeers", "name", "alice"))
        .isInstanceOf(Lookup.Unavailable.class);
    assertThat(ara.realtime().drivers()).isEmpty();
  }

  @Test
  void twoEnginesDoNotKnowOfEachOther() throws ModuleException, IOException {
    Setup setup = StandaloneRealtime.in(directory);
    try (StandaloneRealtime one = setup.with("extconfig.conf", MAPPING).start();
        StandaloneRealtime other = setup.start()) {
      assertThat(List.of(one, other))
          .extracting(ara -> ara.realtime().isMapped("sippeers"))
          .containsExactly(true, false);
    }
  }
}
