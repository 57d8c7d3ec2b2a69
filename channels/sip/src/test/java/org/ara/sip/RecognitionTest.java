package org.ara.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.ara.module.ModuleException;
import org.ara.module.manager.ManagerBoard;
import org.ara.module.manager.ManagerEvent;
import org.ara.module.manager.Permissions;
import org.ara.sip.digest.Credential;
import org.ara.sip.digest.DigestClient;
import org.junit.jupiter.api.Test;

class RecognitionTest extends CallFixture {

  private void general(String lines) throws ModuleException {
    driver.write(lines, "[trunk]\ntype=peer\nhost=192.0.2.1\n");
    driver.reload();
  }

  private String registerWith(String secret) {
    return phone.authenticated("REGISTER", "127.0.0.1", secret, phone.contact(), "");
  }

  private String proof(String user, String method, String target, String challenge) {
    DigestClient client = new DigestClient(new Credential.Password(user, "s3cret"), new Random(1));
    client.challenged(RawPhone.headers(challenge, "WWW-Authenticate"));
    return "Authorization: " + client.authorize(method, "sip:" + target).orElseThrow() + "\r\n";
  }

  @Test
  void theNameInTheProofMayCountMoreThanThatInFrom() throws ModuleException {
    String target = "600@127.0.0.1";
    try (RawPhone boss = new RawPhone(driver.port(), "boss")) {
      boss.send(boss.request("INVITE", target, boss.contact(), sdp("0")));
      String challenge = boss.answer();
      boss.send(boss.ack(target, challenge));
      String proof = proof("bob", "INVITE", target, challenge);
      boss.send(boss.request("INVITE", target, boss.contact() + proof, sdp("0")));
      String refused = boss.answer();
      assertThat(refused).startsWith("SIP/2.0 403");
      boss.send(boss.ack(target, refused));

      general("match_auth_username=yes");
      boss.send(boss.request("INVITE", target, boss.contact(), sdp("0")));
      String again = boss.answer();
      boss.send(boss.ack(target, again));
      String other = proof("bob", "INVITE", target, again);
      boss.send(boss.request("INVITE", target, boss.contact() + other, sdp("0")));
      assertThat(boss.answer()).startsWith("SIP/2.0 200");
      assertThat(driver.exchange.pbx().channels().iterator().next().name()).startsWith("SIP/bob-");
    }
  }

  @Test
  void optionsFromWhoMustProveWhoTheyAreTellWhichNumbersExist() throws ModuleException {
    phone.send(phone.request("OPTIONS", "555@127.0.0.1", "", ""));
    assertThat(phone.answer()).as("nobody is asked, nothing is told").startsWith("SIP/2.0 200");

    general("auth_options_requests=yes");
    phone.send(phone.request("OPTIONS", "600@127.0.0.1", "", ""));
    assertThat(phone.answer()).startsWith("SIP/2.0 401");
    assertThat(options("600@127.0.0.1", "s3cret")).startsWith("SIP/2.0 200").contains("Allow: ");
    assertThat(options("555@127.0.0.1", "s3cret")).startsWith("SIP/2.0 404");
    assertThat(options("7@127.0.0.1", "s3cret")).startsWith("SIP/2.0 484");
    assertThat(options("127.0.0.1", "s3cret")).startsWith("SIP/2.0 200");
    assertThat(options("600@127.0.0.1", "guess")).startsWith("SIP/2.0 403");
  }

  private String options(String target, String secret) {
    return phone.authenticated("OPTIONS", target, secret, "", "");
  }

  @Test
  void nobodyRegistersInAnotherDomainOrCallsThereWhereThatIsNotWanted() throws ModuleException {
    general("domain=pbx.example\nallowexternaldomains=no");
    phone.send(phone.request("REGISTER", "127.0.0.1", phone.contact(), ""));
    assertThat(phone.answer()).startsWith("SIP/2.0 404 Not found (unknown domain)");
    phone.send(phone.request("INVITE", "600@127.0.0.1", phone.contact(), sdp("0")));
    assertThat(phone.answer()).startsWith("SIP/2.0 404");

    general("domain=PBX.example,sales\ndomain=127.0.0.1\nallowexternaldomains=no");
    assertThat(registerWith("s3cret")).startsWith("SIP/2.0 200");
    general("domain=pbx.example\nautodomain=yes");
    assertThat(registerWith("s3cret")).startsWith("SIP/2.0 200");
  }

  @Test
  void strangersStartWhereTheDomainThatTheyCallSays() throws ModuleException {
    general("domain=127.0.0.1,sales\nallowguest=yes");
    try (RawPhone stranger = new RawPhone(driver.port(), "stranger")) {
      stranger.send(stranger.request("INVITE", "600@127.0.0.1", stranger.contact(), sdp("0")));
      assertThat(stranger.answer()).startsWith("SIP/2.0 200");
      assertThat(driver.exchange.pbx().channels().iterator().next().location().orElseThrow())
          .hasFieldOrPropertyWithValue("context", "sales");
    }
  }

  @Test
  void aDomainMayBeTheRealm() throws ModuleException {
    general("domain=127.0.0.1\ndomainsasrealm=yes");
    phone.send(phone.request("REGISTER", "127.0.0.1", phone.contact(), ""));
    assertThat(RawPhone.headers(phone.answer(), "WWW-Authenticate"))
        .isNotEmpty()
        .allMatch(challenge -> challenge.contains("realm=\"127.0.0.1\""));
    assertThat(registerWith("s3cret")).startsWith("SIP/2.0 200");
    assertThat(registerWith("guess")).startsWith("SIP/2.0 403");
  }

  @Test
  void refusedRegistrationsAreToldWhereThatIsWanted() throws ModuleException {
    Queue<String> told = new ConcurrentLinkedQueue<>();
    driver.board.watch(
        new ManagerBoard.Watcher() {
          @Override
          public boolean wants(Permissions classes) {
            return true;
          }

          @Override
          public void happened(ManagerEvent event) {
            if (event.name().equals("PeerStatus")) {
              event.headers().forEach(h -> told.add(h.name() + ": " + h.value()));
            }
          }
        });
    assertThat(registerWith("guess")).startsWith("SIP/2.0 403");
    assertThat(told).isEmpty();

    general("authfailureevents=yes");
    assertThat(registerWith("guess")).startsWith("SIP/2.0 403");
    await().until(() -> told.contains("Cause: AUTH_SECRET_FAILED"));
    assertThat(told)
        .containsAll(
            List.of(
                "Peer: SIP/bob",
                "PeerStatus: Rejected",
                "Address: 127.0.0.1",
                "Port: " + phone.port()));
    for (String name : List.of("nobody", "trunk")) {
      try (RawPhone other = new RawPhone(driver.port(), name)) {
        assertThat(other.authenticated("REGISTER", "127.0.0.1", "x", other.contact(), ""))
            .startsWith("SIP/2.0 403");
      }
    }
    await().until(() -> told.contains("Cause: URI_NOT_FOUND"));
    await().until(() -> told.contains("Cause: AUTH_PEER_NOT_DYNAMIC"));
    phone.send(phone.request("REGISTER", "127.0.0.1", phone.contact(), ""));
    String proof = proof("eve", "REGISTER", "127.0.0.1", phone.answer());
    phone.send(phone.request("REGISTER", "127.0.0.1", phone.contact() + proof, ""));
    assertThat(phone.answer()).startsWith("SIP/2.0 403");
    await().until(() -> told.contains("Cause: AUTH_USERNAME_MISMATCH"));
  }
}
