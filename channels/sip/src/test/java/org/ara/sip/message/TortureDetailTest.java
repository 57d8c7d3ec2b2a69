package org.ara.sip.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What RFC 4475 says about the content of its messages. */
class TortureDetailTest {
  private static final MessageParser PARSER = new MessageParser(ParseLimits.DEFAULTS);

  @ParameterizedTest
  @CsvSource({
    "wsinv,14",
    "intmeth,8",
    "esc01,9",
    "escnull,9",
    "esc02,10",
    "lwsdisp,7",
    "longreq,43",
    "dblreq,8",
    "semiuri,8",
    "transports,12",
    "mpart01,14",
    "unreason,8",
    "noreason,7"
  })
  void everyHeaderFieldIsSeen(String name, int lines) {
    assertThat(message(name).headers().size()).isEqualTo(lines);
  }

  @Test
  void strangeWhiteSpaceIsRead() {
    SipRequest request = request("wsinv");
    assertThat(request.cseq()).isEqualTo(new CSeq(9, Method.INVITE));
    assertThat(request.maxForwards()).hasValue(68);
    assertThat(request.headers().first("Subject")).isEmpty();
    assertThat(request.from().displayName()).isEqualTo("J Rosenberg \\\"");
    assertThat(request.from().tag()).isEqualTo("98asjd8");
    assertThat(request.to().tag()).isEqualTo("1918181833n");
    assertThat(request.headers().first("NewFangledHeader"))
        .isEqualTo("newfangled value continued newfangled value");
    assertThat(request.vias())
        .extracting(via -> via.transport() + " " + via.host() + " " + via.branch())
        .containsExactly(
            "UDP 192.0.2.2 390skdjuw",
            "TCP spindle.example.com z9hG4bK9ikj8",
            "UDP 192.168.255.111 z9hG4bK30239");
    NameAddress contact = request.contacts().getFirst();
    assertThat(contact.displayName()).isEqualTo("Quoted string \"\"");
    assertThat(contact.parameters())
        .isEqualTo(
            new Parameters(
                java.util.List.of(
                    new Parameters.Parameter("newparam", "newvalue"),
                    new Parameters.Parameter("secondparam", null),
                    new Parameters.Parameter("q", "0.33"))));
    assertThat(request.body()).hasSize(150);
  }

  @Test
  void quotedControlsAndUtf8AreKept() {
    SipRequest request = request("intmeth");
    assertThat(request.to().displayName()).isEqualTo("BEL:\u0007 NUL:\u0000 DEL:\u007f");
    assertThat(request.from().displayName()).isEqualTo("token1~` token2'+_ token3*%!.-");
    assertThat(request.from().parameters().get("fromParam''~+*_!.-%")).isEqualTo("работающий");
    assertThat(request.headers().first("extensionHeader-!.%*+_`'~")).isEqualTo("\uFEFF大停電");
    assertThat(((SipUri) request.uri()).user())
        .isEqualTo("1_unusual.URI~(to-be!sure)&isn't+it$/crazy?,/;;*");
  }

  @Test
  void escapesAreDecodedOnce() {
    SipRequest request = request("esc01");
    assertThat(((SipUri) request.uri()).user()).isEqualTo("sips:user@example.com");
    SipUri contact = (SipUri) request.contacts().getFirst().uri();
    assertThat(contact.parameters().contains("lr")).isTrue();
    assertThat(contact.parameters().get("name")).isEqualTo("value%41");
  }

  @Test
  void aUserPartIsNeverCutAtNul() {
    SipRequest request = request("escnull");
    assertThat(((SipUri) request.to().uri()).user()).isEqualTo("null-\0-null");
    assertThat(request.contacts())
        .extracting(c -> ((SipUri) c.uri()).user())
        .containsExactly("\0", "\0\0");
  }

  @Test
  void percentsOutsideUrisAreNoEscapes() {
    SipRequest request = request("esc02");
    assertThat(request.method().name()).isEqualTo("RE%47IST%45R");
    assertThat(request.to().displayName()).isEqualTo("%Z%45");
    assertThat(request.contacts()).hasSize(2);
  }

