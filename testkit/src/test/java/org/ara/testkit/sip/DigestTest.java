package org.ara.testkit.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestTest {

  /** RFC 7616 3.9.1. */
  @ParameterizedTest
  @CsvSource({
    "MD5, 8ca523f5e9506fed4657c9700eebdbec",
    "SHA-256, 753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"
  })
  void theExamplesOfTheRfcComeOut(String algorithm, String response) {
    Digest digest =
        new Digest(
            Map.of(
                "realm", "http-auth@example.org",
                "qop", "auth, auth-int",
                "algorithm", algorithm,
                "nonce", "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v",
                "opaque", "FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"));
    String cnonce = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";
    assertThat(digest.answer("Mufasa", "Circle of Life", "GET", "/dir/index.html", 1, cnonce))
        .contains("response=\"" + response + "\"")
        .contains("qop=auth, nc=00000001")
        .contains("opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"");
  }

  @Test
  void aChallengeWithoutQopIsAnsweredTheOldWay() {
    Digest digest =
        in("Digest algorithm=MD5, realm=\"asterisk\", nonce=\"4d9c1f0a\"", List.of("MD5"));
    assertThat(digest.answer("alice", "s3cret", "REGISTER", "sip:pbx.example.org", 1))
        .contains("response=\"35b6c69000f94a01a2e01514570a05f1\"")
        .doesNotContain("qop");
  }

  @Test
  void thePhonesPreferenceDecidesAmongSeveralChallenges() {
    Headers both =
        Headers.none()
            .with("WWW-Authenticate", "Digest realm=\"r\", nonce=\"1\", algorithm=MD5")
            .with("WWW-Authenticate", "Digest realm=\"r\", nonce=\"2\", algorithm=SHA-256");
    SipResponse response = new SipResponse(401, "Unauthorized", both, "");
    assertThat(Digest.in(response, List.of("SHA-256", "MD5")).orElseThrow().get("nonce"))
        .isEqualTo("2");
    assertThat(Digest.in(response, List.of("MD5")).orElseThrow().get("nonce")).isEqualTo("1");
    assertThat(Digest.in(response, List.of("SHA-512-256"))).isEmpty();
  }

  private static Digest in(String challenge, List<String> algorithms) {
    Headers headers = Headers.none().with("WWW-Authenticate", challenge);
    return Digest.in(new SipResponse(401, "Unauthorized", headers, ""), algorithms).orElseThrow();
  }
}
