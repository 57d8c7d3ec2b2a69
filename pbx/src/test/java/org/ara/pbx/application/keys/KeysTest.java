package org.ara.pbx.application.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ara.pbx.HangupCause;
import org.ara.pbx.testing.TestExchange;
import org.ara.pbx.testing.TestLeg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a caller dials while the dialplan listens. */
class KeysTest {

  @TempDir Path directory;

  private TestExchange exchange(String... lines) throws IOException {
    Path sounds = Files.createDirectories(directory.resolve("sounds"));
    Files.write(sounds.resolve("long.ulaw"), new byte[8000 * 60]);
    Files.write(sounds.resolve("short.ulaw"), new byte[160]);
    return TestExchange.with(directory, "[phones]\n" + String.join("\n", lines) + "\n");
  }

  @Test
  void aKeyEndsTheSoundAndBeginsAnExtension() throws IOException {
    TestExchange exchange =
        exchange(
            "exten => 600,1,BackGround(short&long)",
            "same => n,NoOp(not reached)",
            "exten => 12,1,NoOp(twelve)");
    TestLeg caller = exchange.call("600").untilUp();
    caller.presses('1');
    caller.presses('2');
    exchange.untilGone(caller);
    assertThat(exchange.steps(caller.channel()))
        .containsExactly("BackGround(short&long)", "NoOp(twelve)");
  }

  @Test
  void withOptionMOnlyAKeyThatMeansSomethingEndsTheSound() throws IOException {
    TestExchange exchange = exchange("exten => 600,1,BackGround(long,m)", "exten => 2,1,NoOp(two)");
    TestLeg caller = exchange.call("600").untilUp();
    caller.presses('9');
    caller.presses('2');
    exchange.untilGone(caller);
    assertThat(exchange.steps(caller.channel())).endsWith("NoOp(two)");
  }

  @Test
  void aSoundThatIsMissingIsSaid() throws IOException {
    TestExchange exchange =
        exchange("exten => 600,1,BackGround(none&short)", "same => n,NoOp(${BACKGROUNDSTATUS})");
    assertThat(exchange.run("600")).endsWith("NoOp(FAILED)");
  }

  @Test
  void anExtensionIsWaitedForAndSilenceLeadsToT() throws IOException {
    TestExchange exchange =
        exchange(
            "exten => 600,1,Answer()",
            "same => n,WaitExten(60)",
            "exten => 5,1,Set(TIMEOUT(response)=0.05)",
            "same => n,WaitExten()",
            "exten => t,1,NoOp(silence ${TIMEOUT(response)} ${TIMEOUT(digit)})");
    TestLeg caller = exchange.call("600").untilUp();
    caller.presses('5');
    exchange.untilGone(caller);
    assertThat(exchange.steps(caller.channel())).endsWith("NoOp(silence 0.050 5.000)");
  }

  @Test
  void afterSilenceTheNextStepComesFirst() throws IOException {
    TestExchange exchange =
        exchange("exten => 600,1,WaitExten(0.05)", "same => n,NoOp(next)", "exten => t,1,NoOp(t)");
    assertThat(exchange.run("600")).endsWith("NoOp(next)");
  }

  @Test
  void keysAreReadUntilTheirEnd() throws IOException {
    TestExchange exchange =
        exchange("exten => 600,1,Read(PIN,long,10)", "same => n,NoOp(${PIN} ${READSTATUS})");
    TestLeg caller = exchange.call("600").untilUp();
    "123#".chars().forEach(key -> caller.presses((char) key));
    exchange.untilGone(caller);
    assertThat(exchange.steps(caller.channel())).endsWith("NoOp(123 OK)");
  }

  @Test
  void keysAreReadUntilThereAreEnough() throws IOException {
    TestExchange exchange =
        exchange("exten => 600,1,Read(PIN,,2)", "same => n,NoOp(${PIN} ${READSTATUS})");
    TestLeg caller = exchange.call("600").untilUp();
    "12".chars().forEach(key -> caller.presses((char) key));
    exchange.untilGone(caller);
    assertThat(exchange.steps(caller.channel())).endsWith("NoOp(12 OK)");
  }

  @Test
  void noKeysAtAllAreATimeoutAfterTheAttempts() throws IOException {
    TestExchange exchange =
        exchange(
            "exten => 600,1,Read(PIN,short,4,,2,0.05)", "same => n,NoOp(${PIN}.${READSTATUS})");
    assertThat(exchange.run("600")).endsWith("NoOp(.TIMEOUT)");
  }

  @Test
  void aCallerWhoHangsUpIsSeenByH() throws IOException {
    TestExchange exchange =
        exchange("exten => 600,1,Read(PIN)", "exten => h,1,NoOp(${READSTATUS})");
    TestLeg caller = exchange.call("600").untilUp();
    caller.hangsUp(HangupCause.NORMAL_CLEARING);
    exchange.untilGone(caller);
    assertThat(exchange.steps(caller.channel())).endsWith("NoOp(HANGUP)");
  }
}
