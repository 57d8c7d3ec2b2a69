package org.ara.server.demo;

import static org.ara.server.demo.Disappointment.unless;

import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.ara.testkit.audio.Tone;
import org.ara.testkit.rtp.Heard;
import org.ara.testkit.sip.Conversation;
import org.ara.testkit.sip.IncomingCall;
import org.ara.testkit.sip.OutgoingCall;
import org.ara.testkit.sip.PhoneAccount;
import org.ara.testkit.sip.Registration;
import org.ara.testkit.sip.SipPhone;

/** The steps of the demo, each of which builds on those before. */
final class Story implements AutoCloseable {

  private static final Tone A = new Tone(440);
  private static final Tone E = new Tone(660);
  private static final Duration PATIENCE = Duration.ofSeconds(6);

  private final Screen screen;
  private final SecondConnection sql;
  private final SipPhone alice;
  private final SipPhone impostor;
  private final SipPhone bob;

  Story(Screen screen, SecondConnection sql, InetSocketAddress server) {
    this.screen = screen;
    this.sql = sql;
    this.alice = open("alice", "wonderland", server);
    this.impostor = open("alice", "guessed", server);
    this.bob = open("bob", "builder", server);
  }

  private static SipPhone open(String name, String password, InetSocketAddress server) {
    return SipPhone.open(PhoneAccount.of(name, password, server).patience(PATIENCE));
  }

  SipPhone bob() {
    return bob;
  }

  List<Step> steps() {
    return List.of(
        new Step("An unknown phone is refused", this::unknownPhone),
        new Step("Row inserted: the phone registers", this::rowInserted),
        new Step("A wrong password is refused", this::wrongPassword),
        new Step("Two rows: phone calls phone", this::call),
        new Step("Rows changed: calls go elsewhere", this::changedRow),
        new Step("A pattern row for 300 to 399", this::pattern),
        new Step("Row deleted: the phone is refused", this::rowDeleted));
  }

  private String unknownPhone() throws Exception {
    return refused("alice REGISTER", alice.register());
  }

  private String rowInserted() throws Exception {
    sql.run(
        """
        INSERT INTO sippeers (name, secret, context, allow)
        VALUES ('alice', 'wonderland', 'phones', 'ulaw,alaw')
        """);
    Registration registration = registered("alice REGISTER", alice.register());
    Map<String, String> row =
        sql.row(
            """
            SELECT ipaddr, port, regseconds, defaultuser, useragent, fullcontact
            FROM sippeers WHERE name = 'alice'
            """);
    unless("127.0.0.1".equals(row.get("ipaddr")), "ipaddr was not written back");
    String port = String.valueOf(alice.address().getPort());
    unless(port.equals(row.get("port")), "port was not written back: it is " + port);
    long expiry = Long.parseLong(row.getOrDefault("regseconds", "0"));
    unless(expiry > Instant.now().getEpochSecond(), "regseconds is not in the future");
    unless(row.getOrDefault("fullcontact", "").contains(port), "fullcontact was not written back");
    return registration + ", row updated";
  }

  private String wrongPassword() throws Exception {
    return refused("alice REGISTER, guessing", impostor.register());
  }

  private String call() throws Exception {
    sql.run(
        """
        INSERT INTO sippeers (name, secret, context, allow)
        VALUES ('bob', 'builder', 'phones', 'ulaw,alaw')
        """);
    registered("bob REGISTER", bob.register());
    sql.run(
        """
        INSERT INTO extensions (context, exten, priority, app, appdata)
        VALUES ('phones', '200', 1, 'Dial', 'SIP/bob,20'),
               ('phones', '200', 2, 'Hangup', '')
        """);
    return callBob("200");
  }

  /** Alice calls a number at which bob answers; both talk and listen, alice hangs up. */
  private String callBob(String number) throws Exception {
    OutgoingCall call = alice.call(number);
    IncomingCall incoming = bob.awaitCall().ring();
    call.awaitRinging();
    screen.seen("alice calls " + number, "bob rings: a call from " + incoming.callerNumber());
    Conversation atBob = incoming.answer().say(E);
    Conversation atAlice = call.awaitAnswer().say(A);
    Heard byAlice = atAlice.awaitTone(E);
    Heard byBob = atBob.awaitTone(A);
    screen.seen("alice hears", E + " from bob, " + books(byAlice));
    screen.seen("bob hears", A + " from alice, " + books(byBob));
    unless(atAlice.hangUp().status() == 200, "the BYE was not accepted");
    atBob.awaitHangUp();
    screen.seen("alice hangs up", "bob is told");
    return "both heard each other";
  }

  private static String books(Heard heard) {
    return heard.packets() + " packets, " + heard.lost() + " lost";
  }

  private String changedRow() throws Exception {
    sql.run(
        """
        UPDATE extensions SET app = 'Answer', appdata = ''
        WHERE exten = '200' AND priority = 1
        """);
    sql.run("UPDATE extensions SET app = 'Echo' WHERE exten = '200' AND priority = 2");
    Conversation talk = alice.call("200").awaitAnswer().say(A);
    Heard heard = talk.awaitTone(A);
    screen.seen("alice calls 200", "the server answers");
    screen.seen("alice hears", "herself, " + A + ", " + books(heard));
    talk.hangUp();
    unless(!bob.called(), "bob was called as well");
    return "her own echo, not bob";
  }

  private String pattern() throws Exception {
    sql.run(
        """
        INSERT INTO extensions (context, exten, priority, app, appdata)
        VALUES ('phones', '_3XX', 1, 'Dial', 'SIP/bob,20')
        """);
    return callBob("345");
  }

  private String rowDeleted() throws Exception {
    unless(sql.run("DELETE FROM sippeers WHERE name = 'alice'") == 1, "there was no row");
    String register = refused("alice REGISTER", alice.register());
    int status = alice.call("200").awaitOutcome().status();
    screen.seen("alice calls 200", String.valueOf(status));
    unless(status >= 400 && status < 500, "the call was not refused: " + status);
    return register + ", call too";
  }

  private Registration registered(String what, Registration registration) throws Disappointment {
    String digest =
        registration
            .challenge()
            .map(challenge -> ", " + challenge.algorithm() + " digest")
            .orElse("");
    screen.seen(what, registration + digest + ", for " + registration.expires() + " s");
    unless(registration.accepted(), "not registered: " + registration);
    return registration;
  }

  private String refused(String what, Registration registration) throws Disappointment {
    screen.seen(what, registration.toString());
    int status = registration.status();
    unless(status >= 400 && status < 500, "not refused: " + registration);
    return registration.toString();
  }

  /** What a phone was sent that it must not be sent. */
  List<String> violations() {
    return java.util.stream.Stream.of(alice, impostor, bob)
        .flatMap(phone -> phone.violations().stream())
        .toList();
  }

  @Override
  public void close() throws SQLException {
    alice.close();
    impostor.close();
    bob.close();
  }
}
