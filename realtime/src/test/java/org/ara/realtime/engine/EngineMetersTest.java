package org.ara.realtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ara.config.Origin;
import org.ara.realtime.Change;
import org.ara.realtime.Condition;
import org.ara.realtime.Field;
import org.ara.realtime.Lookup;
import org.ara.realtime.Mapping;
import org.ara.realtime.mapping.FamilyMap;
import org.ara.realtime.memory.MemoryDriver;
import org.ara.realtime.memory.MemoryFeed;
import org.ara.realtime.memory.MemoryTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EngineMetersTest {

  private static final Pattern DOCUMENTED =
      Pattern.compile("(?m)^\\| `(ara\\.realtime\\.[a-z.]+)` \\| [^|]+ \\| ([a-z, ]+) \\|");

  private final MemoryDriver main = new MemoryDriver("main");
  private final MemoryFeed feed = new MemoryFeed("name");
  private final MemoryTable peers = main.create("peers", "id", "name", "port").withFeed(feed);
  private final RealtimeEngine engine = new RealtimeEngine();
  private final MeterRegistry registry = new SimpleMeterRegistry();

  @BeforeEach
  void cachePeersByTheirFeed() {
    peers.row("1", "bob", "5060");
    engine.meters().add(registry);
    engine.use(mapped("peers"));
    engine.register(main);
    engine.use(TestPolicies.of("sippeers", "cache = feed"));
    feed.begin();
  }

  private static FamilyMap mapped(String table) {
    return new FamilyMap(
        List.of(new Mapping("sippeers", "main", "asterisk", table, 1, Origin.BUILT_IN)));
  }

  @Test
  void everyAnswerOfAStorageIsMeasuredAndEveryOneOfTheCacheCounted() {
    assertThat(find("bob")).isInstanceOf(Lookup.Found.class);
    assertThat(find("bob")).isInstanceOf(Lookup.Found.class);
    assertThat(find("eve")).isInstanceOf(Lookup.Absent.class);
    assertThat(find("eve")).isInstanceOf(Lookup.Absent.class);

    assertThat(lookups("found")).isEqualTo(1);
    assertThat(lookups("absent")).isEqualTo(1);
    assertThat(lookups("unavailable")).isZero();
    assertThat(answers("hit")).isEqualTo(1);
    assertThat(answers("negative")).isEqualTo(1);
    assertThat(answers("asked")).isEqualTo(2);
    assertThat(figure("ara.realtime.cache.entries")).isEqualTo(2);
  }

  @Test
  void theLagOfTheFeedIsThatOfOurOwnWrites() {
    feed.tellAll();
    Change done = engine.update("sippeers", name("bob"), List.of(new Field("port", "5061")));
    assertThat(done).isEqualTo(new Change.Done(1));
    assertThat(lag()).isZero();

    feed.tellAll();

    assertThat(lag()).isEqualTo(1);
    assertThat(figure("ara.realtime.feed.changes")).isPositive();
    assertThat(
            registry
                .get("ara.realtime.write")
                .tags("family", "sippeers", "operation", "update", "answer", "done")
                .timer()
                .count())
        .isEqualTo(1);
  }

  @Test
  void aWriteThatChangedNothingIsNotWaitedFor() {
    engine.update("sippeers", name("nobody"), List.of(new Field("port", "1")));
    engine.update("sippeers", name("bob"), List.of(new Field("port", "5061")));
    feed.tellAll();

    assertThat(lag()).isEqualTo(1);
  }

  @Test
  void anOutageIsCountedOnceHoweverOftenItIsMet() {
    main.switchOff();
    find("bob");
    find("bob");
    assertThat(figure("ara.realtime.away")).isEqualTo(1);
    main.switchOn();
    find("bob");

    assertThat(lookups("unavailable")).isEqualTo(2);
    assertThat(figure("ara.realtime.outages")).isEqualTo(1);
    assertThat(figure("ara.realtime.away")).isZero();
    assertThat(figure("ara.realtime.outage.time")).isPositive();
  }

  @Test
  void aLostFeedIsCounted() {
    feed.lose();
    assertThat(figure("ara.realtime.feed.losses")).isEqualTo(1);
    assertThat(figure("ara.realtime.feed.live")).isZero();
    assertThat(figure("ara.realtime.cache.trusted")).isZero();
    feed.begin();
    assertThat(figure("ara.realtime.feed.live")).isEqualTo(1);
  }

  @Test
  void metersComeAndGoWithTheMappings() {
    find("bob");
    engine.use(FamilyMap.empty());
    assertThat(registry.getMeters()).isEmpty();

    engine.use(mapped("peers"));
    find("bob");

    assertThat(lookups("found")).isEqualTo(1);
    assertThat(figure("ara.realtime.away")).isZero();
  }

  @Test
  void everyMeterOfTheEngineIsDocumentedWithItsTagsAndNoOtherIs() throws IOException {
    Set<String> documented =
        DOCUMENTED
            .matcher(Files.readString(Path.of("../docs/metrics.md")))
            .results()
            .map(EngineMetersTest::signature)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> registered =
        registry.getMeters().stream()
            .map(Meter::getId)
            .filter(id -> id.syntheticAssociation() == null)
            .map(id -> id.getName() + tags(id))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(registered).isEqualTo(documented);
  }

  private static String signature(MatchResult line) {
    return line.group(1) + new TreeSet<>(List.of(line.group(2).split(", ")));
  }

  private static String tags(Meter.Id id) {
    return id.getTags().stream()
        .map(io.micrometer.core.instrument.Tag::getKey)
        .collect(Collectors.toCollection(TreeSet::new))
        .toString();
  }

  private Lookup<?> find(String name) {
    return engine.find("sippeers", "name", name);
  }

  private long lookups(String answer) {
    return registry
        .get("ara.realtime.lookup")
        .tags("family", "sippeers", "driver", "main", "answer", answer)
        .timer()
        .count();
  }

  private double answers(String result) {
    return registry
        .get("ara.realtime.cache.answers")
        .tags("family", "sippeers", "result", result)
        .functionCounter()
        .count();
  }

  private double figure(String name) {
    return registry.get(name).meter().measure().iterator().next().getValue();
  }

  private double lag() {
    assertThat(registry.get("ara.realtime.feed.lag").timer().max(TimeUnit.SECONDS)).isLessThan(60);
    return registry.get("ara.realtime.feed.lag").timer().count();
  }

  private static List<Condition> name(String name) {
    return List.of(Condition.equal("name", name));
  }
}
