package org.ara.sip.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** SIP URIs by RFC 3261 section 19.1; the comparisons are the examples of section 19.1.4. */
class SipUriTest {
  @ParameterizedTest
  @CsvSource({
    "sip:%61lice@atlanta.com;transport=TCP, sip:alice@AtLanTa.CoM;Transport=tcp",
    "sip:carol@chicago.com, sip:carol@chicago.com;newparam=5",
    "sip:carol@chicago.com;security=on, sip:carol@chicago.com;newparam=5",
    "sip:biloxi.com;transport=tcp;method=REGISTER?to=sip:bob%40biloxi.com,"
        + " sip:biloxi.com;method=REGISTER;transport=tcp?to=sip:bob%40biloxi.com",
    "sip:alice@atlanta.com?subject=project%20x&priority=urgent, sip:alice@atlanta.com?priority=urgent&subject=project%20x"
  })
  void theseAreTheSame(String a, String b) {
    assertThat(SipUri.parse(a).sameAs(SipUri.parse(b))).isTrue();
    assertThat(SipUri.parse(b).sameAs(SipUri.parse(a))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "SIP:ALICE@AtLanTa.CoM;Transport=udp, sip:alice@AtLanTa.CoM;Transport=UDP",
    "sip:bob@biloxi.com, sip:bob@biloxi.com:5060",
    "sip:bob@biloxi.com, sip:bob@biloxi.com;transport=udp",
    "sip:bob@biloxi.com, sip:bob@biloxi.com:6000;transport=tcp",
    "sip:carol@chicago.com, sip:carol@chicago.com?Subject=next%20meeting",
    "sip:bob@phone21.boxesbybob.com, sip:bob@192.0.2.4",
    "sip:carol@chicago.com;security=on, sip:carol@chicago.com;security=off",
    "sip:bob@biloxi.com, sips:bob@biloxi.com"
  })
  void theseAreDifferent(String a, String b) {
    assertThat(SipUri.parse(a).sameAs(SipUri.parse(b))).isFalse();
    assertThat(SipUri.parse(b).sameAs(SipUri.parse(a))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sip:",
        "sip:@host",
        "sip:bob@",
        "sip:bob@host:0",
        "sip:bob@host:65536",
        "sip:bob@2001:db8::1",
        "sip:bob@[::1",
        "sip:a%4@host",
        "sip:a%zz@host",
        "sip:a%FF@host",
        "sip:bob@host;",
        "sip:bob@host;;lr",
        "sip:bob@ho st",
        "sip:bob@host@other",
        "bob@host",
        "tel:+49123"
      })
  void theseAreNoSipUris(String text) {
    assertThatThrownBy(() -> SipUri.parse(text)).isInstanceOf(SipSyntaxException.class);
  }

  @Test
  void anIpv6HostIsBareInsideAndBracketedOutside() {
    SipUri uri = SipUri.parse("sip:bob@[2001:db8::1]:5070;lr");
    assertThat(uri.host()).isEqualTo("2001:db8::1");
    assertThat(uri.port()).isEqualTo(5070);
    assertThat(uri).hasToString("sip:bob@[2001:db8::1]:5070;lr");
  }

  @Test
  void aValueThatWouldBecomeAHeaderOfItsOwnIsRefused() {
    RequestBuilder builder = SipRequest.builder(Method.OPTIONS, SipUri.of("bob", "host", 0));
    assertThatThrownBy(() -> builder.header("Subject", "hello\r\nContact: <sip:evil@host>"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("line break");
  }
}
