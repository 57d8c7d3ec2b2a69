package org.ara.realtime.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ara.config.Origin;
import org.ara.module.Command;
import org.ara.module.Command.Status;
import org.ara.realtime.Mapping;
import org.ara.realtime.engine.RealtimeEngine;
import org.ara.realtime.mapping.FamilyMap;
import org.ara.realtime.memory.MemoryDriver;
import org.ara.realtime.memory.MemoryTable;
import org.ara.realtime.policy.CacheMode;
import org.ara.realtime.policy.FamilyPolicy;
import org.ara.realtime.policy.OnOutage;
import org.ara.realtime.policy.RealtimeConf;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RealtimeCommandsTest {

  private final RealtimeEngine engine = new RealtimeEngine();
  private final MemoryDriver driver = new MemoryDriver("sqlite3");
  private final MemoryTable peers =
      driver.create("sippeers", "id", "name", "secret", "port", "allow", "mailbox");
  private final List<String> printed = new ArrayList<>();

  @BeforeEach
  void mapSomeFamilies() {
    peers.row("1", "100", "pw100", "5060", "ulaw;alaw", null);
    peers.row("2", "200", "", "5061", "", "200@default");
    engine.use(
        new FamilyMap(
            List.of(
                new Mapping("sippeers", "sqlite3", "ara", "sippeers", 1, Origin.BUILT_IN),
                new Mapping("sipusers", "sqlite3", "ara", "sippeers", 1, Origin.BUILT_IN),
                new Mapping("queues", "pgsql", "ara", "queues", 1, Origin.BUILT_IN))));
    engine.register(driver);
  }

  private static final RealtimeConf CACHED =
      new RealtimeConf(
          FamilyPolicy.DEFAULT,
          Map.of("sippeers", policy(CacheMode.TTL), "sipusers", policy(CacheMode.FEED)),
          List.of());
  private static final RealtimeConf COPIED =
      new RealtimeConf(policy(CacheMode.NONE), Map.of(), List.of());

  private static FamilyPolicy policy(CacheMode mode) {
    return new FamilyPolicy(
        mode,
        Duration.ofSeconds(30),
        64 << 20,
        mode == CacheMode.NONE ? OnOutage.STALE : OnOutage.NEXT,
        Duration.ZERO,
        Duration.ZERO,
        false);
  }

  @Test
  void theMappingsAreShownByDriverTheNewestFirst() {
    engine.register(new MemoryDriver("curl"));

    assertThat(run("core show config mappings")).isEqualTo(Status.SUCCESS);
    assertThat(printed)
        .containsExactly(
            "Config Engine: curl",
            "Config Engine: sqlite3",
            "===> sipusers (db=ara, table=sippeers)",
            "===> sippeers (db=ara, table=sippeers)");
  }

  @Test
  void howLongFamiliesWaitedIsShownByAnswer() {
    assertThat(run("realtime show metrics")).isEqualTo(Status.SUCCESS);
    assertThat(printed).containsExactly("No storage was asked anything yet.");
    printed.clear();

    engine.find("sippeers", "name", "100");
    engine.find("sippeers", "name", "100");
    engine.find("sipusers", "name", "nobody");
    engine.find("queues", "name", "sales");

    assertThat(run("realtime show metrics")).isEqualTo(Status.SUCCESS);
    assertThat(printed).hasSize(4);
    assertThat(printed.get(1)).matches("queues +pgsql +lookup +unavailable +1 .*");
    assertThat(printed.get(2)).matches("sippeers +sqlite3 +lookup +found +2( +\\d+\\.\\d{3}){5}");
    assertThat(printed.get(3)).matches("sipusers +sqlite3 +lookup +absent +1 .*");
    printed.clear();

    assertThat(run("realtime show metrics", "SIPpeers")).isEqualTo(Status.SUCCESS);
    assertThat(printed).hasSize(2);
    assertThat(run("realtime show metrics", "a", "b")).isEqualTo(Status.USAGE);
  }

  @Test
  void withoutDriversThereAreNoMappings() {
    engine.unregister(driver);

    run("core show config mappings");
    assertThat(printed).containsExactly("No config mappings found.");
  }

  @Test
  void aRowIsShownInTwoColumnsWithItsPasswordsHidden() {
    assertThat(run("realtime load", "sippeers", "name", "100")).isEqualTo(Status.SUCCESS);
    assertThat(printed)
        .containsExactly(
            "                   Column Name  Column Value                  ",
            "          --------------------  --------------------          ",
            "                            id  1                             ",
            "                          name  100                           ",
            "                        secret  <hidden>                      ",
            "                          port  5060                          ",
            "                         allow  ulaw                          ",
            "                         allow  alaw                          ");
  }

  @Test
  void aRowIsFoundByAnOperatorTooAndEmptyColumnsAreShownEmpty() {
    assertThat(run("realtime load", "sippeers", "port >", "5060")).isEqualTo(Status.SUCCESS);
    assertThat(printed)
        .contains(
            "                          name  200                           ",
            "                        secret                                ");
  }

  @Test
  void noRowIsSaidAsSuchAndAnOutageAsWhatItIs() {
    assertThat(run("realtime load", "sippeers", "name", "nobody")).isEqualTo(Status.SUCCESS);
    assertThat(printed).containsExactly("No rows found matching search criteria.");

    printed.clear();
    assertThat(run("realtime load", "nofamily", "name", "x")).isEqualTo(Status.FAILURE);
    assertThat(printed)
        .containsExactly("Failed to load: family 'nofamily' has no mapping in extconfig.conf");

    printed.clear();
    driver.switchOff();
    assertThat(run("realtime load", "sippeers", "name", "100")).isEqualTo(Status.FAILURE);
    assertThat(printed).containsExactly("Failed to load: sqlite3 sippeers: switched off");
  }

  @Test
  void rowsAreUpdatedAndCounted() {
    assertThat(run("realtime update", "sippeers", "name", "100", "port", "7"))
        .isEqualTo(Status.SUCCESS);
    run("realtime update", "sippeers", "name LIKE", "%", "mailbox", "m");
    run("realtime update", "sippeers", "name", "nobody", "port", "7");

    assertThat(printed)
        .containsExactly(
            "Updated 1 RealTime record.",
            "Updated 2 RealTime records.",
            "Updated 0 RealTime records.");
    assertThat(peers.stored(0, "port")).isEqualTo("7");
  }

  @Test
  void severalKeysAreHeededByUpdate2() {
    assertThat(run("realtime update2", "sippeers", "name", "100", "id", "2", "NULL", "port", "7"))
        .isEqualTo(Status.SUCCESS);
    run("realtime update2", "sippeers", "name", "100", "id", "1", "null", "port", "7");

    assertThat(printed)
        .containsExactly("Updated 0 RealTime records.", "Updated 1 RealTime record.");
    assertThat(run("realtime update2", "sippeers", "name", "100", "port", "7"))
        .isEqualTo(Status.USAGE);
    assertThat(run("realtime update2", "sippeers", "name", "NULL", "port", "7"))
        .isEqualTo(Status.USAGE);
    assertThat(run("realtime update2", "NULL", "port", "7")).isEqualTo(Status.USAGE);
  }

  @Test
  void rowsAreStoredAndRemoved() {
    assertThat(run("realtime store", "sippeers", "name", "555", "id", "5"))
        .isEqualTo(Status.SUCCESS);
    assertThat(run("realtime destroy", "sippeers", "name", "555", "id", "6"))
        .isEqualTo(Status.SUCCESS);
    assertThat(run("realtime destroy", "sippeers", "name", "555")).isEqualTo(Status.SUCCESS);

    assertThat(printed)
        .containsExactly(
            "Stored RealTime record.", "Removed 0 RealTime records.", "Removed 1 RealTime record.");
  }

  @Test
  void failuresSayWhyAndAreFailures() {
    driver.switchOff();
    assertThat(run("realtime update", "sippeers", "name", "1", "port", "7"))
        .isEqualTo(Status.FAILURE);
    assertThat(run("realtime update2", "sippeers", "name", "1", "NULL", "port", "7"))
        .isEqualTo(Status.FAILURE);
    assertThat(run("realtime store", "sippeers", "name", "1")).isEqualTo(Status.FAILURE);
    assertThat(run("realtime destroy", "sippeers", "name", "1")).isEqualTo(Status.FAILURE);
    assertThat(run("realtime destroy", "sippeers", "name ~", "1")).isEqualTo(Status.FAILURE);

    assertThat(printed)
        .containsExactly(
            "Failed to update: sqlite3 sippeers: switched off",
            "Failed to update: sqlite3 sippeers: switched off",
            "Failed to store: sqlite3 sippeers: switched off",
            "Failed to remove: sqlite3 sippeers: switched off",
            "Failed to remove: '~' is no operator: use = != < <= > >= LIKE");
  }

  @Test
  void anExplanationTellsTheWayOfAnAnswer() {
    engine.use(CACHED);
    assertThat(run("realtime explain", "sippeers", "name", "100")).isEqualTo(Status.SUCCESS);
    assertThat(run("realtime explain", "sippeers", "name", "100")).isEqualTo(Status.SUCCESS);
    assertThat(run("realtime explain", "sippeers", "secret", "nobody")).isEqualTo(Status.SUCCESS);
    driver.switchOff();
    assertThat(run("realtime explain", "sippeers", "name", "200")).isEqualTo(Status.FAILURE);

    assertThat(printed.stream().map(line -> line.replaceAll("[0-9]+[.][0-9]+ (ms|s)\\b", "T")))
        .containsExactly(
            "sippeers: name = 100",
            "  cache: nothing is kept for this question",
            "  1. sqlite3,ara,sippeers: found (T)",
            "  found, 6 values, from the storage, in T",
            "sippeers: name = 100",
            "  cache: a row is kept, read T ago",
            "  found, 6 values, from the cache, T old, in T",
            "sippeers: secret = <hidden>",
            "  cache: nothing is kept for this question",
            "  1. sqlite3,ara,sippeers: no row (T)",
            "  no row, from the storage, in T",
            "sippeers: name = 200",
            "  cache: nothing is kept for this question",
            "  1. sqlite3,ara,sippeers: sqlite3 sippeers: switched off (T)",
            "  unavailable after T",
            "Failed to explain: sqlite3 sippeers: switched off");
  }

  @Test
  void aCopyIsShownWithItsAge() {
    engine.use(COPIED);
    run("realtime load", "sippeers", "name", "100");
    driver.switchOff();
    printed.clear();

    assertThat(run("realtime load", "sippeers", "name", "100")).isEqualTo(Status.SUCCESS);
    assertThat(printed.getFirst()).matches("[0-9.]+ s old, a copy, as no storage answers:");
    assertThat(printed).hasSize(9);
    engine.use(FamilyMap.empty());
  }

  @Test
  void whatQueuesBeforeATableIsShown() {
    assertThat(run("realtime show pools")).isEqualTo(Status.SUCCESS);
    assertThat(printed).hasSize(3);
    assertThat(printed.get(1)).matches("sqlite3,ara,sippeers +lookups +0 +0 +0 +0 +0 +0  ok");

    printed.clear();
    engine.unregister(driver);
    run("realtime show pools");
    assertThat(printed).containsExactly("No mapping leads to a driver that is loaded.");
  }

  @Test
  void cachesAndFeedsAreShown() {
    run("realtime show cache");
    run("realtime show feeds");
    assertThat(printed)
        .containsExactly(
            "No family keeps answers (realtime.conf).",
            "No family is cached by a change feed (realtime.conf).");
    printed.clear();

    engine.use(CACHED);
    for (String name : List.of("100", "100", "nobody", "nobody", "nobody")) {
      engine.find("sippeers", "name", name);
    }
    run("realtime show cache");
    run("realtime show feeds");
    assertThat(printed).hasSize(5);
    assertThat(printed.get(2)).startsWith("sipusers").endsWith("not trusted: realtime show feeds");
    assertThat(printed.get(1)).matches("sippeers +ttl 30 s +2 +[0-9]+ +65536 +1 +2 +2 +0 +0  ok");
    assertThat(printed.get(4))
        .matches("sqlite3 sippeers +lost +0 +0 +-  sqlite3 sippeers: this storage has no .*");
  }

  @Test
  void aWrongNumberOfArgumentsIsAnsweredWithTheUsage() {
    assertThat(run("core show config mappings", "x")).isEqualTo(Status.USAGE);
    assertThat(run("realtime load", "sippeers")).isEqualTo(Status.USAGE);
    assertThat(run("realtime update", "sippeers", "name", "1")).isEqualTo(Status.USAGE);
    assertThat(run("realtime store")).isEqualTo(Status.USAGE);
    assertThat(run("realtime store", "sippeers", "name")).isEqualTo(Status.USAGE);
    assertThat(run("realtime destroy", "sippeers")).isEqualTo(Status.USAGE);
    assertThat(printed).isEmpty();
    assertThat(RealtimeCommands.all(engine, engine))
        .allSatisfy(
            command ->
                assertThat(command.usage())
                    .startsWith("Usage: " + String.join(" ", command.words())));
  }

  @Test
  void familiesAreCompleted() {
    Command load = command("realtime load");

    assertThat(load.complete(List.of(), "SIP")).containsExactly("sippeers", "sipusers");
    assertThat(load.complete(List.of("sippeers"), "n")).isEmpty();
  }

  private Status run(String words, String... arguments) {
    return command(words).execute(List.of(arguments), printed::add);
  }

  private Command command(String words) {
    return RealtimeCommands.all(engine, engine).stream()
        .filter(command -> String.join(" ", command.words()).equals(words))
        .findFirst()
        .orElseThrow();
  }
}
