package org.ara.realtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.ara.config.Origin;
import org.ara.realtime.Change;
import org.ara.realtime.Condition;
import org.ara.realtime.Field;
import org.ara.realtime.Lookup;
import org.ara.realtime.Mapping;
import org.ara.realtime.Outage;
import org.ara.realtime.Row;
import org.ara.realtime.mapping.FamilyMap;
import org.ara.realtime.memory.MemoryDriver;
import org.ara.realtime.memory.MemoryTable;
import org.ara.realtime.status.Explanation;
import org.ara.realtime.status.Explanation.Source;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutagePolicyTest {

  private static final Mapping MAIN =
      new Mapping("sippeers", "main", "", "peers", 1, Origin.BUILT_IN);
  private static final Mapping SPARE =
      new Mapping("sippeers", "spare", "", "peers", 2, Origin.BUILT_IN);

  private final AtomicLong now = new AtomicLong(1_000_000);
  private final RealtimeEngine engine = new RealtimeEngine(now::get);
  private final MemoryDriver main = new MemoryDriver("main");
  private final MemoryDriver spare = new MemoryDriver("spare");
  private final MemoryTable peers = main.create("peers", "id", "name", "port");

  @BeforeEach
  void giveCopiesOfPeers() {
    peers.row("1", "bob", "5060").row("2", "alice", "5061");
    spare.create("peers", "id", "name", "port").row("9", "carol", "1");
    engine.register(main);
    engine.use(new FamilyMap(List.of(MAIN)));
    engine.use(TestPolicies.of("sippeers", "on_outage = stale", "max_stale = 60"));
  }

  @AfterEach
  void endProbes() {
    engine.use(FamilyMap.empty());
  }

  @Test
  void whileTheStorageAnswersItIsAskedEveryTime() {
    engine.find("sippeers", "name", "bob");
    peers.update(named("bob"), List.of(new Field("port", "7")));

    assertThat(port(engine.find("sippeers", "name", "bob"))).isEqualTo("7");
    assertThat(peers.selects()).isEqualTo(2);
  }

  @Test
  void whatIsKnownIsGivenWhileNobodyCanBeAsked() {
    engine.find("sippeers", "name", "bob");
    engine.find("sippeers", "name", "eve");
    engine.findAll("sippeers", List.of(Condition.like("name", "%")));
    main.switchOff();
    for (int i = 0; i < 3; i++) {
      assertThat(port(engine.find("sippeers", "name", "bob"))).isEqualTo("5060");
      assertThat(engine.find("sippeers", "name", "eve")).isInstanceOf(Lookup.Absent.class);
      assertThat(engine.findAll("sippeers", List.of(Condition.like("name", "%"))))
          .isInstanceOf(Lookup.Found.class);
      assertThat(engine.find("sippeers", "name", "alice")).isInstanceOf(Lookup.Unavailable.class);
    }
    assertThat(engine.caches().getFirst().stale()).isEqualTo(9);
    assertThat(engine.caches().getFirst().outage()).contains("switched off");
  }

  @Test
  void aCopyIsNotOlderThanTheFamilyAllows() {
    engine.find("sippeers", "name", "bob");
    main.switchOff();
    now.addAndGet(60_000);
    assertThat(engine.find("sippeers", "name", "bob")).isInstanceOf(Lookup.Found.class);

    now.addAndGet(1);
    assertThat(engine.find("sippeers", "name", "bob")).isInstanceOf(Lookup.Unavailable.class);
  }

  @Test
  void anExplanationTellsThatItIsACopyAndHowOld() {
    engine.find("sippeers", "name", "bob");
    main.switchOff();
    now.addAndGet(12_300);

    Explanation first = engine.explain("sippeers", named("bob"));
    assertThat(first.source()).isEqualTo(Source.COPY);
    assertThat(first.age().toMillis()).isEqualTo(12_300);
    assertThat(first.kept()).isEqualTo("a row is kept, read 12.3 s ago, not trusted");
    assertThat(first.steps()).hasSize(1);
    assertThat(first.steps().getFirst().place()).isEqualTo("1. main,,peers");
    assertThat(first.steps().getFirst().outcome()).isEqualTo("main peers: switched off");
    assertThat(engine.explain("sippeers", named("bob")).steps().getFirst().outcome())
        .isEqualTo("not asked, known to be away: main peers: switched off");
  }

  @Test
  void theStorageIsAskedAgainOnceItAnswers() {
    engine.find("sippeers", "name", "bob");
    main.switchOff();
    engine.find("sippeers", "name", "bob");
    peers.update(named("bob"), List.of(new Field("port", "7")));
    main.switchOn();

    await()
        .untilAsserted(
            () -> assertThat(port(engine.find("sippeers", "name", "bob"))).isEqualTo("7"));
    assertThat(engine.caches().getFirst().outage()).isEmpty();
  }

  @Test
  void theNextMappingComesBeforeACopy() {
    engine.register(spare);
    engine.use(new FamilyMap(List.of(MAIN, SPARE)));
    engine.find("sippeers", "name", "bob");
    engine.find("sippeers", "name", "carol");
    main.switchOff();

    assertThat(engine.find("sippeers", "name", "bob")).isInstanceOf(Lookup.Absent.class);
    assertThat(port(engine.find("sippeers", "name", "carol"))).isEqualTo("1");
    spare.switchOff();
    assertThat(port(engine.find("sippeers", "name", "carol"))).isEqualTo("1");
  }

  @Test
  void aCopyHoldsWhatWasWrittenSinceItWasRead() {
    engine.find("sippeers", "name", "bob");
    engine.find("sippeers", "name", "alice");
    engine.findAll("sippeers", List.of(Condition.like("name", "%")));
    now.addAndGet(10);
    engine.update("sippeers", named("bob"), List.of(new Field("PORT", "7")));
    engine.update("sippeers", named("bob"), List.of(new Field("unknown", "x")));
    engine.destroy("sippeers", named("alice"));
    main.switchOff();
    engine.update("sippeers", named("bob"), List.of(new Field("port", "8")));

    assertThat(port(engine.find("sippeers", "name", "bob"))).isEqualTo("7");
    assertThat(engine.find("sippeers", "name", "alice")).isInstanceOf(Lookup.Absent.class);
    assertThat(engine.findAll("sippeers", List.of(Condition.like("name", "%"))))
        .isInstanceOfSatisfying(
            Lookup.Found.class, found -> assertThat((List<?>) found.value()).hasSize(1));
  }

  @Test
  void whatWasReadAfterAWriteCountsMoreThanTheWrite() {
    engine.update("sippeers", named("bob"), List.of(new Field("port", "7")));
    now.addAndGet(10);
    peers.update(named("bob"), List.of(new Field("port", "9")));
    engine.find("sippeers", "name", "bob");
    main.switchOff();

    assertThat(port(engine.find("sippeers", "name", "bob"))).isEqualTo("9");
  }

  @Test
  void aTableThatIsRefusedIsAnOutageToo() {
    engine.find("sippeers", "name", "bob");
    main.refuse();

    assertThat(port(engine.find("sippeers", "name", "bob"))).isEqualTo("5060");
    main.switchOn();
    engine.find("sippeers", "name", "bob");
    assertThat(peers.selects()).isEqualTo(2);
  }

  @Test
  void nobodyWaitsForLongerThanTheFamilysDeadline() throws Exception {
    engine.find("sippeers", "name", "bob");
    engine.use(TestPolicies.of("sippeers", "on_outage = stale", "deadline = 50"));
    CountDownLatch hanging = new CountDownLatch(1);
    peers.afterSelect(() -> awaitQuietly(hanging));

    assertThat(port(engine.find("sippeers", "name", "bob"))).isEqualTo("5060");
    Lookup<Row> unknown = engine.find("sippeers", "name", "alice");

    assertThat(unknown).isInstanceOf(Lookup.Unavailable.class);
    Outage outage = ((Lookup.Unavailable<Row>) unknown).outage();
    assertThat(outage.kind()).isEqualTo(Outage.Kind.UNREACHABLE);
    assertThat(outage.message())
        .isEqualTo("main peers: no answer within the family's deadline of 50 ms (realtime.conf)");
    hanging.countDown();
    await().until(() -> engine.caches().getFirst().entries() == 2);
  }

  @Test
  void aChangeThatIsLateIsUnavailableAndMayBeMade() {
    engine.use(TestPolicies.of("sippeers", "cache = ttl", "deadline = 50"));
    engine.find("sippeers", "name", "bob");
    CountDownLatch hanging = new CountDownLatch(1);
    peers.beforeUpdate(() -> awaitQuietly(hanging));

    assertThat(engine.update("sippeers", named("bob"), List.of(new Field("port", "7"))))
        .isInstanceOf(Change.Unavailable.class);
    assertThat(port(engine.find("sippeers", "name", "bob"))).isEqualTo("5060");
    hanging.countDown();
    await()
        .untilAsserted(
            () -> assertThat(port(engine.find("sippeers", "name", "bob"))).isEqualTo("7"));
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<Condition> named(String name) {
    return List.of(Condition.equal("name", name));
  }

  private static @Nullable String port(Lookup<Row> answer) {
    assertThat(answer).isInstanceOf(Lookup.Found.class);
    return ((Lookup.Found<Row>) answer).value().stored("port");
  }
}
