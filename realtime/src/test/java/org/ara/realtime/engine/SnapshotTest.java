package org.ara.realtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.ara.config.Origin;
import org.ara.realtime.Condition;
import org.ara.realtime.Lookup;
import org.ara.realtime.Mapping;
import org.ara.realtime.Row;
import org.ara.realtime.mapping.FamilyMap;
import org.ara.realtime.memory.MemoryDriver;
import org.ara.realtime.status.Explanation;
import org.ara.realtime.status.Explanation.Source;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {

  private static final String[] POLICY = {
    "cache = ttl", "on_outage = stale", "max_stale = 60", "snapshot = yes"
  };
  private static final List<Condition> ALL =
      List.of(Condition.like("name", "%"), new Condition("id", Condition.Operator.GREATER, "0"));

  @TempDir Path directory;
  private final AtomicLong now = new AtomicLong(1_000_000_000);
  private final MemoryDriver main = new MemoryDriver("main");

  @BeforeEach
  void fill() {
    main.create("peers", "id", "name", "secret")
        .row("1", "bob", null)
        .row("2", "josé", "")
        .row("3", "x".repeat(70_000), "s");
  }

  @Test
  void aServerThatStartsWithoutItsDatabaseHasWhatItKnew() {
    try (RealtimeEngine engine = start("peers")) {
      engine.find("sippeers", "name", "bob");
      engine.find("sippeers", "name", "eve");
      engine.findAll("sippeers", ALL);
    }
    main.switchOff();
    now.addAndGet(20_000);

    try (RealtimeEngine engine = start("peers")) {
      Row bob = ((Lookup.Found<Row>) engine.find("sippeers", "name", "bob")).value();
      assertThat(bob.stored("id")).isEqualTo("1");
      assertThat(bob.stored("secret")).isNull();
      assertThat(engine.find("sippeers", "name", "eve")).isInstanceOf(Lookup.Absent.class);
      assertThat(engine.find("sippeers", "name", "alice")).isInstanceOf(Lookup.Unavailable.class);
      assertThat(engine.findAll("sippeers", ALL))
          .isInstanceOfSatisfying(
              Lookup.Found.class,
              found ->
                  assertThat(((List<?>) found.value()).stream().map(row -> value(row, "secret")))
                      .containsExactly(null, "", "s"));
      Explanation told = engine.explain("sippeers", named("bob"));
      assertThat(told.source()).isEqualTo(Source.SNAPSHOT);
      assertThat(told.age().toSeconds()).isEqualTo(20);
      assertThat(told.kept())
          .isEqualTo("a row is kept, read 20.0 s ago by an earlier run, not trusted");
    }
  }

  @Test
  void whatIsRestoredIsNeverTrustedAndAgesOnThroughRestarts() {
    try (RealtimeEngine engine = start("peers")) {
      engine.find("sippeers", "name", "bob");
    }
    now.addAndGet(5_000);
    try (RealtimeEngine engine = start("peers")) {
      assertThat(engine.explain("sippeers", named("bob")).source()).isEqualTo(Source.STORAGE);
      engine.find("sippeers", "name", "josé");
    }
    now.addAndGet(56_000);
    main.switchOff();
    try (RealtimeEngine engine = start("peers")) {
      assertThat(engine.find("sippeers", "name", "bob")).isInstanceOf(Lookup.Found.class);
      now.addAndGet(5_000);
      assertThat(engine.find("sippeers", "name", "bob")).isInstanceOf(Lookup.Unavailable.class);
    }
  }

  @Test
  void aDamagedSnapshotIsSetAside() throws IOException {
    try (RealtimeEngine engine = start("peers")) {
      engine.find("sippeers", "name", "bob");
    }
    Path file = directory.resolve("sippeers.snapshot");
    byte[] whole = Files.readAllBytes(file);
    main.switchOff();
    for (int length = 0; length < whole.length; length += 7) {
      byte[] damaged = java.util.Arrays.copyOf(whole, length);
      if (length > 20) {
        damaged[length - 15] ^= 1;
      }
      Files.write(file, damaged);
      try (RealtimeEngine engine = start("peers")) {
        assertThat(engine.find("sippeers", "name", "bob")).isInstanceOf(Lookup.Unavailable.class);
      }
      assertThat(directory.resolve("sippeers.snapshot.damaged")).hasSize(length);
      assertThat(file).doesNotExist();
    }
    for (int at = 0; at < whole.length; at += 5) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x10;
      Files.write(file, damaged);
      try (RealtimeEngine engine = start("peers")) {
        assertThat(engine.find("sippeers", "name", "bob")).isInstanceOf(Lookup.Unavailable.class);
      }
    }
  }

  @Test
  void aSnapshotOfAnotherMappingIsNotUsed() {
    try (RealtimeEngine engine = start("peers")) {
      engine.find("sippeers", "name", "bob");
    }
    main.create("others", "id", "name", "secret");
    main.switchOff();
    try (RealtimeEngine engine = start("others")) {
      assertThat(engine.find("sippeers", "name", "bob")).isInstanceOf(Lookup.Unavailable.class);
    }
  }

  @Test
  void onlyItsOwnerMayReadASnapshotAndNothingElseIsLeft() throws IOException {
    try (RealtimeEngine engine = start("peers")) {
      engine.find("sippeers", "name", "bob");
    }
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactly(directory.resolve("sippeers.snapshot"));
    }
    assertThat(Files.getPosixFilePermissions(directory.resolve("sippeers.snapshot")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void aDirectoryThatCannotBeMadeIsNoReasonToFail() throws IOException {
    Path inTheWay = Files.writeString(directory.resolve("file"), "x").resolve("realtime");
    try (RealtimeEngine engine = start("peers", inTheWay)) {
      assertThat(engine.find("sippeers", "name", "bob")).isInstanceOf(Lookup.Found.class);
    }
  }

  private RealtimeEngine start(String table) {
    return start(table, directory);
  }

  private RealtimeEngine start(String table, Path where) {
    RealtimeEngine engine = new RealtimeEngine(now::get);
    engine.register(main);
    engine.use(TestPolicies.of("sippeers", POLICY));
    engine.use(
        new FamilyMap(List.of(new Mapping("sippeers", "main", "db", table, 1, Origin.BUILT_IN))));
    engine.keepSnapshots(where);
    return engine;
  }

  private static @Nullable String value(Object row, String column) {
    return ((Row) row).stored(column);
  }

  private static List<Condition> named(String name) {
    return List.of(Condition.equal("name", name));
  }
}
