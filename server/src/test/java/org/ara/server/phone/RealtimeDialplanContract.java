package org.ara.server.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.ara.testkit.sip.OutgoingCall;
import org.ara.testkit.sip.PhoneAccount;
import org.ara.testkit.sip.SipPhone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What rows of {@code extensions} mean to somebody who calls, on any database: {@code
 * spec/dialplan.md}.
 */
abstract class RealtimeDialplanContract {

  private static final int BUSY = 486;
  private static final int REJECTED = 403;
  private static final int CONGESTED = 503;
  private static final int NOBODY = 404;

  @TempDir Path home;
  private TestServer server;
  private SipPhone alice;

  abstract TestServer server(Path home) throws Exception;

  @BeforeEach
  void start() throws Exception {
    server = server(home);
    server.insertPhone("alice", "secret");
    alice = SipPhone.open(PhoneAccount.of("alice", "secret", server.sip()));
    assertThat(alice.register().accepted()).isTrue();
  }

  @AfterEach
  void stop() {
    alice.close();
    server.close();
  }

  private int dial(String number) {
    return alice.call(number).awaitOutcome().status();
  }

  @Test
  void theMostSpecificPatternWinsWhateverTheOrderOfTheRows() throws Exception {
    server.insertStep("_2.", 1, "Hangup", "34");
    server.insertStep("_2XX", 1, "Hangup", "17");
    server.insertStep("_20X", 1, "Hangup", "21");
    server.insertStep("_20[5-7]", 1, "Hangup", "1");
    server.insertStep("209", 1, "Hangup", "34");

    assertThat(dial("206")).isEqualTo(NOBODY);
    assertThat(dial("201")).isEqualTo(REJECTED);
    assertThat(dial("234")).isEqualTo(BUSY);
    assertThat(dial("2345")).isEqualTo(CONGESTED);
    assertThat(dial("209")).isEqualTo(CONGESTED);
  }

  @Test
  void whatIsDialledIsDataAndNeverAPattern() throws Exception {
    server.insertStep("2%", 1, "Hangup", "17");
    server.insertStep("_2XX", 1, "Hangup", "21");
    server.insertStep("a'b", 1, "Hangup", "17");

    assertThat(dial("%25")).isEqualTo(NOBODY);
    assertThat(dial("2%25")).isEqualTo(BUSY);
    assertThat(dial("2__")).isEqualTo(NOBODY);
    assertThat(dial("a'b")).isEqualTo(BUSY);
    assertThat(dial("2%5c")).isEqualTo(NOBODY);
  }

  @Test
  void aRowThatMakesNoSenseIsSetAsideAndItsNeighboursWork() throws Exception {
    server.insertStep("_3[", 1, "Hangup", "34");
    server.insertStep("_3X", 0, "Hangup", "34");
    server.insertStep("_3X", 1, "Hangup", "17");
    assertThat(dial("31")).isEqualTo(BUSY);
  }

  @Test
  void prioritiesRunInTheirOrder() throws Exception {
    server.insertStep("400", 2, "Hangup", "${step}");
    server.insertStep("400", 10, "Hangup", "34");
    server.insertStep("400", 1, "Set", "step=17");
    assertThat(dial("400")).isEqualTo(BUSY);
  }

  @Test
  void theDialplanReadsAndWritesFamilies() throws Exception {
    server.insertPhone("bob", "secret");
    server.insertStep("500", 1, "Set", "REALTIME(sippeers,name,bob,callerid)=Bob; \"B\" <2>");
    server.insertStep("500", 2, "Set", "who=${REALTIME_FIELD(sippeers,name,bob,callerid)}");
    server.insertStep("500", 3, "Set", "REALTIME(sippeers,name,alice,callerid)=${who}");
    server.insertStep("500", 4, "Set", "REALTIME_STORE(sippeers,name,context)=carol,phones");
    server.insertStep("500", 5, "Set", "gone=${REALTIME_DESTROY(sippeers,name,bob)}");
    server.insertStep("500", 6, "Hangup", "17");

    assertThat(dial("500")).isEqualTo(BUSY);

    assertThat(callerId("alice")).isEqualTo("Bob; \"B\" <2>");
    assertThat(server.row("SELECT context FROM sippeers WHERE name = 'carol'"))
        .containsEntry("context", "phones");
    assertThat(server.row("SELECT name FROM sippeers WHERE name = 'bob'")).isEmpty();
  }

  @Test
  void aRowIsReadAsAHash() throws Exception {
    server.sql("UPDATE sippeers SET callerid = '17' WHERE name = 'alice'");
    server.insertStep("510", 1, "Set", "HASH(row)=${REALTIME_HASH(sippeers,name,alice)}");
    server.insertStep("510", 2, "GotoIf", "$[\"${HASH(row,name)}\" = \"alice\"]?3:4");
    server.insertStep("510", 3, "Hangup", "${HASH(row,callerid)}");
    server.insertStep("510", 4, "Hangup", "34");

    assertThat(dial("510")).isEqualTo(BUSY);
  }

  @Test
  void aLoopInRowsEnds() throws Exception {
    server.insertStep("520", 1, "Set", "I=0");
    server.insertStep("520", 2, "While", "$[${I} < 17]");
    server.insertStep("520", 3, "Set", "I=$[${I} + 1]");
    server.insertStep("520", 4, "EndWhile", "");
    server.insertStep("520", 5, "Hangup", "${I}");

    assertThat(dial("520")).isEqualTo(BUSY);
  }

  /** As a person reads it: {@code ;} is stored as {@code ^3B}. */
  private String callerId(String name) throws Exception {
    return String.valueOf(
            server.row("SELECT callerid FROM sippeers WHERE name = ?", name).get("callerid"))
        .replace("^3B", ";");
  }

  @Test
  void aNumberWhoseTableIsGoneIsUnavailableAndNotUnknown() throws Exception {
    server.sql("ALTER TABLE extensions RENAME TO elsewhere");
    assertThat(dial("600")).isEqualTo(503);
    server.sql("ALTER TABLE elsewhere RENAME TO extensions");
    assertThat(dial("600")).isEqualTo(NOBODY);
  }

  @Test
  void aServerThatStopsLetsEachCallsDialplanRunToItsEnd() throws Exception {
    server.insertStep("700", 1, "Answer", "");
    server.insertStep("700", 2, "Echo", "");
    server.insertStep("h", 1, "Set", "REALTIME(sippeers,name,alice,callerid)=ended");
    OutgoingCall call = alice.call("700");
    var conversation = call.awaitAnswer();

    server.server().close();

    conversation.awaitHangUp();
    assertThat(callerId("alice")).isEqualTo("ended");
  }
}
