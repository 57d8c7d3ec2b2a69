package org.ara.sip.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DigestServerTest {

  private static final String URI = "sip:pbx.example.org";
  private static final Credential ALICE = new Credential.Password("alice", "s3cret");

  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final DigestServer server = server(100);

  private DigestServer server(int capacity) {
    return new DigestServer(
        "asterisk",
        List.of(DigestAlgorithm.values()),
        new Nonces(() -> now, Duration.ofSeconds(60), capacity));
  }

  private String answer(Challenge challenge, Credential credential) {
    DigestClient client = new DigestClient(credential, new Random(7));
    assertThat(client.challenged(List.of(challenge.format()))).isTrue();
    return client.authorize("REGISTER", URI).orElseThrow();
  }

  private static String oldStyle(Challenge c, String user, String password) {
    String ha1 = c.algorithm().hash(user, c.realm(), password);
    String response = c.algorithm().hash(ha1, c.nonce(), c.algorithm().hash("REGISTER", URI));
    return new Authorization(
            user, c.realm(), c.nonce(), URI, response, c.algorithm(), null, null, null, null)
        .format();
  }

  private Verdict judge(String... headers) {
    return server.judge("REGISTER", URI, List.of(headers), ALICE);
  }

  @Test
  void aRequestWithoutCredentialsIsChallengedWithMd5FirstAndSha256Second() {
    assertThat(judge()).isEqualTo(new Verdict.Challenged(false));

    List<Challenge> challenges = server.challenges(false);

    assertThat(challenges)
        .extracting(Challenge::algorithm)
        .containsExactly(DigestAlgorithm.MD5, DigestAlgorithm.SHA_256);
    assertThat(challenges.getFirst().format())
        .startsWith("Digest algorithm=MD5, realm=\"asterisk\", nonce=\"")
        .endsWith("\", qop=\"auth\"");
  }

  @Test
  void theRightPasswordIsAcceptedWithEitherAlgorithm() {
    for (Challenge challenge : server.challenges(false)) {
      Challenge own = server.challenges(false).get(challenge.algorithm().ordinal());
      assertThat(judge(answer(own, ALICE))).isEqualTo(new Verdict.Accepted());
    }
  }

  @Test
  void challengesDoNotTellWhichHashesAreStoredNorWhetherThereIsAUser() {
    Credential md5 = new Credential.Hashes("alice", "6C996E5D23A7C77C54FE4796FEC69980", null);
    String bySha256 = answer(server.challenges(false).getLast(), ALICE);
    for (Credential stored : List.of(md5, server.nobody("alice"))) {
      assertThat(server.judge("REGISTER", URI, List.of(bySha256), stored))
          .isEqualTo(new Verdict.Rejected());
    }
    String byMd5 = answer(server.challenges(false).getFirst(), ALICE);
    assertThat(server.judge("REGISTER", URI, List.of(byMd5), md5))
        .isEqualTo(new Verdict.Accepted());
  }

  @Test
  void aSha256HashIsProvedBySha256() {
    String hash = DigestAlgorithm.SHA_256.hash("alice", "asterisk", "s3cret");
    Credential stored = new Credential.Hashes("alice", null, hash);
    String header = answer(server.challenges(false).getLast(), ALICE);

    assertThat(server.judge("REGISTER", URI, List.of(header), stored))
        .isEqualTo(new Verdict.Accepted());
  }

  @Test
  void anAlgorithmThatIsNotOfferedIsNotTaken() {
    DigestServer strict =
        new DigestServer(
            "asterisk",
            List.of(DigestAlgorithm.SHA_256),
            new Nonces(() -> now, Duration.ofSeconds(60), 100));
    assertThat(strict.challenges(false))
        .extracting(Challenge::algorithm)
        .containsExactly(DigestAlgorithm.SHA_256);
    Challenge fresh = strict.challenges(false).getFirst();
    Challenge md5 =
        new Challenge("asterisk", fresh.nonce(), DigestAlgorithm.MD5, true, null, false);
    assertThat(strict.judge("REGISTER", URI, List.of(answer(md5, ALICE)), ALICE))
        .isEqualTo(new Verdict.Rejected());
    String wrong = answer(strict.challenges(false).getFirst(), strict.nobody("alice"));
    assertThat(strict.judge("REGISTER", URI, List.of(wrong), ALICE))
        .isEqualTo(new Verdict.Rejected());
  }

  @Test
  void aClientProvesWhatItKnowsInTheRealmThatAsks() {
    Credential by =
        new Credential.ByRealm(Map.of("asterisk", ALICE), new Credential.Password("bob", "other"));

    assertThat(judge(answer(server.challenges(false).getFirst(), by)))
        .isEqualTo(new Verdict.Accepted());
  }

  @Test
  void aWrongPasswordAWrongUserAndAnUnknownUserAreRejectedAlike() {
    Challenge challenge = server.challenges(false).getFirst();
    String wrong = answer(challenge, new Credential.Password("alice", "guess"));
    String other = answer(challenge, new Credential.Password("Alice", "s3cret"));

    assertThat(judge(wrong)).isEqualTo(new Verdict.Rejected());
    assertThat(judge(other)).isEqualTo(new Verdict.Rejected());
    assertThat(server.judge("REGISTER", URI, List.of(wrong), server.nobody("alice")))
        .isEqualTo(new Verdict.Rejected());
    assertThat(server.challenges(false)).hasSize(2);
  }

  @Test
  void aReplayedCountIsStaleAndTheNextCountIsNot() {
    DigestClient client = new DigestClient(ALICE, new Random(1));
    client.challenged(List.of(server.challenges(false).getFirst().format()));
    String first = client.authorize("REGISTER", URI).orElseThrow();
    String second = client.authorize("REGISTER", URI).orElseThrow();

    assertThat(judge(second)).isEqualTo(new Verdict.Accepted());
    assertThat(judge(first)).as("overtaken, not replayed").isEqualTo(new Verdict.Accepted());
    assertThat(judge(first)).isEqualTo(new Verdict.Challenged(true));
    assertThat(judge(second)).isEqualTo(new Verdict.Challenged(true));
  }

  @Test
  void aClientWithoutQopIsAcceptedOncePerNonce() {
    String header = oldStyle(server.challenges(false).getFirst(), "alice", "s3cret");

    assertThat(judge(header)).isEqualTo(new Verdict.Accepted());
    assertThat(judge(header)).isEqualTo(new Verdict.Challenged(true));
  }

  @Test
  void anExpiredNonceIsStaleOnlyForWhoKnowsThePassword() {
    Challenge challenge = server.challenges(false).getFirst();
    String right = answer(challenge, ALICE);
    String wrong = answer(challenge, new Credential.Password("alice", "guess"));
    now = now.plusSeconds(61);

    assertThat(judge(right)).isEqualTo(new Verdict.Challenged(true));
    assertThat(judge(wrong)).isEqualTo(new Verdict.Challenged(false));
  }

  @Test
  void aForgedNonceIsNeverAccepted() {
    String nonce = server.challenges(false).getFirst().nonce();
    for (int i = 0; i < nonce.length(); i++) {
      char other = nonce.charAt(i) == '0' ? '1' : '0';
      String forged = nonce.substring(0, i) + other + nonce.substring(i + 1);
      Challenge challenge =
          new Challenge("asterisk", forged, DigestAlgorithm.MD5, true, null, false);
      assertThat(judge(answer(challenge, ALICE))).isEqualTo(new Verdict.Challenged(true));
    }
    Challenge text = new Challenge("asterisk", "4d9c1f0a", DigestAlgorithm.MD5, true, null, false);
    assertThat(judge(answer(text, ALICE))).isEqualTo(new Verdict.Challenged(true));
  }

  @Test
  void forgettingUsedNoncesNeverAllowsAReplay() {
    DigestServer small = server(4);
    List<String> answers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      now = now.plusMillis(1);
      answers.add(answer(small.challenges(false).getFirst(), ALICE));
      assertThat(small.judge("REGISTER", URI, List.of(answers.getLast()), ALICE))
          .isEqualTo(new Verdict.Accepted());
    }
    for (String replay : answers) {
      assertThat(small.judge("REGISTER", URI, List.of(replay), ALICE))
          .isEqualTo(new Verdict.Challenged(true));
    }
  }

  @Test
  void oneGoodHeaderAmongSeveralIsEnoughAndOtherRealmsAreIgnored() {
    Challenge foreign = new Challenge("elsewhere", "abc", DigestAlgorithm.MD5, false, null, false);
    String good = answer(server.challenges(false).getFirst(), ALICE);

    assertThat(judge(answer(foreign, ALICE))).isEqualTo(new Verdict.Challenged(false));
    assertThat(judge(answer(foreign, ALICE), "Basic Zm9v", "Digest ,,=", good))
        .isEqualTo(new Verdict.Accepted());
  }
}
