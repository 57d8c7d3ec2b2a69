package org.ara.realtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.ara.config.Origin;
import org.ara.realtime.Change;
import org.ara.realtime.Condition;
import org.ara.realtime.Field;
import org.ara.realtime.Lookup;
import org.ara.realtime.Mapping;
import org.ara.realtime.Row;
import org.ara.realtime.mapping.FamilyMap;
import org.ara.realtime.memory.MemoryDriver;
import org.ara.realtime.memory.MemoryTable;
import org.ara.realtime.policy.CacheMode;
import org.ara.realtime.policy.FamilyPolicy;
import org.ara.realtime.policy.OnOutage;
import org.ara.realtime.policy.RealtimeConf;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CachedFamilyTest {

  private final AtomicLong now = new AtomicLong(1_000_000);
  private final RealtimeEngine engine = new RealtimeEngine(now::get);
  private final MemoryDriver main = new MemoryDriver("main");
  private final MemoryDriver spare = new MemoryDriver("spare");
  private final MemoryTable peers = main.create("peers", "id", "name", "port");

  @BeforeEach
  void cachePeersForTenSeconds() {
    peers.row("1", "bob", "5060").row("2", "alice", "5061");
    spare.create("peers", "id", "name", "port").row("9", "bob", "1");
    engine.register(main);
    engine.register(spare);
    engine.use(
        new FamilyMap(
            List.of(
                mapping("sippeers", "main", "db", "peers", 1),
                mapping("sippeers", "spare", "db", "peers", 2),
                mapping("sipusers", "main", "other", "public.PEERS", 1),
                mapping("fresh", "main", "db", "peers", 1))));
    main.create("public.PEERS", "id", "name", "port").row("1", "bob", "5060");
    engine.use(ttl(OnOutage.NEXT));
  }

  @Test
  void aRowIsGivenAgainWithoutAskingWhileItIsYoung() {
    Lookup<Row> first = engine.find("sippeers", "name", "bob");
    now.addAndGet(9_999);
    Lookup<Row> again = engine.find("SIPPEERS", "name", "bob");

    assertThat(peers.selects()).isEqualTo(1);
    assertThat(port(first)).isEqualTo("5060");
    assertThat(port(again)).isEqualTo("5060");
    assertThat(engine.find("sippeers", "name", "bob")).as("the same object").isSameAs(again);

    now.addAndGet(1);
    engine.find("sippeers", "name", "bob");
    assertThat(peers.selects()).isEqualTo(2);
  }

  @Test
  void thatThereIsNoRowIsRememberedToo() {
    assertThat(engine.find("sippeers", "name", "eve")).isInstanceOf(Lookup.Absent.class);
    assertThat(engine.find("sippeers", "name", "eve")).isInstanceOf(Lookup.Absent.class);
    assertThat(engine.findAll("sippeers", named("eve"))).isInstanceOf(Lookup.Absent.class);
    assertThat(engine.findAll("sippeers", named("eve"))).isInstanceOf(Lookup.Absent.class);
    assertThat(peers.selects()).isEqualTo(2);

    engine.store("sippeers", List.of(new Field("name", "eve")));

    assertThat(engine.find("sippeers", "name", "eve")).isInstanceOf(Lookup.Found.class);
    assertThat(engine.findAll("sippeers", named("eve"))).isInstanceOf(Lookup.Found.class);
  }

  @Test
  void valuesThatAreStoredEncodedAreRememberedToo() {
    engine.store("sippeers", List.of(new Field("name", "a;b")));
    for (int i = 0; i < 3; i++) {
      assertThat(engine.find("sippeers", "name", "a;b")).isInstanceOf(Lookup.Found.class);
    }
    assertThat(peers.selects()).isEqualTo(1);
  }

  @Test
  void ourOwnChangesAreSeenAtOnce() {
    engine.find("sippeers", "name", "bob");
    assertThat(engine.update("sippeers", named("bob"), List.of(new Field("port", "7"))))
        .isEqualTo(new Change.Done(1));
    assertThat(port(engine.find("sippeers", "name", "bob"))).isEqualTo("7");

    engine.destroy("sippeers", named("bob"));
    assertThat(engine.find("sippeers", "name", "bob")).isInstanceOf(Lookup.Absent.class);
  }

  @Test
  void aChangeOfOneRowLeavesTheOthersKept() {
    engine.update("sippeers", named("bob"), List.of(new Field("port", "7")));
    engine.find("sippeers", "name", "bob");
    engine.find("sippeers", "name", "alice");
    engine.update("sippeers", named("bob"), List.of(new Field("port", "8")));
    engine.find("sippeers", "name", "alice");
    assertThat(peers.selects()).isEqualTo(2);

    engine.find("sippeers", "port", "8");
    engine.update("sippeers", named("alice"), List.of(new Field("port", "8")));
    engine.find("sippeers", "port", "8");
    assertThat(peers.selects()).isEqualTo(4);
  }

  @Test
  void aChangeThroughAnotherNameOfTheTableIsSeenAtOnce() {
    engine.find("sipusers", "name", "bob");
    MemoryTable named = main.create("public.PEERS", "id", "name", "port").row("1", "bob", "9");

    engine.update("sippeers", named("bob"), List.of(new Field("port", "9")));

    assertThat(port(engine.find("sipusers", "name", "bob"))).isEqualTo("9");
    assertThat(named.selects()).isEqualTo(1);
  }

  @Test
  void aChangeThroughAFamilyThatIsNotCachedIsSeenAtOnce() {
    engine.find("sippeers", "name", "bob");
    engine.update("fresh", named("bob"), List.of(new Field("port", "7")));

    assertThat(port(engine.find("sippeers", "name", "bob"))).isEqualTo("7");
  }

  @Test
  void whatWasReadBeforeAChangeIsNotKeptAfterIt() {
    for (String key : List.of("name", "id")) {
      peers.afterSelect(
          () -> {
            peers.afterSelect(() -> {});
            engine.update(
                "sippeers",
                List.of(Condition.equal(key, key.equals("id") ? "1" : "bob")),
                List.of(new Field("port", key)));
          });
      engine.update("sippeers", named("bob"), List.of(new Field("port", "old")));
      assertThat(port(engine.find("sippeers", "name", "bob"))).isEqualTo("old");

      assertThat(port(engine.find("sippeers", "name", "bob"))).isEqualTo(key);
    }
  }

  @Test
  void aChangeThatFailedMayHaveBeenMade() {
    engine.find("sippeers", "name", "bob");
    main.switchOff();
    engine.update("fresh", named("bob"), List.of(new Field("port", "7")));
    main.switchOn();

    engine.find("sippeers", "name", "bob");
    assertThat(peers.selects()).isEqualTo(2);
  }

  @Test
  void anAnswerOfTheNextMappingIsNotKeptForTheFirst() {
    main.switchOff();
    assertThat(port(engine.find("sippeers", "name", "bob"))).isEqualTo("1");
    main.switchOn();

    assertThat(port(engine.find("sippeers", "name", "bob"))).isEqualTo("5060");
  }

  @Test
  void withThePolicyToFailTheNextMappingIsNotAsked() {
    engine.use(ttl(OnOutage.FAIL));
    main.switchOff();

    assertThat(engine.find("sippeers", "name", "bob")).isInstanceOf(Lookup.Unavailable.class);
    assertThat(engine.update("sippeers", named("bob"), List.of(new Field("port", "7"))))
        .isInstanceOf(Change.Unavailable.class);
  }

  @Test
  void anOutageIsNotRemembered() {
    main.switchOff();
    engine.use(ttl(OnOutage.FAIL));
    engine.find("sippeers", "name", "bob");
    main.switchOn();

    assertThat(engine.find("sippeers", "name", "bob")).isInstanceOf(Lookup.Found.class);
  }

  @Test
  void whatIsKeptOutlivesAReloadAndEndsWithItsDriver() {
    engine.find("sippeers", "name", "bob");
    engine.use(ttl(OnOutage.NEXT));
    engine.find("sippeers", "name", "bob");
    assertThat(peers.selects()).isEqualTo(1);

    engine.unregister(main);
    assertThat(port(engine.find("sippeers", "name", "bob"))).isEqualTo("1");
    engine.register(main);
    assertThat(port(engine.find("sippeers", "name", "bob"))).isEqualTo("5060");
    assertThat(peers.selects()).isEqualTo(2);
  }

  @Test
  void aFamilyWithoutACacheIsAskedEveryTime() {
    engine.find("fresh", "name", "bob");
    engine.find("fresh", "name", "bob");
    assertThat(peers.selects()).isEqualTo(2);
  }

  private static RealtimeConf ttl(OnOutage onOutage) {
    FamilyPolicy policy =
        new FamilyPolicy(
            CacheMode.TTL,
            Duration.ofSeconds(10),
            1 << 20,
            onOutage,
            Duration.ZERO,
            Duration.ZERO,
            false);
    return new RealtimeConf(
        FamilyPolicy.DEFAULT, Map.of("sippeers", policy, "sipusers", policy), List.of());
  }

  private static Mapping mapping(
      String family, String driver, String database, String table, int priority) {
    return new Mapping(family, driver, database, table, priority, Origin.BUILT_IN);
  }

  private static List<Condition> named(String name) {
    return List.of(Condition.equal("name", name));
  }

  private static @Nullable String port(Lookup<Row> answer) {
    assertThat(answer).isInstanceOf(Lookup.Found.class);
    return ((Lookup.Found<Row>) answer).value().stored("port");
  }
}
