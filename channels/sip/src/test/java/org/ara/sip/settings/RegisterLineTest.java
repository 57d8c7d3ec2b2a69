package org.ara.sip.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.ara.sip.transport.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterLineTest {

  @Test
  void everyPartIsRead() {
    assertThat(
            RegisterLine.parse(
                "trunk?tls://1234@example.org:s3c/r?t~:auth@sip.example.net:5071/600~300"))
        .contains(
            new RegisterLine(
                "trunk",
                Optional.of(Protocol.TLS),
                "1234",
                "example.org",
                0,
                "s3c/r?t~",
                "auth",
                "sip.example.net",
                5071,
                "600",
                300));
  }

  @Test
  void aUserAtAHostIsEnough() {
    assertThat(RegisterLine.parse("1234@[2001:db8::1]"))
        .contains(
            new RegisterLine(
                "", Optional.empty(), "1234", "", 0, "", "", "[2001:db8::1]", 0, "", 0));
  }

  @Test
  void aDomainHasAPortWhereBothPasswordAndNameFollow() {
    assertThat(RegisterLine.parse("3456@mydomain:5082::@example.net"))
        .hasValueSatisfying(
            line -> {
              assertThat(line.domain()).isEqualTo("mydomain");
              assertThat(line.domainPort()).isEqualTo(5082);
              assertThat(line.secret()).isEmpty();
            });
    assertThat(RegisterLine.parse("3456@mydomain:5082@example.net"))
        .hasValueSatisfying(line -> assertThat(line.secret()).isEqualTo("5082"));
  }

  @Test
  void aPasswordMayHoldAnAtSignAndIsNotShown() {
    RegisterLine line = RegisterLine.parse("1234:p@ss@example.net").orElseThrow();
    assertThat(line.secret()).isEqualTo("p@ss");
    assertThat(line.toString()).isEqualTo("1234@example.net");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1234",
        "@example.net",
        "1234@",
        "ws://1@example.net",
        "gopher://1@example.net",
        "1@example.net:99999",
        "1@example.net~9999999",
        "1@host:port"
      })
  void anythingElseIsNone(String text) {
    assertThat(RegisterLine.parse(text)).isEmpty();
  }
}
