package org.ara.realtime.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ara.realtime.Columns;
import org.ara.realtime.Condition;
import org.ara.realtime.Lookup;
import org.ara.realtime.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LookupCacheTest {

  private static final Columns COLUMNS = new Columns(List.of("name", "port"));
  private static final Ledger.Ticket TICKET = new Ledger.Ticket(-1, 0);

  @Test
  void whatIsKeptIsFoundByItsQuestionAlone() {
    LookupCache cache = new LookupCache(1 << 20);
    cache.keep(found("bob", "1"));
    Question all = new Question(List.of(Condition.equal("name", "bob")), false);
    cache.keep(new Kept(all, new Lookup.Absent<>(), this, 0, TICKET));

    assertThat(port(cache.find("name", "bob"))).isEqualTo("1");
    assertThat(port(cache.find(one("bob")))).isEqualTo("1");
    assertThat(kept(cache.find(all)).isNegative()).isTrue();
    assertThat(cache.find("name", "bo")).isNull();
    assertThat(cache.find("port", "bob")).isNull();
    assertThat(cache.find(new Question(List.of(Condition.like("name", "bob")), true))).isNull();
  }

  @Test
  void aLaterAnswerReplacesTheEarlier() {
    LookupCache cache = new LookupCache(1 << 20);
    cache.keep(found("bob", "1"));
    cache.keep(found("bob", "2"));

    assertThat(port(cache.find("name", "bob"))).isEqualTo("2");
    assertThat(cache.size()).isEqualTo(1);
    assertThat(shown(cache)).containsExactly("bob");
  }

  @Test
  void itStaysWithinItsBytesAndSparesWhatIsUsed() {
    LookupCache cache = new LookupCache(1 << 20);
    for (int i = 0; i < 100_000; i++) {
      cache.keep(absent("junk" + i));
      if (i % 50 == 0) {
        cache.keep(found("peer" + i % 1000, "5060"));
      }
      for (int peer = 0; peer < 1000 && i % 500 == 0 && i > 1000; peer += 50) {
        assertThat(cache.find("name", "peer" + peer)).as("peer%d at %d", peer, i).isNotNull();
      }
      assertThat(cache.bytes()).isLessThanOrEqualTo((1 << 20) + (4 << 14));
    }
    assertThat(cache.evicted()).isGreaterThan(50_000);
    assertThat(cache.size()).isEqualTo(shown(cache).size());
  }

  @Test
  void anAnswerLargerThanItsPlaceIsNotKeptAndTheEarlierOneIsGone() {
    LookupCache cache = new LookupCache(1 << 16);
    cache.keep(found("bob", "1"));
    cache.keep(found("bob", "x".repeat(1 << 16)));

    assertThat(cache.find("name", "bob")).isNull();
    assertThat(cache.size()).isZero();
  }

  @Test
  void namesChosenToCollidePushEachOtherOut() {
    LookupCache cache = new LookupCache(1 << 26);
    List<String> colliding = List.of("");
    for (int i = 0; i < 10; i++) {
      colliding = colliding.stream().flatMap(s -> List.of(s + "Aa", s + "BB").stream()).toList();
    }
    colliding.forEach(name -> cache.keep(absent(name)));

    assertThat(cache.size()).isLessThan(64);
    assertThat(cache.find("name", colliding.getLast())).isNotNull();
  }

  @Test
  void itHoldsWhatAMapWouldHold() {
    Random random = new Random(42);
    LookupCache cache = new LookupCache(1 << 26);
    Map<String, String> model = new HashMap<>();
    for (int i = 0; i < 50_000; i++) {
      String name = "n" + random.nextInt(5000);
      if (random.nextInt(3) == 0) {
        String port = String.valueOf(random.nextInt());
        cache.keep(found(name, port));
        model.put(name, port);
      } else {
        Kept kept = cache.find("name", name);
        assertThat(kept == null ? null : port(kept)).isEqualTo(model.get(name));
      }
    }
    assertThat(cache.size()).isEqualTo(model.size());
    assertThat(shown(cache)).containsExactlyInAnyOrderElementsOf(model.keySet());
  }

  @Test
  void whatIsThereIsFoundWhileOthersAreKept() throws Exception {
    LookupCache cache = new LookupCache(1 << 28);
    for (int i = 0; i < 100; i++) {
      cache.keep(found("known" + i, "1"));
    }
    AtomicBoolean done = new AtomicBoolean();
    Callable<Integer> reader =
        () -> {
          int missed = 0;
          for (int i = 0; !done.get(); i = (i + 1) % 100) {
            missed += cache.find("name", "known" + i) == null ? 1 : 0;
            missed += cache.find(one("known" + i)) == null ? 1 : 0;
          }
          return missed;
        };
    try (ExecutorService readers = Executors.newFixedThreadPool(3)) {
      List<Future<Integer>> missed = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        missed.add(readers.submit(reader));
      }
      for (int i = 0; i < 200_000; i++) {
        cache.keep(i % 2 == 0 ? absent("other" + i) : found("known" + i % 100, "" + i));
      }
      done.set(true);
      for (Future<Integer> each : missed) {
        assertThat(each.get()).isZero();
      }
    }
  }

  private static List<String> shown(LookupCache cache) {
    List<String> names = new ArrayList<>();
    cache.stream().forEach(kept -> names.add(kept.question().conditions().getFirst().value()));
    return names;
  }

  private Kept found(String name, String port) {
    Row row = new Row(COLUMNS, new @Nullable String[] {name, port}).compact(COLUMNS);
    return new Kept(one(name), new Lookup.Found<>(row), this, 0, TICKET);
  }

  private Kept absent(String name) {
    return new Kept(one(name), new Lookup.Absent<>(), this, 0, TICKET);
  }

  private static Question one(String name) {
    return new Question(List.of(Condition.equal("name", name)), true);
  }

  private static @Nullable String port(@Nullable Kept kept) {
    return ((Lookup.Found<Row>) kept(kept).row()).value().stored("port");
  }

  private static Kept kept(@Nullable Kept kept) {
    assertThat(kept).isNotNull();
    return java.util.Objects.requireNonNull(kept);
  }
}
