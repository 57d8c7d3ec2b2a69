package org.ara.realtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.ara.config.Origin;
import org.ara.realtime.Change;
import org.ara.realtime.Condition;
import org.ara.realtime.Condition.Operator;
import org.ara.realtime.Field;
import org.ara.realtime.Lookup;
import org.ara.realtime.Mapping;
import org.ara.realtime.Outage;
import org.ara.realtime.Row;
import org.ara.realtime.mapping.FamilyMap;
import org.ara.realtime.memory.MemoryDriver;
import org.ara.realtime.memory.MemoryTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RealtimeEngineTest {

  private final RealtimeEngine engine = new RealtimeEngine();
  private final MemoryDriver main = new MemoryDriver("main");
  private final MemoryDriver spare = new MemoryDriver("spare");
  private final MemoryTable peers = main.create("peers", "id", "name", "secret", "port", "allow");
  private final MemoryTable spares = spare.create("peers", "id", "name", "port");

  @BeforeEach
  void mapPeersToBoth() {
    peers.row("1", "bob", "pw", "5060", "ulaw;alaw").row("2", "alice", null, "", "g729");
    spares.row("9", "bob", "1").row("8", "carol", "2");
    engine.register(main);
    engine.register(spare);
    map(mapping("sippeers", "MAIN", 1), mapping("sippeers", "spare", 2));
  }

  @Test
  void aRowIsFoundByItsColumnsWhateverTheCaseOfTheFamily() {
    Row row = found(engine.find("SipPeers", "name", "bob"));

    assertThat(row.text("port")).contains("5060");
    assertThat(row.values("allow")).containsExactly("ulaw", "alaw");
    assertThat(found(engine.find("sippeers", "name", "alice")).stored("secret")).isNull();
    assertThat(found(engine.find("sippeers", "name", "alice")).stored("port")).isEmpty();
  }

  @Test
  void anAbsentRowOnAHealthyDatabaseEndsTheSearch() {
    assertThat(engine.find("sippeers", "name", "carol")).isInstanceOf(Lookup.Absent.class);
    assertThat(engine.findAll("sippeers", List.of(Condition.equal("name", "carol"))))
        .isInstanceOf(Lookup.Absent.class);
  }

  @Test
  void anUnreachableDatabaseIsFollowedByTheNext() {
    main.switchOff();
    assertThat(found(engine.find("sippeers", "name", "carol")).text("id")).contains("8");

    main.switchOn();
    assertThat(engine.find("sippeers", "name", "carol")).isInstanceOf(Lookup.Absent.class);
  }

  @Test
  void whenAllAreUnavailableEachSaysWhy() {
    main.switchOff();
    spare.refuse();

    Outage outage = outage(engine.find("sippeers", "name", "bob"));

    assertThat(outage.kind()).isEqualTo(Outage.Kind.UNREACHABLE);
    assertThat(outage.message())
        .isEqualTo("main peers: switched off; then spare peers: switched off");
  }

  @Test
  void aGapInThePrioritiesDoesNotEndTheSearch() {
    map(mapping("sippeers", "main", 1), mapping("sippeers", "spare", 4));
    main.switchOff();

    assertThat(found(engine.find("sippeers", "name", "bob")).text("id")).contains("9");
  }

  @Test
  void aDriverThatIsNotLoadedIsUnavailableAndNamedByItsLine() {
    engine.unregister(main);
    assertThat(found(engine.find("sippeers", "name", "bob")).text("id")).contains("9");
    assertThat(engine.isMapped("sippeers")).isTrue();

    engine.unregister(spare);
    assertThat(engine.isMapped("sippeers")).isTrue();
    assertThat(outage(engine.find("sippeers", "name", "bob")).message())
        .startsWith("extconfig.conf:1: sippeers is mapped to driver 'MAIN', which is not loaded");
  }

  @Test
  void aFamilyWithoutAMappingIsUnavailableNotAbsent() {
    Outage outage = outage(engine.find("queues", "name", "x"));

    assertThat(outage.kind()).isEqualTo(Outage.Kind.UNMAPPED);
    assertThat(outage.message()).isEqualTo("family 'queues' has no mapping in extconfig.conf");
    assertThat(engine.isMapped("queues")).isFalse();
    assertThat(engine.store("queues", List.of(new Field("name", "x"))))
        .isInstanceOf(Change.Unavailable.class);
  }

  @Test
  void manyRowsAreOrderedByTheColumnOfTheFirstCondition() {
    List<Condition> all = List.of(Condition.like("name", "%"), Condition.like("id", "%"));

    assertThat(found(engine.findAll("sippeers", all)))
        .map(row -> row.stored("name"))
        .containsExactly("alice", "bob");
  }

  @Test
  void anEscapedUnderscoreInALikePatternStandsForItself() {
    MemoryTable extensions = main.create("extensions", "exten");
    extensions.row("_X.").row("100").row("_1.");
    map(new Mapping("extensions", "main", "", "extensions", 1, Origin.BUILT_IN));

    assertThat(found(engine.findAll("extensions", List.of(Condition.like("exten", "\\_%")))))
        .map(row -> row.stored("exten"))
        .containsExactly("_1.", "_X.");
  }

  @Test
  void semicolonsAndCaretsAreEncodedOnTheWayInAndDecodedOnTheWayOut() {
    assertThat(
            engine.store("sippeers", List.of(new Field("name", "6001;@x"), new Field("id", "^"))))
        .isEqualTo(new Change.Done(1));
    assertThat(peers.stored(2, "name")).isEqualTo("6001^3B@x");
    assertThat(peers.stored(2, "id")).isEqualTo("^5E");

    Row row = found(engine.find("sippeers", "name", "6001;@x"));
    assertThat(row.text("name")).contains("6001;@x");
    assertThat(row.values("name")).containsExactly("6001;@x");

    engine.update(
        "sippeers",
        List.of(Condition.equal("name", "6001;@x"), Condition.equal("id", "^")),
        List.of(new Field("secret", "a;b")));
    assertThat(peers.stored(2, "secret")).isEqualTo("a^3Bb");
    assertThat(engine.destroy("sippeers", List.of(Condition.equal("secret", "a;b"))))
        .isEqualTo(new Change.Done(1));
  }

  @Test
  void anUpdateOfNoRowsIsASuccessAndIsNotRepeatedElsewhere() {
    List<Field> port = List.of(new Field("port", "7"));

    assertThat(engine.update("sippeers", List.of(Condition.equal("name", "carol")), port))
        .isEqualTo(new Change.Done(0));
    assertThat(engine.update("sippeers", List.of(Condition.equal("name", "bob")), port))
        .isEqualTo(new Change.Done(1));
    assertThat(spares.stored(0, "port")).isEqualTo("1");
    assertThat(spares.stored(1, "port")).isEqualTo("2");
  }

  @Test
  void aWriteGoesToTheNextOnlyIfTheFirstCannotBeAsked() {
    List<Field> dave = List.of(new Field("name", "dave"));
    main.switchOff();
    assertThat(engine.store("sippeers", dave)).isEqualTo(new Change.Done(1));
    assertThat(spares.size()).isEqualTo(3);

    main.refuse();
    assertThat(engine.store("sippeers", dave)).isInstanceOf(Change.Unavailable.class);
    assertThat(spares.size()).isEqualTo(3);
  }

  @Test
  void destroyHeedsAllItsKeys() {
    assertThat(
            engine.destroy(
                "sippeers", List.of(Condition.equal("name", "bob"), Condition.equal("port", "1"))))
        .isEqualTo(new Change.Done(0));
    assertThat(peers.size()).isEqualTo(2);
  }

  @Test
  void nothingToAskOrToWriteIsAMistakeOfTheCaller() {
    assertThatThrownBy(() -> engine.find("sippeers", List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> engine.store("sippeers", List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> engine.destroy("sippeers", List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void columnsAreKnownWhileTheStorageIsThere() {
    assertThat(engine.hasColumn("sippeers", "SECRET")).isTrue();
    assertThat(engine.hasColumn("sippeers", "useragent")).isFalse();
    assertThat(engine.hasColumn("nosuch", "name")).isFalse();
    main.switchOff();
    assertThat(engine.hasColumn("sippeers", "port")).isTrue();
    assertThat(engine.hasColumn("sippeers", "secret")).isFalse();
    spare.switchOff();
    assertThat(engine.hasColumn("sippeers", "port")).isFalse();
  }

  @Test
  void aDriversNameIsTakenOnlyOnce() {
    assertThat(engine.drivers()).containsExactly("main", "spare");
    assertThatThrownBy(() -> engine.register(new MemoryDriver("MAIN")))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aDriverThatThrowsIsUnavailable() {
    engine.unregister(main);
    engine.register(
        new org.ara.realtime.spi.Driver() {
          @Override
          public String name() {
            return "main";
          }

          @Override
          public org.ara.realtime.spi.Table table(String database, String table) {
            return new ThrowingTable();
          }
        });
    map(mapping("sippeers", "main", 1));

    assertThat(outage(engine.find("sippeers", "name", "bob")).message())
        .contains("main peers: the driver failed", "out of cheese");
    assertThat(engine.destroy("sippeers", List.of(Condition.equal("name", "bob"))))
        .isInstanceOf(Change.Unavailable.class);
  }

  @Test
  void operatorsAreWrittenBehindTheColumn() {
    assertThat(Condition.parse("name", "x")).isEqualTo(Condition.equal("name", "x"));
    assertThat(Condition.parse("exten like", "x")).isEqualTo(Condition.like("exten", "x"));
    assertThat(Condition.parse("starttime<= ", "x"))
        .isEqualTo(new Condition("starttime", Operator.LESS_OR_EQUAL, "x"));
    assertThat(Condition.parse("position >=", "0").operator()).isEqualTo(Operator.GREATER_OR_EQUAL);
    assertThat(Condition.parse("a  not  like", "0").operator()).isEqualTo(Operator.NOT_LIKE);
    assertThat(Condition.parse("a <>", "0").operator()).isEqualTo(Operator.NOT_EQUAL);
    assertThatThrownBy(() -> Condition.parse("a ~", "0"))
        .hasMessageContaining("'~' is no operator");
    assertThatThrownBy(() -> Condition.parse(" =", "0"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void map(Mapping... mappings) {
    engine.use(new FamilyMap(List.of(mappings)));
  }

  private static Mapping mapping(String family, String driver, int priority) {
    return new Mapping(
        family, driver, "", "peers", priority, new Origin("extconfig.conf", priority));
  }

  private static <T> T found(Lookup<T> lookup) {
    assertThat(lookup).isInstanceOf(Lookup.Found.class);
    return ((Lookup.Found<T>) lookup).value();
  }

  private static Outage outage(Lookup<?> lookup) {
    assertThat(lookup).isInstanceOf(Lookup.Unavailable.class);
    return ((Lookup.Unavailable<?>) lookup).outage();
  }
}
