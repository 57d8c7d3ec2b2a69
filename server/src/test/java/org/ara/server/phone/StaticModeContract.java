package org.ara.server.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.ara.server.Answer;
import org.ara.server.AraServer;
import org.ara.server.first.FirstStart;
import org.ara.testkit.sip.PhoneAccount;
import org.ara.testkit.sip.SipPhone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose configuration files are rows of {@code ast_config}, on any database. */
abstract class StaticModeContract {

  @TempDir Path home;
  private Path etc;
  private int port;
  private int rows;
  private @Nullable AraServer server;

  /** Makes the database with an empty {@code ast_config} and writes the driver's file. */
  abstract void prepare(Path etc) throws Exception;

  /** The start of a mapping: {@code pgsql,general}. */
  abstract String database();

  abstract Connection connect() throws SQLException;

  @BeforeEach
  void layOut() throws Exception {
    etc = Files.createDirectories(home.resolve("etc"));
    port = TestServer.freePort();
    FirstStart.layOut(home);
    prepare(etc);
    Files.delete(etc.resolve("sip.conf"));
    Files.delete(etc.resolve("extensions.conf"));
    row("sip.conf", 9, 1, "general", "udpbindaddr", "127.0.0.1:" + port);
    row("sip.conf", 9, 2, "general", "context", "phones");
    row("sip.conf", 5, 1, "alice", "type", "friend");
    row("sip.conf", 5, 2, "alice", "secret", "s3;cret");
    row("sip.conf", 5, 3, "alice", "host", "dynamic");
    row("extensions.conf", 1, 1, "phones", "exten", "600,1,Answer()");
    row("extensions.conf", 1, 2, "phones", "exten", "600,2,Echo()");
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void everyFileOfAModuleMayComeFromOneTable() throws Exception {
    mapped("global => " + database() + ",ast_config");
    row("rtp.conf", 1, 1, "general", "rtpstart", "23000");
    row("rtp.conf", 1, 2, "general", "rtpend", "23999");
    row("modules.conf", 1, 1, "modules", "noload", "chan_sip");
    row("extconfig.conf", 1, 1, "settings", "sip.conf", "nosuch,x");
    row("logger.conf", 1, 1, "logfiles", "console", "nothing");
    AraServer running = start();

    try (SipPhone alice = phone()) {
      assertThat(alice.register().accepted()).isTrue();
      var call = alice.call("600").awaitAnswer();
      assertThat(call.remote().port()).isBetween(23_000, 23_999);
      call.hangUp();
    }
    assertThat(running.execute("module show like chan_sip").text()).contains("Running");
  }

  @Test
  void databasesComeFirstAlsoBeforeModulesThatAreNamedToPreload() throws Exception {
    Files.writeString(
        etc.resolve("modules.conf"),
        "[modules]\nautoload=yes\npreload => chan_sip.so\npreload => pbx_config.so\n");
    mapped("sip.conf => " + database() + ",ast_config");
    Files.writeString(etc.resolve("extensions.conf"), "[phones]\nexten => 600,1,Busy()\n");
    start();
    try (SipPhone alice = phone()) {
      assertThat(alice.register().accepted()).isTrue();
      assertThat(alice.call("600").awaitOutcome().status()).isEqualTo(486);
    }
  }

  @Test
  void filesAndRowsIncludeEachOtherAndShareTemplates() throws Exception {
    mapped(
        "sip.conf => " + database() + ",ast_config", "more.conf => " + database() + ",ast_config");
    row("sip.conf", 3, 1, "usual", "#include", "templates.conf");
    Files.writeString(
        etc.resolve("templates.conf"),
        """
        [phone](!)
        type=friend
        host=dynamic
        [carol](phone)
        secret=carol
        [alice](+)
        callerid=Alice <100>
        #include "more.conf"
        """);
    row("more.conf", 1, 1, "dave", "type", "friend");
    row("more.conf", 1, 2, "dave", "host", "dynamic");
    AraServer running = start();

    assertThat(running.execute("sip show peers").text()).contains("alice", "carol", "dave");
    assertThat(running.execute("sip show peer alice").text()).contains("Alice");
  }

  @Test
  void aReloadReadsTheRowsAgainAndNamesTheOneThatIsWrong() throws Exception {
    mapped("global => " + database() + ",ast_config");
    AraServer running = start();
    row("extensions.conf", 1, 3, "phones", "exten", "601,1,Busy()");
    sql("UPDATE ast_config SET commented = 1 WHERE var_val = '600,2,Echo()'");
    assertThat(running.execute("module reload --dry-run pbx_config").text())
        .contains("~ extension 600@phones: priority 2", "+ extension 601@phones");
    assertThat(running.execute("reload")).isEqualTo(new Answer("", true));
    try (SipPhone alice = phone()) {
      assertThat(alice.register().accepted()).isTrue();
      assertThat(alice.call("601").awaitOutcome().status()).isEqualTo(486);

      row("extensions.conf", 1, 0, "phones", "#include", "nosuch.conf");
      // With the mapping of all files there is no file that is not there; so name this one's own.
      mapped(
          "sip.conf => " + database() + ",ast_config",
          "extensions.conf => " + database() + ",ast_config");
      Answer refused = running.execute("reload");
      assertThat(refused.succeeded()).isFalse();
      assertThat(refused.text())
          .contains("'pbx_config' reported a reload failure", "ast_config:" + rows, "nosuch.conf");
      assertThat(alice.call("601").awaitOutcome().status()).isEqualTo(486);
    }
  }

  @Test
  void aTableThatCannotBeReadKeepsWhatIsInForce() throws Exception {
    mapped("global => " + database() + ",ast_config");
    AraServer running = start();
    sql("ALTER TABLE ast_config RENAME TO elsewhere");
    Answer answer = running.execute("reload");
    assertThat(answer.succeeded()).isFalse();
    assertThat(answer.text()).contains("chan_sip", "extensions.conf cannot be read", "ast_config");
    try (SipPhone alice = phone()) {
      assertThat(alice.register().accepted()).isTrue();
      assertThat(alice.call("600").awaitAnswer().hangUp().status()).isEqualTo(200);
    }
  }

  private AraServer start() throws Exception {
    AraServer started = AraServer.start(etc.resolve("asterisk.conf"));
    server = started;
    return started;
  }

  private SipPhone phone() {
    return SipPhone.open(
        PhoneAccount.of("alice", "s3;cret", new InetSocketAddress("127.0.0.1", port)));
  }

  private void mapped(String... lines) throws IOException {
    Files.writeString(
        etc.resolve("extconfig.conf"), "[settings]\n" + String.join("\n", lines) + "\n");
  }

  private void row(String file, int metric, int place, String... rest) throws SQLException {
    rows++;
    sql(
        "INSERT INTO ast_config (id, cat_metric, var_metric, commented, filename, category,"
            + " var_name, var_val) VALUES ("
            + rows
            + ", "
            + metric
            + ", "
            + place
            + ", 0, ?, ?, ?, ?)",
        file,
        rest[0],
        rest[1],
        rest[2]);
  }

  private void sql(String statement, String... values) throws SQLException {
    try (Connection connection = connect();
        PreparedStatement prepared = connection.prepareStatement(statement)) {
      for (int i = 0; i < values.length; i++) {
        prepared.setString(i + 1, values[i]);
      }
      prepared.execute();
    }
  }
}
