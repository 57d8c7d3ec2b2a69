package org.ara.server.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ara.driver.sql.schema.Flavour;
import org.ara.driver.sql.schema.PostgresTriggers;
import org.ara.driver.sql.schema.WellKnownTables;
import org.ara.testkit.postgres.PostgresDatabase;
import org.ara.testkit.postgres.PostgresServer;
import org.ara.testkit.sip.PhoneAccount;
import org.ara.testkit.sip.SipPhone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Phones that are rows of a PostgreSQL table, over changes by others and over restarts. */
class KeptPeersTest {

  @TempDir Path homes;
  private PostgresDatabase database;

  @BeforeEach
  void create() {
    database =
        PostgresServer.shared()
            .createDatabase(new WellKnownTables(Flavour.POSTGRESQL).of("sippeers", "extensions"));
  }

  private TestServer start(String name, String... sipOptions) throws Exception {
    return TestServer.onPostgres(
        homes.resolve(name), database, database.server().port(), sipOptions);
  }

  private void write(String name, String file, String text) throws Exception {
    Path etc = Files.createDirectories(homes.resolve(name).resolve("etc"));
    Files.writeString(etc.resolve(file), text);
  }

  private static SipPhone phone(String name, String secret, TestServer server) {
    return SipPhone.open(PhoneAccount.of(name, secret, server.sip()));
  }

  @Test
  void twoServersKeepPeersInMemoryAndNeitherIsBehindTheTable() throws Exception {
    database.execute(
        String.join(
            ";\n", new PostgresTriggers("public", "sippeers", List.of("name", "host")).install()));
    for (String name : List.of("1", "2")) {
      write(name, "realtime.conf", "[sippeers]\ncache = feed\n");
    }
    try (TestServer first = start("1", "rtcachefriends=yes");
        TestServer second = start("2", "rtcachefriends=yes")) {
      first.insertPhone("alice", "secret");
      first.insertPhone("bob", "secret");
      first.insertStep("200", 1, "Dial", "SIP/bob,20");
      try (SipPhone alice = phone("alice", "secret", second);
          SipPhone bob = phone("bob", "secret", first);
          SipPhone moved = phone("bob", "secret", first)) {
        assertThat(alice.register().accepted()).isTrue();
        assertThat(bob.register().accepted()).isTrue();
        alice.call("200");
        bob.awaitCall().reject(486, "Busy Here");
        assertThat(second.execute("sip show peers").text()).contains("bob", "Cached RT");

        assertThat(moved.register().accepted()).isTrue();
        String port = ":" + moved.address().getPort();
        await().until(() -> second.execute("sip show peer bob load").text().contains(port));
        alice.call("200");
        moved.awaitCall().reject(486, "Busy Here");

        first.sql("UPDATE sippeers SET secret = 'other' WHERE name = 'bob'");
        await().until(() -> !bob.register().accepted());
      }
      try (SipPhone again = phone("bob", "other", second)) {
        await().until(() -> again.register().accepted());
      }
    }
  }

  @Test
  void aPhoneIsAskedAgainAfterARestartWithoutANewRegister() throws Exception {
    database.execute("ALTER TABLE sippeers ALTER COLUMN regseconds TYPE integer");
    start("1").close();
    Path main = homes.resolve("1/etc/asterisk.conf");
    Files.writeString(
        main, Files.readString(main).replace(";systemname = ara1", "systemname = here"));
    String[] options = {"rtsavesysname=yes", "qualify=yes", "regcontext=regs"};
    try (TestServer before = start("1", options)) {
      before.insertPhone("alice", "secret");
      try (SipPhone alice = phone("alice", "secret", before)) {
        assertThat(alice.register().accepted()).isTrue();
        assertThat(before.row("SELECT regserver FROM sippeers WHERE name = 'alice'"))
            .containsEntry("regserver", "here");
        await().until(() -> before.execute("sip show peer alice load").text().contains(" OK ("));
        before.sql("UPDATE sippeers SET lastms = 0");
        before.close();
        try (TestServer after = start("1", options)) {
          await().until(() -> after.execute("sip show peer alice load").text().contains(" OK ("));
          assertThat(after.execute("dialplan show alice@regs").text()).contains("Noop(alice)");
        }
      }
    }
  }
}
