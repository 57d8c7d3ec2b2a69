package org.ara.server.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ara.server.AraServer;
import org.ara.server.first.FirstStart;
import org.ara.testkit.sip.PhoneAccount;
import org.ara.testkit.sip.SipPhone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong around a server is said in one message, and the rest goes on. */
class TroubleTest {

  @TempDir Path home;

  @Test
  void aTakenPortIsNamed() throws Exception {
    try (DatagramSocket other = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0))) {
      Path etc = Files.createDirectories(home.resolve("etc"));
      String option = "udpbindaddr = 127.0.0.1:" + other.getLocalPort();
      Files.writeString(etc.resolve("sip.conf"), "[general]\n" + option + "\n");
      FirstStart.layOut(home);
      try (AraServer server = AraServer.start(etc.resolve("asterisk.conf"))) {
        assertThat(server.failures())
            .singleElement()
            .satisfies(
                failure -> {
                  assertThat(failure.module()).startsWith("chan_sip");
                  assertThat(failure.reason()).contains(String.valueOf(other.getLocalPort()));
                });
        assertThat(server.execute("core show uptime").succeeded()).isTrue();
      }
    }
  }

  @Test
  void anUnknownOptionIsNoFailure() throws Exception {
    try (TestServer server = TestServer.onSqlite(home, "nosuchoption = 1", "qualify = perhaps");
        SipPhone alice = SipPhone.open(PhoneAccount.of("alice", "secret", server.sip()))) {
      server.insertPhone("alice", "secret");
      assertThat(server.server().failures()).isEmpty();
      assertThat(alice.register().accepted()).isTrue();
    }
  }

  @Test
  void aDriverThatIsNotLoadedIsAnOutageNotAnUnknownPhone() throws Exception {
    Path etc = Files.createDirectories(home.resolve("etc"));
    Files.writeString(
        etc.resolve("modules.conf"), "[modules]\nautoload=yes\nnoload => res_config_sqlite3\n");
    try (TestServer server = TestServer.onSqlite(home);
        SipPhone alice = SipPhone.open(PhoneAccount.of("alice", "secret", server.sip()))) {
      assertThat(alice.register().status()).isEqualTo(503);
      assertThat(server.execute("realtime load sippeers name alice").text())
          .contains("extconfig.conf:", "'sqlite3', which is not loaded");
    }
  }
}
