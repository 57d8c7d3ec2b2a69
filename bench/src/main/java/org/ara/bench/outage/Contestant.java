package org.ara.bench.outage;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.ara.realtime.Condition;
import org.ara.realtime.Lookup;
import org.ara.realtime.Realtime;
import org.ara.realtime.library.StandaloneRealtime;
import org.ara.realtime.status.Explanation;
import org.jspecify.annotations.Nullable;

/** An engine with a policy, asked for known peers throughout an outage. */
final class Contestant {

  private static final List<Condition> SOMEBODY = List.of(Condition.equal("name", "peer1"));

  private final String name;
  private final StandaloneRealtime engine;
  private @Nullable Caller caller;
  private double normalMillis;

  Contestant(String name, StandaloneRealtime engine) {
    this.name = name;
    this.engine = engine;
  }

  String name() {
    return name;
  }

  StandaloneRealtime engine() {
    return engine;
  }

  /** How long after the database's return it was asked again. */
  double normalMillis() {
    return normalMillis;
  }

  /** Asks for every peer once. */
  void warmUp(int peers) throws Exception {
    Realtime realtime = engine.realtime();
    for (int i = 0; i < peers; i++) {
      if (!(realtime.find("sippeers", "name", "peer" + i) instanceof Lookup.Found)) {
        throw new IllegalStateException("peer" + i + " is not there");
      }
    }
  }

  void begin(int peers, int rate) throws Exception {
    caller = new Caller(engine.realtime(), peers, rate);
  }

  void end() throws Exception {
    Objects.requireNonNull(caller, "caller").close();
  }

  /** Waits until the first mapping answers again. */
  void awaitNormal(long back) throws Exception {
    Explanation told = engine.inspection().explain("sippeers", SOMEBODY);
    while (told.source() != Explanation.Source.STORAGE || told.steps().size() != 1) {
      LockSupport.parkNanos(5_000_000);
      told = engine.inspection().explain("sippeers", SOMEBODY);
    }
    normalMillis = (System.nanoTime() - back) / 1e6;
  }

  Tally tally(long killed, long back, long deadlineMillis) {
    long lookups = 0;
    long failed = 0;
    long later = 0;
    long after = 0;
    LongStream.Builder waits = LongStream.builder();
    for (Caller.Asked asked : Objects.requireNonNull(caller, "caller").asked()) {
      lookups++;
      boolean away = asked.at() - killed >= 0 && asked.at() - back < 0;
      if (away) {
        waits.add(asked.nanos());
      }
      if (!asked.found()) {
        failed++;
        later += away && asked.at() - killed > deadlineMillis * 1_000_000L ? 1 : 0;
        after += asked.at() - back > 2_000_000_000L ? 1 : 0;
      }
    }
    long[] sorted = waits.build().sorted().toArray();
    return new Tally(
        lookups,
        failed,
        later,
        after,
        sorted[sorted.length * 99 / 100] / 1e6,
        Arrays.stream(sorted).max().orElse(0) / 1e6);
  }
}
