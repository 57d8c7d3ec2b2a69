package org.ara.server.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.ara.server.Answer;
import org.ara.testkit.audio.Tone;
import org.ara.testkit.sip.Conversation;
import org.ara.testkit.sip.IncomingCall;
import org.ara.testkit.sip.OutgoingCall;
import org.ara.testkit.sip.PhoneAccount;
import org.ara.testkit.sip.SipPhone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Phones that never pause, of the file and of the database, while everything is reloaded. */
class ReloadUnderLoadTest {

  private static final int RELOADS = 200;
  private static final Tone A = new Tone(440);
  private static final Tone E = new Tone(660);
  private static final String SIP =
      "[alice]\ntype=friend\nsecret=secret\nhost=dynamic\ncontext=phones\n";
  private static final String DIALPLAN = "[phones]\nexten => 200,1,Dial(SIP/bob,20)\n";

  @TempDir Path home;
  private final List<SipPhone> phones = new ArrayList<>();
  private TestServer server;

  @BeforeEach
  void start() throws Exception {
    server = TestServer.onSqlite(home, SIP);
    Files.writeString(home.resolve("etc/extensions.conf"), DIALPLAN);
    assertThat(server.execute("dialplan reload").succeeded()).isTrue();
    for (String name : List.of("bob", "carol", "dave")) {
      server.insertPhone(name, "secret");
    }
  }

  @AfterEach
  void stop() {
    phones.forEach(SipPhone::close);
    server.close();
  }

  @Test
  void noReloadDropsACallOrLosesARegistration() throws Exception {
    SipPhone alice = registered("alice");
    SipPhone bob = registered("bob");
    SipPhone carol = registered("carol");
    SipPhone dave = registered("dave");
    OutgoingCall calling = alice.call("200");
    Conversation atBob = bob.awaitCall().answer().say(E);
    Conversation atAlice = calling.awaitAnswer().say(A);
    AtomicBoolean done = new AtomicBoolean();
    AtomicInteger registrations = new AtomicInteger();
    AtomicInteger calls = new AtomicInteger();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> registering =
          threads.submit(
              () -> {
                while (!done.get()) {
                  assertThat(carol.register().accepted()).isTrue();
                  registrations.incrementAndGet();
                }
              });
      Future<?> shortCalls =
          threads.submit(
              () -> {
                while (!done.get()) {
                  OutgoingCall call = dave.call("200");
                  IncomingCall incoming = bob.awaitCall();
                  Conversation answered = incoming.answer();
                  assertThat(call.awaitAnswer().hangUp().status()).isEqualTo(200);
                  answered.awaitHangUp();
                  calls.incrementAndGet();
                }
              });
      for (int i = 0; i < RELOADS; i++) {
        change(i);
        assertThat(server.execute("reload")).isEqualTo(new Answer("", true));
        assertThat(registering.isDone() || shortCalls.isDone()).isFalse();
      }
      done.set(true);
      registering.get();
      shortCalls.get();
    }
    assertThat(atAlice.awaitTone(E).lost()).isZero();
    assertThat(atBob.awaitTone(A).lost()).isZero();
    assertThat(atAlice.hangUp().status()).isEqualTo(200);
    atBob.awaitHangUp();
    assertThat(registrations.get()).isPositive();
    assertThat(calls.get()).isPositive();
    assertThat(server.execute("sip show peer alice").text())
        .contains(":" + alice.address().getPort() + "\n");
    phones.forEach(phone -> assertThat(phone.violations()).isEmpty());
  }

  /** Every reload finds something else in every file it reads. */
  private void change(int round) throws Exception {
    Path etc = home.resolve("etc");
    String sip = Files.readString(etc.resolve("sip.conf"));
    int added = sip.indexOf("\n[extra");
    Files.writeString(
        etc.resolve("sip.conf"),
        (added < 0 ? sip : sip.substring(0, added))
            + "\n[extra"
            + round
            + "]\ntype=friend\nhost=dynamic\n");
    Files.writeString(
        etc.resolve("extensions.conf"), DIALPLAN + "exten => 9" + round + ",1,Busy()\n");
  }

  private SipPhone registered(String name) {
    SipPhone phone = SipPhone.open(PhoneAccount.of(name, "secret", server.sip()));
    phones.add(phone);
    assertThat(phone.register().accepted()).isTrue();
    return phone;
  }
}
