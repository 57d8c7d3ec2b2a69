package org.ara.server.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.net.ssl.SSLException;
import org.ara.server.Answer;
import org.ara.testkit.server.FreePort;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manager interface over TLS. */
class TlsTest {

  @TempDir Path directory;
  private int tls;
  private TestCertificate first;

  @BeforeEach
  void certificate() throws Exception {
    tls = FreePort.find();
    first = TestCertificate.make(Files.createDirectories(directory.resolve("etc")), "first");
  }

  private ManagerHome start(String certificate, String key) throws Exception {
    return ManagerHome.start(directory, options(certificate, key));
  }

  private String[] options(String certificate, String key) {
    return new String[] {
      "tlsenable = yes",
      "tlsbindaddr = 127.0.0.1:" + tls,
      "tlscertfile = " + certificate,
      "tlsprivatekey = " + key
    };
  }

  @Test
  void aClientLogsInOverTlsAndOverTcp() throws Exception {
    try (ManagerHome home = start("first.pem", "first.key");
        RawManager secure = new RawManager(first.connect(tls));
        RawManager plain = home.login("boss", "s3cret")) {
      assertThat(secure.banner()).isEqualTo("Asterisk Call Manager/9.0.0");
      secure.login("boss", "s3cret");
      assertThat(secure.ask("Action: Ping")).containsEntry("Ping", "Pong");
      assertThat(plain.ask("Action: Ping")).containsEntry("Ping", "Pong");
      assertThat(home.server().execute("manager show settings").text())
          .containsPattern("TLS Enable: +Yes")
          .contains("127.0.0.1:" + tls);
    }
  }

  @Test
  void aReloadShowsTheNewCertificateAndSessionsGoOn() throws Exception {
    try (ManagerHome home = start("first.pem", "first.key");
        RawManager before = new RawManager(first.connect(tls))) {
      before.login("boss", "s3cret");
      TestCertificate second = TestCertificate.make(directory.resolve("etc"), "second");
      Files.copy(second.certificate(), first.certificate(), StandardCopyOption.REPLACE_EXISTING);
      Files.copy(second.key(), first.key(), StandardCopyOption.REPLACE_EXISTING);
      assertThat(home.server().execute("manager reload").succeeded()).isTrue();
      try (RawManager after = new RawManager(second.connect(tls))) {
        after.login("boss", "s3cret");
      }
      assertThatThrownBy(() -> first.connect(tls)).isInstanceOf(SSLException.class);
      assertThat(before.ask("Action: Ping")).containsEntry("Ping", "Pong");
    }
  }

  @Test
  void aCertificateThatCannotBeUsedIsOneMessageAndTcpGoesOn() throws Exception {
    TestCertificate other = TestCertificate.make(directory.resolve("etc"), "other");
    Files.writeString(directory.resolve("etc/noise.pem"), "noise");
    for (String[] bad :
        new String[][] {
          {"missing.pem", "first.key", "missing.pem cannot be read"},
          {"noise.pem", "first.key", "does not hold a certificate"},
          {"first.pem", "noise.pem", "does not hold a key"},
          {"first.pem", other.key().getFileName().toString(), "is not that of the certificate"}
        }) {
      Path own = Files.createTempDirectory(directory, "home");
      Files.createDirectories(own.resolve("etc"));
      for (String file : new String[] {"first.pem", "first.key", "other.key", "noise.pem"}) {
        Files.copy(directory.resolve("etc").resolve(file), own.resolve("etc").resolve(file));
      }
      try (HeardLog log = new HeardLog();
          ManagerHome home = ManagerHome.start(own, options(bad[0], bad[1]));
          RawManager plain = home.login("boss", "s3cret")) {
        assertThat(plain.ask("Action: Ping")).containsEntry("Ping", "Pong");
        assertThat(log.lines())
            .filteredOn(line -> line.startsWith("ERROR"))
            .singleElement()
            .asString()
            .contains("manager.conf: ", bad[2]);
      }
    }
  }

  @Test
  void aReloadWithABadCertificateIsRefusedAndTheOldOneStays() throws Exception {
    try (ManagerHome home = start("first.pem", "first.key")) {
      Files.writeString(first.key(), "noise");
      Answer answer = home.server().execute("manager reload");
      assertThat(answer.succeeded()).isFalse();
      assertThat(answer.text()).contains("first.key does not hold a key");
      try (RawManager client = new RawManager(first.connect(tls))) {
        client.login("boss", "s3cret");
      }
    }
  }

  @Test
  void whatIsNoTlsIsDisconnected() throws Exception {
    try (ManagerHome home = start("first.pem", "first.key");
        java.net.Socket socket = new java.net.Socket("127.0.0.1", tls)) {
      socket.getOutputStream().write("Action: Ping\r\n\r\n".getBytes());
      socket.setSoTimeout(20_000);
      assertThat(new String(socket.getInputStream().readAllBytes()))
          .doesNotContain("Asterisk Call Manager");
      assertThat(home.login("boss", "s3cret").ask("Action: Ping")).containsEntry("Ping", "Pong");
    }
  }
}
