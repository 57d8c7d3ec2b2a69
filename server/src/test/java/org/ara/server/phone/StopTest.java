package org.ara.server.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.ara.server.Answer;
import org.ara.testkit.sip.Conversation;
import org.ara.testkit.sip.OutgoingCall;
import org.ara.testkit.sip.SipPhone;
import org.ara.testkit.sip.SipResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Stopping a server that has calls: now, gracefully, when convenient, or not after all. */
class StopTest {

  @TempDir Path home;
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private TestServer server;
  private Phones phones;
  private SipPhone alice;
  private SipPhone bob;

  private void start(String asteriskConf) throws Exception {
    Files.createDirectories(home.resolve("etc"));
    Files.writeString(home.resolve("etc/asterisk.conf"), asteriskConf);
    server = TestServer.onSqlite(home);
    phones = new Phones(server);
    alice = phones.registered("alice");
    bob = phones.registered("bob");
    server.insertStep("200", 1, "Dial", "SIP/bob,20");
  }

  @BeforeEach
  void listen() {
    log.list = new CopyOnWriteArrayList<>();
    log.start();
    ((Logger) LoggerFactory.getLogger("org.ara")).addAppender(log);
  }

  @AfterEach
  void stop() {
    ((Logger) LoggerFactory.getLogger("org.ara")).detachAppender(log);
    server.close();
    phones.close();
    phones.assertNoViolations();
  }

  @Test
  void aServerThatStopsEndsItsCallsBeforeAnythingTheyUse() throws Exception {
    start("");
    server.insertStep("h", 1, "Set", "DB(left/alice)=yes");
    Conversation atAlice = call();
    Conversation atBob = answered;
    server.close();
    atAlice.awaitHangUp();
    atBob.awaitHangUp();
    assertThat(complaints()).isEmpty();
  }

  @Test
  void callsThatComeWhileTheServerStopsAreToldToTryAgain() throws Exception {
    start("");
    server.insertStep("300", 1, "Answer", "");
    server.insertStep("300", 2, "Echo", "");
    AtomicInteger accepted = new AtomicInteger();
    List<SipResponse> refused = new CopyOnWriteArrayList<>();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 6; i++) {
        SipPhone phone = phones.registered("caller" + i);
        callers.submit(
            () -> {
              SipResponse outcome = phone.call("300").awaitOutcome();
              while (outcome.status() == 200) {
                accepted.incrementAndGet();
                outcome = phone.call("300").awaitOutcome();
              }
              refused.add(outcome);
            });
      }
      await().until(() -> accepted.get() >= 20);
      server.close();
      phones.close();
    }
    assertThat(refused).extracting(SipResponse::status).doesNotContain(404, 403, 500);
    assertThat(complaints()).isEmpty();
  }

  @Test
  void gracefullyRefusesNewCallsTakesRegistrationsAndEndsWithTheLastCall() throws Exception {
    start("");
    Conversation atAlice = call();
    assertThat(server.execute("core stop gracefully"))
        .isEqualTo(new Answer("Waiting for inactivity to perform halt\n", true));

    SipResponse refused = bob.call("200").awaitOutcome();
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.headers().first("Retry-After")).hasValue("5");
    assertThat(bob.register().accepted()).isTrue();

    Thread waiting = stopping();
    assertThat(atAlice.hangUp().status()).isEqualTo(200);
    answered.awaitHangUp();
    waiting.join();
  }

  @Test
  void whenConvenientTakesNewCallsAndEndsWhenThereAreNone() throws Exception {
    start("");
    server.insertStep("300", 1, "Answer", "");
    server.insertStep("300", 2, "Echo", "");
    Conversation first = alice.call("300").awaitAnswer();
    assertThat(server.execute("core restart when convenient").text())
        .isEqualTo("Waiting for inactivity to perform restart\n");
    Conversation second = bob.call("300").awaitAnswer();
    Thread waiting = stopping();
    first.hangUp();
    second.hangUp();
    waiting.join();
    assertThat(server.server().isRestartWanted()).isTrue();
  }

  @Test
  void aShutdownThatWaitsCanBeCalledOffAndGivesWayToAMoreUrgentOneOnly() throws Exception {
    start("");
    Conversation atAlice = call();
    assertThat(server.execute("core abort shutdown").text())
        .startsWith("There is no shutdown that waits.\n");
    assertThat(server.execute("core stop gracefully").succeeded()).isTrue();
    assertThat(server.execute("core restart when convenient"))
        .isEqualTo(
            new Answer(
                """
                Ignoring asterisk shutdown request, already in progress.
                Command 'core restart when convenient' failed.
                """,
                false));
    assertThat(server.execute("core abort shutdown")).isEqualTo(new Answer("", true));

    atAlice.hangUp();
    answered.awaitHangUp();
    call().hangUp();
    answered.awaitHangUp();
  }

  @Test
  void withoutCallsItEndsAtOnce() throws Exception {
    start("");
    Thread waiting = stopping();
    assertThat(server.execute("core stop when convenient")).isEqualTo(new Answer("", true));
    waiting.join();
  }

  @Test
  void callsAboveMaxcallsAreRefusedUntilOneEnds() throws Exception {
    start("[options]\nmaxcalls = 1\n");
    Conversation atAlice = call();
    SipResponse refused = bob.call("200").awaitOutcome();
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.headers().first("Retry-After")).hasValue("5");
    assertThat(server.execute("core show calls").text())
        .startsWith("1 of 1 max active call (100.00% of capacity)\n");
    atAlice.hangUp();
    answered.awaitHangUp();
    await().until(() -> server.execute("core show channels count").text().startsWith("0 "));
    call().hangUp();
  }

  @Test
  void aCallThatWasLetInGoesOnByWayOfTheDialplanWhateverTheLimit() throws Exception {
    start("[options]\nmaxcalls = 1\n");
    server.insertStep("400", 1, "Dial", "Local/200@phones,20");
    OutgoingCall call = alice.call("400");
    Conversation atBob = bob.awaitCall().answer();
    call.awaitAnswer().hangUp();
    atBob.awaitHangUp();
  }

  private Conversation answered;

  private Conversation call() {
    OutgoingCall call = alice.call("200");
    answered = bob.awaitCall().answer();
    return call.awaitAnswer();
  }

  /** Closes the server when it is to end, as its program would. */
  private Thread stopping() {
    return Thread.ofVirtual()
        .start(
            () -> {
              try {
                server.server().awaitStop();
                server.close();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  private List<String> complaints() {
    return log.list.stream()
        .filter(event -> event.getLevel().isGreaterOrEqual(ch.qos.logback.classic.Level.WARN))
        .map(ILoggingEvent::getFormattedMessage)
        .filter(text -> !text.startsWith("New calls are refused"))
        .toList();
  }
}
