package org.ara.server.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ara.realtime.engine.RealtimeEngine;
import org.ara.testkit.postgres.PostgresDatabase;
import org.ara.testkit.postgres.PostgresServer;
import org.ara.testkit.proxy.FaultyProxy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What is said of tables that lack what SIP and the dialplan need of them. */
class NeededColumnsTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir Path home;
  private final List<String> said = new CopyOnWriteArrayList<>();
  private final Logger engine = (Logger) LoggerFactory.getLogger(RealtimeEngine.class);
  private final AppenderBase<ILoggingEvent> ear =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          said.add(event.getFormattedMessage());
        }
      };

  @BeforeEach
  void listen() {
    ear.setContext(engine.getLoggerContext());
    ear.start();
  }

  @AfterEach
  void stopListening() {
    engine.detachAppender(ear);
  }

  @Test
  void whatIsMissingIsSaidOnceTheDatabaseIsThereAndAgainAtAReload() throws Exception {
    PostgresDatabase database =
        PostgresServer.shared()
            .createDatabase(
                List.of(
                    "CREATE TABLE sippeers (name varchar(80) PRIMARY KEY, host varchar(40),"
                        + " ipaddr varchar(45), port integer, regseconds bigint,"
                        + " useragent varchar(255), lastms integer)",
                    "CREATE TABLE extensions (context varchar(40), exten varchar(40),"
                        + " priority integer, app varchar(40))"));
    try (FaultyProxy proxy = new FaultyProxy("127.0.0.1", database.server().port())) {
      proxy.refuse();
      try (TestServer server = TestServer.onPostgres(home, database, proxy.port())) {
        engine.addAppender(ear);
        proxy.pass();

        awaitSaid("sippeers.fullcontact is missing", 1);
        awaitSaid("extensions.appdata is missing", 1);
        assertThat(said).hasSize(2).allSatisfy(line -> assertThat(line).contains("ALTER TABLE"));

        database.execute("ALTER TABLE sippeers ADD COLUMN fullcontact varchar(255)");
        server.execute("module reload chan_sip");
        server.execute("module reload pbx_realtime");
        awaitSaid("extensions.appdata is missing", 2);
        awaitSaid("sippeers.fullcontact is missing", 1);
      }
    }
  }

  @Test
  void soItIsOfTheTablesOfEndpoints() throws Exception {
    PostgresDatabase database =
        PostgresServer.shared()
            .createDatabase(
                List.of(
                    "CREATE TABLE ps_endpoints (id varchar(80) PRIMARY KEY, aors varchar(200),"
                        + " auth varchar(40))",
                    "CREATE TABLE ps_contacts (id varchar(255), uri varchar(255),"
                        + " endpoint varchar(255), reg_server varchar(255))"));
    try (FaultyProxy proxy = new FaultyProxy("127.0.0.1", database.server().port())) {
      proxy.refuse();
      List<String> families = List.of("ps_endpoints", "ps_contacts");
      try (TestServer server = TestServer.onPostgres(home, database, proxy.port(), families)) {
        engine.addAppender(ear);
        proxy.pass();

        awaitSaid("ps_contacts.expiration_time is missing", 1);
        assertThat(said).hasSize(1);
      }
    }
  }

  private void awaitSaid(String part, int times) {
    await()
        .atMost(LONG)
        .untilAsserted(
            () -> assertThat(said).filteredOn(line -> line.contains(part)).hasSize(times));
  }
}
