package org.ara.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.ara.pbx.CallerId;
import org.ara.pbx.Channel;
import org.ara.pbx.ChannelDriver.Requested;
import org.ara.pbx.DialRequest;
import org.ara.pbx.Presentation;
import org.ara.pbx.media.Codec;
import org.ara.sip.digest.DigestAlgorithm;
import org.junit.jupiter.api.Test;

class AccountTest extends CallFixture {

  private void set(String column, String value) {
    driver.table.set("bob", column, value);
  }

  private String register(String extra) {
    return phone.authenticated("REGISTER", "127.0.0.1", "s3cret", phone.contact() + extra, "");
  }

  private static String hash(String algorithm) throws Exception {
    byte[] text = "bob:asterisk:s3cret".getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(text));
  }

  /** The INVITE that a call to the phone begins with. */
  private String invited() {
    register();
    Channel channel = ready("bob/5551234");
    channel.leg().call();
    return phone.answer();
  }

  @Test
  void aNamedListDecidesWhoMayRegister() {
    set("acl", "home,nobody");
    assertThat(register("")).startsWith("SIP/2.0 403");
    set("acl", "home");
    assertThat(register("")).startsWith("SIP/2.0 200");
    set("acl", "home;nosuch");
    assertThat(register("")).as("a list that nobody has").startsWith("SIP/2.0 403");
    assertThat(driver.console("sip show peer bob load")).contains("ACL          : Yes");
  }

  @Test
  void aNamedListDecidesWhatMayBeRegisteredAndWhoMayCall() {
    set("contactacl", "nobody");
    assertThat(register("")).startsWith("SIP/2.0 603");
    set("contactacl", "home");
    assertThat(register("")).startsWith("SIP/2.0 200");
    set("acl", "nobody");
    assertThat(invite("600", sdp("0"))).startsWith("SIP/2.0 403");
  }

  @Test
  void hashesOfThePasswordDoInsteadOfIt() throws Exception {
    set("secret", "");
    set("md5secret", hash("MD5"));
    assertThat(register("")).startsWith("SIP/2.0 200");

    set("md5secret", "");
    set("sha256secret", hash("SHA-256"));
    driver.write("authalgorithms=sha256", "");
    driver.reload();
    phone.send(phone.request("REGISTER", "127.0.0.1", phone.contact(), ""));
    List<String> challenges = RawPhone.headers(phone.answer(), "WWW-Authenticate");
    assertThat(challenges).singleElement().asString().contains(DigestAlgorithm.SHA_256.token());
    assertThat(register("")).startsWith("SIP/2.0 200");
  }

  @Test
  void aPeerMayHaveLimitsOfItsOwnForTheTimeItRegisters() {
    set("minexpiry", "30");
    set("maxexpiry", "900");
    assertThat(register("Expires: 10\r\n")).contains("Expires: 30\r\n");
    assertThat(register("Expires: 9000\r\n")).contains("Expires: 900\r\n");
  }

  @Test
  void callsToAPeerLookAsItWants() {
    set("header", "X-Rack: 7");
    set("usereqphone", "yes");
    set("maxforwards", "20");
    set("sendrpid", "pai");

    assertThat(invited())
        .startsWith("INVITE sip:5551234@127.0.0.1:" + phone.port())
        .containsIgnoringCase("user=phone")
        .contains("X-Rack: 7\r\n", "Max-Forwards: 20\r\n")
        .containsPattern("P-Asserted-Identity: \"?Ann\"? <sip:100@127.0.0.1>\r\n");
  }

  @Test
  void theOlderHeaderShowsTheCallerToo() {
    set("sendrpid", "yes");
    assertThat(invited()).containsPattern("Remote-Party-ID: \"?Ann\"? <sip:100@127.0.0.1>;party=");
  }

  @Test
  void channelsKnowWhatTheirAccountSays() {
    set("accountcode", "sales");
    set("amaflags", "billing");
    set("musicclass", "jazz");
    set("language", "de");
    invite("600", sdp("0"));

    Channel channel = driver.exchange.pbx().channels().iterator().next();
    assertThat(channel.facts().get("accountcode")).contains("sales");
    assertThat(channel.facts().get("amaflags")).contains("BILLING");
    assertThat(channel.facts().get("musicclass")).contains("jazz");
    assertThat(channel.language()).isEqualTo("de");
  }

  @Test
  void onlyATrustedPeerSaysWhoCallsThroughIt() {
    String identity = "P-Asserted-Identity: \"Eve\" <sip:4711@example.org>\r\n";
    String target = "600@127.0.0.1";
    set("callerid", "Bob <200>");
    phone.authenticated("INVITE", target, "s3cret", phone.contact() + identity, sdp("0"));
    assertThat(newest().callerId()).isEqualTo(new CallerId("Bob", "200"));

    set("trustrpid", "yes");
    try (RawPhone other = new RawPhone(driver.port(), "bob")) {
      other.authenticated("INVITE", target, "s3cret", other.contact() + identity, sdp("0"));
      assertThat(newest().callerId()).isEqualTo(new CallerId("Eve", "4711"));
    }
  }

  private Channel newest() {
    return List.copyOf(driver.exchange.pbx().channels()).getLast();
  }

  @Test
  void aPeerMayKeepItsNumberToItselfAndBearAMark() {
    set("callerid", "Bob <200>");
    set("callingpres", "prohib_passed_screen");
    set("cid_tag", "vip");
    invite("600", sdp("0"));
    assertThat(newest().callerId())
        .isEqualTo(new CallerId("Bob", "200", Presentation.PROHIB_PASSED_SCREEN, "vip"));
  }

  @Test
  void aCallerWhoWantsPrivacyIsKnownAsSuch() {
    String target = "600@127.0.0.1";
    phone.authenticated("INVITE", target, "s3cret", phone.contact() + "Privacy: id\r\n", sdp("0"));
    assertThat(newest().callerId().presentation()).isEqualTo(Presentation.PROHIB_NOT_SCREENED);

    set("trustrpid", "yes");
    String identity = "Remote-Party-ID: <sip:4711@example.org>;privacy=full;screen=yes\r\n";
    try (RawPhone other = new RawPhone(driver.port(), "bob")) {
      other.authenticated("INVITE", target, "s3cret", other.contact() + identity, sdp("0"));
      assertThat(newest().callerId())
          .isEqualTo(new CallerId("", "4711", Presentation.PROHIB_PASSED_SCREEN, ""));
    }
  }

  private String invitedBy(CallerId caller) {
    Requested requested =
        driver
            .exchange
            .pbx()
            .driver("SIP")
            .orElseThrow()
            .request(new DialRequest("bob", null, caller, List.of(Codec.ULAW), Map.of()));
    assertThat(requested).isInstanceOf(Requested.Ready.class);
    ((Requested.Ready) requested).channel().leg().call();
    return phone.answer();
  }

  @Test
  void aHiddenCallerIsShownOnlyToWhomItMayBe() {
    CallerId hidden = new CallerId("Ann", "100").presented(Presentation.PROHIB);
    register("");
    assertThat(invitedBy(hidden))
        .contains("From: \"Anonymous\" <sip:anonymous@anonymous.invalid>")
        .doesNotContain("Ann\"", "sip:100@");
  }

  @Test
  void aTrustedFarEndLearnsWhoTheHiddenCallerIs() {
    CallerId hidden = new CallerId("Ann", "100").presented(Presentation.PROHIB);
    set("sendrpid", "pai");
    register("");
    assertThat(invitedBy(hidden))
        .contains("<sip:anonymous@anonymous.invalid>", "Privacy: id\r\n")
        .containsPattern("P-Asserted-Identity: \"?Ann\"? <sip:100@127.0.0.1>");
  }

  @Test
  void methodsThatAPeerDoesNotTakeAreNotSentOrAskedFor() {
    set("disallowed_methods", "prack, OPTIONS");
    set("qualify", "yes");
    String invite = invited();
    assertThat(invite).startsWith("INVITE").doesNotContain("100rel");
    assertThat(driver.console("sip qualify peer bob load")).contains("has no qualify");
  }
}
