package org.ara.realtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ara.config.Origin;
import org.ara.realtime.Condition;
import org.ara.realtime.Field;
import org.ara.realtime.Lookup;
import org.ara.realtime.Mapping;
import org.ara.realtime.Row;
import org.ara.realtime.mapping.FamilyMap;
import org.ara.realtime.memory.MemoryDriver;
import org.ara.realtime.memory.MemoryFeed;
import org.ara.realtime.memory.MemoryTable;
import org.ara.realtime.policy.RealtimeConf;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedCacheTest {

  private final RealtimeEngine engine = new RealtimeEngine();
  private final MemoryDriver main = new MemoryDriver("main");
  private final MemoryFeed feed = new MemoryFeed("name");
  private final MemoryTable peers = main.create("peers", "id", "name", "port").withFeed(feed);

  @BeforeEach
  void cachePeersByTheirFeed() {
    peers.row("1", "bob", "5060").row("2", "alice", "5061");
    engine.register(main);
    engine.use(
        new FamilyMap(List.of(new Mapping("sippeers", "main", "", "peers", 1, Origin.BUILT_IN))));
    engine.use(TestPolicies.of("sippeers", "cache = feed"));
    feed.begin();
  }

  @Test
  void anAnswerIsGivenAgainUntilAChangeOfItIsTold() {
    engine.find("sippeers", "name", "bob");
    engine.find("sippeers", "name", "alice");
    engine.find("sippeers", "name", "eve");
    engine.findAll("sippeers", List.of(Condition.like("name", "%")));
    assertThat(peers.selects()).isEqualTo(4);

    peers.update(named("bob"), List.of(new Field("port", "7")));
    peers.insert(List.of(new Field("name", "eve"), new Field("port", "8")));
    feed.tellAll();

    assertThat(port(engine.find("sippeers", "name", "bob"))).isEqualTo("7");
    assertThat(port(engine.find("sippeers", "name", "eve"))).isEqualTo("8");
    assertThat(engine.findAll("sippeers", List.of(Condition.like("name", "%"))))
        .isInstanceOfSatisfying(
            Lookup.Found.class, found -> assertThat((List<?>) found.value()).hasSize(3));
    assertThat(peers.selects()).isEqualTo(7);
    engine.find("sippeers", "name", "alice");
    assertThat(peers.selects()).as("alice was not concerned").isEqualTo(7);
  }

  @Test
  void aRowThatIsRenamedIsToldByBothNames() {
    engine.find("sippeers", "name", "bob");
    engine.find("sippeers", "name", "rob");
    peers.update(named("bob"), List.of(new Field("name", "rob")));
    feed.tellAll();

    assertThat(engine.find("sippeers", "name", "bob")).isInstanceOf(Lookup.Absent.class);
    assertThat(engine.find("sippeers", "name", "rob")).isInstanceOf(Lookup.Found.class);
  }

  @Test
  void whatWasReadBeforeAChangeWasToldIsNotKept() {
    peers.afterSelect(
        () -> {
          peers.afterSelect(() -> {});
          peers.update(named("bob"), List.of(new Field("port", "7")));
          feed.tellAll();
        });
    assertThat(port(engine.find("sippeers", "name", "bob"))).isEqualTo("5060");

    assertThat(port(engine.find("sippeers", "name", "bob"))).isEqualTo("7");
  }

  @Test
  void aLostFeedIsNotTrustedAtOnceAndNothingReadBeforeItIsBackIsTrustedLater() {
    engine.find("sippeers", "name", "bob");
    feed.lose();
    peers.update(named("bob"), List.of(new Field("port", "7")));
    assertThat(port(engine.find("sippeers", "name", "bob"))).isEqualTo("7");
    peers.update(named("bob"), List.of(new Field("port", "8")));
    feed.begin();

    assertThat(port(engine.find("sippeers", "name", "bob"))).isEqualTo("8");
    int asked = peers.selects();
    engine.find("sippeers", "name", "bob");
    assertThat(peers.selects()).isEqualTo(asked);
  }

  @Test
  void whatWasReadWhileTheFeedCameAndWentIsNotKept() {
    peers.afterSelect(
        () -> {
          peers.afterSelect(() -> {});
          feed.lose();
          peers.update(named("bob"), List.of(new Field("port", "7")));
          feed.begin();
        });
    engine.find("sippeers", "name", "bob");

    assertThat(port(engine.find("sippeers", "name", "bob"))).isEqualTo("7");
  }

  @Test
  void withoutAFeedEveryQuestionIsAsked() {
    MemoryTable plain = main.create("plain", "name").row("bob");
    engine.use(
        new FamilyMap(List.of(new Mapping("sippeers", "main", "", "plain", 1, Origin.BUILT_IN))));
    engine.find("sippeers", "name", "bob");
    engine.find("sippeers", "name", "bob");

    assertThat(plain.selects()).isEqualTo(2);
  }

  @Test
  void nobodyListensToWhatNoFamilyNeeds() {
    assertThat(feed.listeners()).isEqualTo(1);
    engine.use(TestPolicies.of("sippeers", "cache = feed"));
    assertThat(feed.listeners()).isEqualTo(1);

    engine.use(RealtimeConf.none());
    assertThat(feed.listeners()).isZero();
    engine.use(TestPolicies.of("sippeers", "cache = feed"));
    assertThat(feed.listeners()).isEqualTo(1);
    engine.unregister(main);
    assertThat(feed.listeners()).isZero();
  }

  @Test
  void aFeedWithoutKeysConcernsTheWholeTable() {
    MemoryFeed coarse = new MemoryFeed();
    coarse.begin();
    MemoryTable rows = main.create("coarse", "name", "port").row("bob", "1").withFeed(coarse);
    engine.use(
        new FamilyMap(List.of(new Mapping("sippeers", "main", "", "coarse", 1, Origin.BUILT_IN))));
    engine.find("sippeers", "name", "bob");
    engine.find("sippeers", "name", "bob");
    assertThat(rows.selects()).isEqualTo(1);

    rows.insert(List.of(new Field("name", "alice")));
    coarse.tellAll();
    engine.find("sippeers", "name", "bob");
    assertThat(rows.selects()).isEqualTo(2);
  }

  private static List<Condition> named(String name) {
    return List.of(Condition.equal("name", name));
  }

  private static @Nullable String port(Lookup<Row> answer) {
    assertThat(answer).isInstanceOf(Lookup.Found.class);
    return ((Lookup.Found<Row>) answer).value().stored("port");
  }
}
