package org.ara.realtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.ara.config.Origin;
import org.ara.realtime.Lookup;
import org.ara.realtime.Mapping;
import org.ara.realtime.mapping.FamilyMap;
import org.ara.realtime.memory.MemoryDriver;
import org.ara.realtime.spi.Driver;
import org.ara.realtime.spi.Table;
import org.junit.jupiter.api.Test;

class SwappedMappingsTest {

  private static final FamilyMap ONE = map("sippeers");
  private static final FamilyMap BOTH = map("sippeers", "sipusers");

  private final RealtimeEngine engine = new RealtimeEngine();

  @Test
  void lookupsGoOnWhileMappingsAndDriversAreSwapped() throws Exception {
    MemoryDriver main = new MemoryDriver("main");
    main.create("peers", "name").row("bob");
    engine.register(main);
    engine.use(ONE);
    AtomicBoolean done = new AtomicBoolean();
    Callable<Integer> caller =
        () -> {
          int missed = 0;
          while (!done.get()) {
            boolean found = engine.find("sippeers", "name", "bob") instanceof Lookup.Found;
            missed += found ? 0 : 1;
          }
          return missed;
        };

    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> missed = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        missed.add(callers.submit(caller));
      }
      for (int i = 0; i < 500; i++) {
        MemoryDriver other = new MemoryDriver("other");
        engine.use(i % 2 == 0 ? BOTH : ONE);
        engine.register(other);
        engine.unregister(other);
      }
      done.set(true);
      for (Future<Integer> each : missed) {
        assertThat(each.get()).isZero();
      }
    }
  }

  @Test
  void familiesOfOneTableShareItAlsoAfterAReload() {
    AtomicInteger made = new AtomicInteger();
    MemoryDriver rows = new MemoryDriver("main");
    engine.register(
        new Driver() {
          @Override
          public String name() {
            return "main";
          }

          @Override
          public Table table(String database, String table) {
            made.incrementAndGet();
            return rows.table(database, table);
          }
        });

    engine.use(BOTH);
    engine.use(ONE);
    engine.use(BOTH);

    assertThat(made).hasValue(1);
  }

  private static FamilyMap map(String... families) {
    List<Mapping> mappings = new ArrayList<>();
    for (String family : families) {
      mappings.add(new Mapping(family, "main", "db", "peers", 1, Origin.BUILT_IN));
    }
    return new FamilyMap(mappings);
  }
}