  @Test
  void veryLongNamesAndCompactFormsAreRead() {
    SipRequest request = request("longreq");
    assertThat(request.headers().all("Via")).hasSize(34);
    assertThat(Objects.requireNonNull(request.from().tag()))
        .startsWith("12982982982982")
        .endsWith("982424");
  }

  @Test
  void octetsAfterTheBodyAreIgnored() {
    SipRequest request = request("dblreq");
    assertThat(request.method()).isEqualTo(Method.REGISTER);
    assertThat(request.body()).isEmpty();
  }

  @Test
  void semicolonsAndFoldedListsAreRead() {
    SipRequest request = request("semiuri");
    assertThat(((SipUri) request.uri()).user()).isEqualTo("user;par=u@example.net");
    assertThat(request.headers().values("Accept")).hasSize(6);
  }

  @Test
  void anyTransportMayStandInVia() {
    assertThat(message("transports").vias())
        .extracting(Via::transport)
        .containsExactly("UDP", "SCTP", "TLS", "UNKNOWN", "TCP");
  }

  @Test
  void aBinaryBodyIsKept() {
    byte[] body = message("mpart01").body();
    assertThat(body).hasSize(553).contains(0);
  }

  @Test
  void reasonPhrasesMayBeUtf8OrEmpty() {
    assertThat(((SipResponse) message("unreason")).reason()).startsWith("= 2**3 * 5**2 но сто");
    assertThat(((SipResponse) message("noreason")).reason()).isEmpty();
    assertThat(((SipResponse) message("noreason")).status()).isEqualTo(100);
  }

  @Test
  void requiredExtensionsAreNamedInTheRefusal() {
    RequestValidator validator =
        new RequestValidator(
            new Capabilities(
                Set.of(Method.OPTIONS), Set.of(), Set.of(), Set.of("application/sdp")));
    SipResponse answer = validator.refusal(request("bext01")).orElseThrow();
    assertThat(answer.headers().values("Unsupported"))
        .containsExactly("nothingSupportsThis", "nothingSupportsThisEither");
  }

  @Test
  void parametersOutsideAngleBracketsBelongToContact() {
    NameAddress outside = request("cparam01").contacts().getFirst();
    assertThat(outside.parameters().contains("unknownparam")).isTrue();
    assertThat(((SipUri) outside.uri()).parameters().isEmpty()).isTrue();
    NameAddress inside = request("cparam02").contacts().getFirst();
    assertThat(((SipUri) inside.uri()).parameters().contains("unknownparam")).isTrue();
  }

  @Test
  void escapedHeadersInAContactAreKept() {
    SipUri contact = (SipUri) request("regescrt").contacts().getFirst().uri();
    assertThat(contact.headers().get("Route")).isEqualTo("<sip:sip.example.com>");
    assertThat(contact).hasToString("sip:user@example.com?Route=%3Csip:sip.example.com%3E");
  }

  @Test
  void anRfc2543RequestIsRead() {
    SipRequest request = request("inv2543");
    assertThat(request.topVia().branch()).isNull();
    assertThat(request.from().tag()).isNull();
    assertThat(request.body()).hasSize(105);
  }

  @Test
  void aMalformedRequestIsAnsweredWithWhatCouldBeRead() {
    ParseResult result = PARSER.parse(Torture.named("badinv01").bytes());
    assertThat(result).isInstanceOf(ParseResult.Malformed.class);
    SipResponse answer = ((ParseResult.Malformed) result).answer();
    assertThat(answer.headers().first("Via")).isEqualTo("SIP/2.0/UDP 192.0.2.15");
    assertThat(answer.callId()).isEqualTo("badinv01.0ha0isndaksdjasdf3234nas");
    assertThat(answer.cseq()).isEqualTo(new CSeq(8, Method.INVITE));
    assertThat(answer.to().tag()).isNotNull();
  }

  private static SipMessage message(String name) {
    ParseResult result = PARSER.parse(Torture.named(name).bytes());
    assertThat(result).isInstanceOf(ParseResult.Parsed.class);
    return ((ParseResult.Parsed) result).message();
  }

  private static SipRequest request(String name) {
    return (SipRequest) message(name);
  }
}
