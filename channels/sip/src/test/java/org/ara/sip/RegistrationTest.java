package org.ara.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.ara.module.ModuleException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegistrationTest {

  private RunningDriver driver;
  private RawPhone phone;

  @BeforeEach
  void start() throws ModuleException {
    driver = new RunningDriver("", "[carol]\ntype=friend\nhost=dynamic\nsecret=c\n");
    phone = new RawPhone(driver.port(), "bob");
  }

  @AfterEach
  void stop() {
    phone.close();
    driver.close();
  }

  private void insertBob() {
    driver.table.insert(
        "name",
        "bob",
        "secret",
        "s3cret",
        "host",
        "dynamic",
        "ipaddr",
        "",
        "port",
        "0",
        "regseconds",
        "0",
        "fullcontact",
        "",
        "defaultuser",
        "",
        "useragent",
        "");
  }

  private String register(String password, String extra) {
    return phone.authenticated("REGISTER", "127.0.0.1", password, extra, "");
  }

  @Test
  void aPeerInsertedWhileTheServerRunsCanRegister() {
    assertThat(register("s3cret", phone.contact())).startsWith("SIP/2.0 403 Forbidden");
    insertBob();
    long before = Instant.now().getEpochSecond();

    String answer = register("s3cret", phone.contact() + "User-Agent: T1\r\nExpires: 600\r\n");

    assertThat(answer).startsWith("SIP/2.0 200 OK").contains("Expires: 600\r\n", "Date: ");
    String contact = "sip:bob@127.0.0.1:" + phone.port() + ";ob";
    assertThat(RawPhone.headers(answer, "Contact"))
        .containsExactly("<" + contact + ">;expires=600");
    assertThat(driver.table.row("bob"))
        .containsEntry("ipaddr", "127.0.0.1")
        .containsEntry("port", Integer.toString(phone.port()))
        .containsEntry("defaultuser", "bob")
        .containsEntry("useragent", "T1")
        .containsEntry("lastms", "0")
        .containsEntry("fullcontact", contact.replace(";", "^3B"))
        .doesNotContainKey("regserver");
    assertThat(Long.parseLong(driver.table.row("bob").get("regseconds")))
        .isBetween(before + 600, before + 660);
  }

  @Test
  void anUnknownPeerIsAnsweredLikeAWrongPassword() {
    insertBob();
    phone.send(phone.request("REGISTER", "127.0.0.1", phone.contact(), ""));
    String known = phone.answer();
    String wrong = register("guess", phone.contact());
    try (RawPhone nobody = new RawPhone(driver.port(), "nobody")) {
      nobody.send(nobody.request("REGISTER", "127.0.0.1", nobody.contact(), ""));
      String unknown = nobody.answer();
      assertThat(RawPhone.headers(unknown, "WWW-Authenticate"))
          .hasSameSizeAs(RawPhone.headers(known, "WWW-Authenticate"))
          .hasSize(2);
      String refused = nobody.authenticated("REGISTER", "127.0.0.1", "guess", nobody.contact(), "");
      assertThat(refused.lines().findFirst()).isEqualTo(wrong.lines().findFirst());
    }
    assertThat(wrong).startsWith("SIP/2.0 403 Forbidden");
  }

  @Test
  void whileTheDatabaseIsAwayTheAnswerIs503() {
    insertBob();
    driver.table.goAway(true);
    phone.send(phone.request("REGISTER", "127.0.0.1", phone.contact(), ""));
    assertThat(phone.answer()).startsWith("SIP/2.0 503").contains("Retry-After: 5\r\n");

    driver.table.goAway(false);
    driver.table.refuseWrites(true);
    assertThat(register("s3cret", phone.contact())).startsWith("SIP/2.0 503");

    driver.table.refuseWrites(false);
    assertThat(register("s3cret", phone.contact())).startsWith("SIP/2.0 200");
  }

  @Test
  void theTimeAskedForIsClampedSilently() {
    insertBob();
    assertThat(register("s3cret", phone.contact() + "Expires: 5\r\n")).contains("Expires: 60\r\n");
    assertThat(register("s3cret", phone.contact() + "Expires: 4294967296\r\n"))
        .contains("Expires: 3600\r\n");
    assertThat(register("s3cret", phone.contact())).contains("Expires: 120\r\n");
  }

  @Test
  void aRegistrationCanBeAskedForAndRemoved() {
    insertBob();
    register("s3cret", phone.contact() + "Expires: 600\r\n");
    assertThat(RawPhone.headers(register("s3cret", ""), "Contact")).hasSize(1);

    String other = "Contact: <sip:bob@192.0.2.1>;expires=0\r\n";
    assertThat(register("s3cret", other)).startsWith("SIP/2.0 200");
    assertThat(driver.table.row("bob").get("ipaddr")).isEqualTo("127.0.0.1");

    String answer = register("s3cret", phone.contact() + "Expires: 0\r\n");
    assertThat(answer).startsWith("SIP/2.0 200").contains("Expires: 0\r\n");
    assertThat(RawPhone.headers(answer, "Contact")).isEmpty();
    assertThat(driver.table.row("bob"))
        .containsEntry("fullcontact", "")
        .containsEntry("ipaddr", "")
        .containsEntry("port", "0")
        .containsEntry("regseconds", "0");
  }

  @Test
  void aStarNeedsAnExpiresOfZero() {
    insertBob();
    register("s3cret", phone.contact());
    assertThat(register("s3cret", "Contact: *\r\n")).startsWith("SIP/2.0 400");
    assertThat(register("s3cret", "Contact: *\r\nExpires: 0\r\n")).startsWith("SIP/2.0 200");
    assertThat(driver.table.row("bob").get("regseconds")).isEqualTo("0");
  }

  @Test
  void aRowWithABadValueIsSetAsideAndItsNeighboursWork() {
    insertBob();
    driver.table.insert("name", "eve", "secret", "s3cret", "host", "dynamic", "port", "abc");
    try (RawPhone eve = new RawPhone(driver.port(), "eve")) {
      assertThat(eve.authenticated("REGISTER", "127.0.0.1", "s3cret", eve.contact(), ""))
          .startsWith("SIP/2.0 403");
    }
    assertThat(register("s3cret", phone.contact())).startsWith("SIP/2.0 200");
  }

  @Test
  void theListsOfARowDecideWhoMayRegisterAndFromWhere() {
    insertBob();
    driver.table.set("bob", "permit", "192.0.2.0/24");
    driver.table.set("bob", "deny", "0.0.0.0/0");
    assertThat(register("s3cret", phone.contact())).startsWith("SIP/2.0 403");

    driver.table.set("bob", "permit", "192.0.2.0/24;127.0.0.0/255.0.0.0");
    assertThat(register("s3cret", phone.contact())).startsWith("SIP/2.0 200");

    driver.table.set("bob", "contactdeny", "127.0.0.1");
    assertThat(register("s3cret", phone.contact())).startsWith("SIP/2.0 603 Denied");
  }

  @Test
  void aPeerOfTheFileRegistersToo() {
    try (RawPhone carol = new RawPhone(driver.port(), "carol")) {
      assertThat(carol.authenticated("REGISTER", "127.0.0.1", "c", carol.contact(), ""))
          .startsWith("SIP/2.0 200");
      assertThat(driver.console("sip show peers"))
          .isEqualTo(
              "Name/username             Host                                    Dyn Forcerport"
                  + " Comedia    ACL Port     Status      Description                      Realtime\n"
                  + "carol/carol               127.0.0.1                                D  Auto (No)"
                  + "  No             "
                  + String.format("%-8d", carol.port())
                  + " Unmonitored                                  \n"
                  + "1 sip peers [Monitored: 0 online, 0 offline Unmonitored: 1 online, 0 offline]\n");
    }
  }

  @Test
  void aReloadKeepsRegistrationsAndTakesNewPeersIn() throws ModuleException {
    try (RawPhone carol = new RawPhone(driver.port(), "carol")) {
      carol.authenticated("REGISTER", "127.0.0.1", "c", carol.contact(), "");
      driver.write(
          "nosuch=1",
          "[carol]\nhost=dynamic\nsecret=c\n[dan]\nhost=192.0.2.9\ntype=peer\nport=99999\n");
      driver.reload();
    }
    assertThat(driver.console("sip show peers")).contains("carol/carol               127.0.0.1");
    assertThat(driver.problems)
        .extracting(Object::toString)
        .anyMatch(p -> p.startsWith("sip.conf:4: [general] nosuch: unknown option"))
        .anyMatch(p -> p.contains("port: '99999' is not a port (0-65535); [dan] set aside"));
  }
}
