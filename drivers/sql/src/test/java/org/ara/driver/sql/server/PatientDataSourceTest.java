package org.ara.driver.sql.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.ara.driver.sql.DatabaseException;
import org.ara.driver.sql.Place;
import org.ara.testkit.postgres.PostgresDatabase;
import org.ara.testkit.postgres.PostgresServer;
import org.ara.testkit.proxy.FaultyProxy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class PatientDataSourceTest {

  private final PostgresDatabase real = PostgresServer.shared().createDatabase();
  private final FaultyProxy proxy = new FaultyProxy("127.0.0.1", real.server().port());
  private final DataSource source = source();
  private final Health health =
      new Health(
          new Place("pgsql", "general", "somewhere", "res_pgsql.conf"),
          new ServerConnector() {
            @Override
            public DataSource dataSource() {
              return source;
            }

            @Override
            public String advice(SQLException failure) {
              return "start it";
            }
          });
  private final PatientDataSource patient = new PatientDataSource(source, health);

  @AfterEach
  void close() {
    health.close();
    proxy.close();
  }

  @Test
  void aConnectionIsMadeOnceTheServerIsBack() throws Exception {
    proxy.refuse();
    assertThatThrownBy(health::confirm).isInstanceOf(DatabaseException.class);

    try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
      Future<Connection> waiting = pool.submit(() -> patient.getConnection());
      proxy.pass();
      try (Connection connection = waiting.get()) {
        assertThat(connection.isValid(10)).isTrue();
      }
    }
  }

  @Test
  void aConnectionThatCannotBeMadeIsTriedAgainThoughNobodyKnowsOfAnOutage() throws Exception {
    try (Connection connection = patient.getConnection()) {
      assertThat(connection.isValid(10)).isTrue();
    }
    proxy.refuse();

    try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
      Future<Connection> waiting = pool.submit(() -> patient.getConnection());
      proxy.pass();
      try (Connection connection = waiting.get()) {
        assertThat(connection.isValid(10)).isTrue();
      }
    }
    assertThat(patient.opened()).isEqualTo(2);
  }

  @Test
  void nobodyWaitsForAServerThatIsNoLongerUsed() throws Exception {
    proxy.refuse();
    assertThatThrownBy(health::confirm).isInstanceOf(DatabaseException.class);

    health.close();
    assertThatThrownBy(patient::getConnection).isInstanceOf(SQLException.class);
  }

  private DataSource source() {
    PGSimpleDataSource made = new PGSimpleDataSource();
    made.setServerNames(new String[] {"127.0.0.1"});
    made.setPortNumbers(new int[] {proxy.port()});
    made.setDatabaseName(real.name());
    made.setUser("postgres");
    return made;
  }
}
