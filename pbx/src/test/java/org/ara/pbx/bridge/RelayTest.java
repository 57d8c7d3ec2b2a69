package org.ara.pbx.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.ara.pbx.HangupCause;
import org.ara.pbx.media.Codec;
import org.ara.pbx.media.Frame;
import org.ara.pbx.media.Transcoder;
import org.ara.pbx.testing.TestExchange;
import org.ara.pbx.testing.TestLeg;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelayTest {

  @TempDir Path directory;
  private TestExchange exchange;

  @BeforeEach
  void load() {
    exchange = TestExchange.with(directory, "[phones]\nexten => _X.,1,Dial(Test/${EXTEN})\n");
    exchange.phones().phone("200", Codec.ULAW, TestLeg::picksUp);
    exchange.phones().phone("201", Codec.ALAW, TestLeg::picksUp);
  }

  @AfterEach
  void hangUp() {
    exchange.pbx().channels().forEach(c -> c.hangUp(HangupCause.NORMAL_CLEARING));
  }

  @Test
  void framesOfOneEncodingAreHandedOverUntouchedAndTheFirstIsMarked() {
    TestLeg caller = exchange.call("200").untilListenedTo();
    TestLeg callee = exchange.phones().leg("200").untilListenedTo();
    Frame.Audio first = caller.audio(1);
    Frame.Audio second = caller.audio(2);
    caller.says(first);
    caller.says(second);
    callee.says(callee.audio(3));
    assertThat(callee.heard()).hasSize(2);
    assertThat(((Frame.Audio) callee.heard().getFirst()).payload()).isSameAs(first.payload());
    assertThat(((Frame.Audio) callee.heard().getFirst()).marker()).isTrue();
    assertThat(callee.heard().getLast()).isSameAs(second);
    assertThat(caller.heard()).hasSize(1);
  }

  @Test
  void differentEncodingsAreTranscodedBothWays() {
    TestLeg caller = exchange.call("201").untilListenedTo();
    TestLeg callee = exchange.phones().leg("201").untilListenedTo();
    caller.says(caller.audio(0x80));
    callee.says(callee.audio(0xD5));
    Frame.Audio toCallee = (Frame.Audio) callee.heard().getFirst();
    Frame.Audio toCaller = (Frame.Audio) caller.heard().getFirst();
    assertThat(toCallee.codec()).isEqualTo(Codec.ALAW);
    assertThat(toCallee.payload())
        .isEqualTo(Transcoder.to(Codec.ALAW, caller.audio(0x80)).payload());
    assertThat(toCallee.payload()[0]).isEqualTo((byte) 0xAA);
    assertThat(toCaller.codec()).isEqualTo(Codec.ULAW);
  }

  @Test
  void telephoneEventsPassThrough() {
    TestLeg caller = exchange.call("201").untilListenedTo();
    TestLeg callee = exchange.phones().leg("201").untilListenedTo();
    Frame event = new Frame.TelephoneEvent(new byte[] {1, 10, 0, (byte) 160}, 99, true);
    caller.says(event);
    assertThat(callee.heard()).containsExactly(event);
  }

  @Test
  void nobodyListensAfterTheBridge() {
    TestLeg caller = exchange.call("200").untilListenedTo();
    TestLeg callee = exchange.phones().leg("200").untilListenedTo();
    callee.hangsUp(HangupCause.NORMAL_CLEARING);
    exchange.untilGone(caller);
    assertThat(caller.isListenedTo()).isFalse();
    assertThat(callee.isListenedTo()).isFalse();
  }
}
