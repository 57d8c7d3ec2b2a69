package org.ara.sip.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigestVectorsTest {

  @Test
  void theOldFormGivesTheKnownResponse() {
    String ha1 = DigestAlgorithm.MD5.hash("alice", "asterisk", "s3cret");
    Authorization answer =
        Authorization.parse(
                "Digest username=\"alice\",realm=\"asterisk\",nonce=\"4d9c1f0a\","
                    + "uri=\"sip:pbx.example.org\",response=\"35b6c69000f94a01a2e01514570a05f1\"")
            .orElseThrow();

    assertThat(ha1).isEqualTo("6c996e5d23a7c77c54fe4796fec69980");
    assertThat(answer.expected(ha1, "REGISTER", "sip:other")).isEqualTo(answer.response());
  }

  @ParameterizedTest
  @CsvSource({
    "MD5, 8ca523f5e9506fed4657c9700eebdbec",
    "SHA-256, 753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"
  })
  void theExampleOfRfc7616GivesItsResponse(String algorithm, String response) {
    String header =
        """
        Digest username="Mufasa", realm="http-auth@example.org", uri="/dir/index.html",
          algorithm=%s, nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", nc=00000001,
          cnonce="f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ", qop=auth,
          response="%s", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"
        """
            .formatted(algorithm, response);
    Authorization answer = Authorization.parse(header).orElseThrow();
    Credential mufasa = new Credential.Password("Mufasa", "Circle of Life");
    String ha1 = mufasa.ha1(answer.algorithm(), answer.realm()).orElseThrow();

    assertThat(answer.expected(ha1, "GET", "/")).isEqualTo(response);
  }

  @Test
  void theClientTriesAPasswordOnceUnlessToldThatTheNonceWasStale() {
    DigestClient client =
        new DigestClient(new Credential.Password("alice", "s3cret"), new Random(3));
    String challenge = "Digest realm=\"a \\\"b\\\"\", nonce=\"n1\", opaque=\"o\"";

    assertThat(client.authorize("INVITE", "sip:x")).isEmpty();
    assertThat(client.challenged(List.of("Digest algorithm=SHA-512, realm=\"r\"", challenge)))
        .isTrue();
    assertThat(client.authorize("INVITE", "sip:x").orElseThrow())
        .contains("realm=\"a \\\"b\\\"\"", "opaque=\"o\"")
        .doesNotContain("qop");
    assertThat(client.challenged(List.of(challenge))).isFalse();
    assertThat(client.challenged(List.of(challenge.replace("n1", "n2") + ", stale=TRUE"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Digest",
        "Digest ",
        "Digest username=\"a",
        "Digest username=\"a\", username=\"b\", realm=r, nonce=n, response=x",
        "Digest username=a, realm=r, nonce=n",
        "Digest username=a, realm=r, nonce=n, response=x, algorithm=MD5-sess",
        "Digest username=a, realm=r, nonce=n, response=x, qop=auth-int, nc=00000001, cnonce=c",
        "Digest username=a, realm=r, nonce=n, response=x, qop=auth, nc=1, cnonce=c",
        "Digest username=a, realm=r, nonce=n, response=x, qop=auth, nc=0000000g, cnonce=c"
      })
  void brokenAnswersAreNoAnswers(String header) {
    assertThat(Authorization.parse(header)).isEmpty();
  }

  @Test
  void secretsAreNotPrinted() {
    assertThat(new Credential.Password("alice", "s3cret").toString()).doesNotContain("s3cret");
    assertThat(new Credential.Hashes("alice", "00ff", "11ee").toString()).doesNotContain("00ff");
  }
}
