package org.ara.driver.sql.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.search.RequiredSearch;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.ara.realtime.Change;
import org.ara.realtime.Condition;
import org.ara.realtime.Field;
import org.ara.realtime.Lookup;
import org.ara.realtime.library.StandaloneRealtime;
import org.ara.testkit.postgres.PostgresDatabase;
import org.ara.testkit.postgres.PostgresServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is measured before a real PostgreSQL, by a program that adds its own registry. */
class PostgresMetricsTest {

  private static final int CALLERS = 200;

  @TempDir private Path directory;
  private final PostgresServer server = PostgresServer.launchNew();
  private final MeterRegistry registry = new SimpleMeterRegistry();
  private StandaloneRealtime ara;

  @BeforeEach
  void start() throws Exception {
    PostgresDatabase database =
        server.createDatabase(
            List.of(
                "CREATE TABLE phones (name text PRIMARY KEY, port integer)",
                "INSERT INTO phones SELECT 'p' || n, n FROM generate_series(1, 1000) n"));
    ara =
        StandaloneRealtime.in(directory)
            .with("extconfig.conf", "[settings]\nsippeers => pgsql,general,phones\n")
            .with(
                "res_pgsql.conf",
                "[general]\nport = %d\ndbname = %s\nuser = %s\nmax_connections = 2\n"
                    .formatted(server.port(), database.name(), server.user()))
            .start();
    ara.meters().add(registry);
  }

  @AfterEach
  void stop() {
    ara.close();
    server.close();
  }

  @Test
  void batchesConnectionsAndOutagesAreMeasured() throws Exception {
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 1; i <= CALLERS; i++) {
        String name = "p" + i;
        callers.submit(() -> ara.realtime().find("sippeers", "name", name));
      }
    }
    assertThat(lookups("found")).isEqualTo(CALLERS);
    assertThat(requests()).isEqualTo(CALLERS);
    double statements = batches(batches());
    assertThat(statements).isPositive().isLessThan(CALLERS);
    assertThat(batches(batches().tag("size", "1"))).isLessThan(statements);
    assertThat(connections("busy")).isZero();
    assertThat(connections("idle")).isBetween(1.0, 2.0);

    server.kill();
    assertThat(ara.realtime().find("sippeers", "name", "p1"))
        .isInstanceOf(Lookup.Unavailable.class);
    assertThat(
            ara.realtime()
                .update(
                    "sippeers",
                    List.of(Condition.equal("name", "p1")),
                    List.of(new Field("port", "1"))))
        .isInstanceOf(Change.Unavailable.class);
    assertThat(lookups("unavailable")).isEqualTo(1);
    assertThat(registry.get("ara.realtime.away").gauge().value()).isEqualTo(1);

    server.restart();
    await().until(() -> ara.realtime().find("sippeers", "name", "p1") instanceof Lookup.Found);
    assertThat(registry.get("ara.realtime.away").gauge().value()).isZero();
    assertThat(registry.get("ara.realtime.outages").functionCounter().count()).isEqualTo(1);
    assertThat(registry.get("ara.realtime.outage.time").functionCounter().count()).isPositive();
  }

  private long lookups(String answer) {
    return registry.get("ara.realtime.lookup").tag("answer", answer).timer().count();
  }

  private double requests() {
    return registry
        .get("ara.realtime.batch.requests")
        .tag("kind", "lookup")
        .functionCounter()
        .count();
  }

  private RequiredSearch batches() {
    return registry.get("ara.realtime.batches").tag("kind", "lookup");
  }

  private static double batches(RequiredSearch search) {
    return search.functionCounters().stream().mapToDouble(FunctionCounter::count).sum();
  }

  private double connections(String state) {
    return registry.get("ara.realtime.connections").tag("state", state).gauge().value();
  }
}
