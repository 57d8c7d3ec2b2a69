package org.ara.manager.ami.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ara.module.manager.Header;
import org.junit.jupiter.api.Test;

class MessageFramerTest {

  private final List<Inbound> found = new ArrayList<>();
  private final MessageFramer framer = new MessageFramer();

  private void feed(String text) {
    framer.feed(text.getBytes(StandardCharsets.UTF_8), found::add);
  }

  @Test
  void aMessageEndsAtAnEmptyLineWithEitherLineEnd() {
    feed("Action: Ping\r\nActionID:  7\r\n\r\nAction: Logoff\n\n");
    assertThat(found)
        .containsExactly(
            new Inbound.Message(List.of(new Header("Action", "Ping"), new Header("ActionID", "7"))),
            new Inbound.Message(List.of(new Header("Action", "Logoff"))));
  }

  @Test
  void bytesMayComeOneByOne() {
    for (char c : "Action: Ping\r\n\r\n".toCharArray()) {
      feed(String.valueOf(c));
    }
    assertThat(found).hasSize(1);
  }

  @Test
  void aLineBeyondTheLimitSpoilsItsMessageOnly() {
    feed("Action: Ping\r\nX: " + "y".repeat(5000) + "\r\n\r\nAction: Ping\r\n\r\n");
    assertThat(found.getFirst())
        .isInstanceOfSatisfying(
            Inbound.Malformed.class, m -> assertThat(m.why()).contains("line too long"));
    assertThat(found.getLast()).isInstanceOf(Inbound.Message.class);
  }

  @Test
  void linesBeyondTheLimitSpoilTheirMessageOnly() {
    feed("X: y\r\n".repeat(MessageFramer.MAX_LINES + 1) + "\r\nAction: Ping\r\n\r\n");
    assertThat(found.getFirst())
        .isInstanceOfSatisfying(
            Inbound.Malformed.class, m -> assertThat(m.why()).contains("Too many lines"));
    assertThat(found.getLast()).isInstanceOf(Inbound.Message.class);
  }

  @Test
  void anyBytesInAnyPiecesGiveTheSameMessagesWithinTheLimits() {
    Random random = new Random(4711);
    for (int round = 0; round < 500; round++) {
      byte[] bytes = FramerProperties.someBytes(random);
      FramerProperties.check(bytes);
    }
  }

  @Test
  void aMessageThatNeverEndsKeepsNoMoreThanItsFirstLines() {
    for (int i = 0; i < 100_000; i++) {
      feed("X: y\r\n");
    }
    assertThat(found).isEmpty();
    feed("\r\nAction: Ping\r\n\r\n");
    assertThat(found.getFirst())
        .isInstanceOfSatisfying(
            Inbound.Malformed.class, m -> assertThat(m.headers()).hasSize(MessageFramer.MAX_LINES));
    assertThat(found.getLast()).isInstanceOf(Inbound.Message.class);
  }

  @Test
  void aLineThatNeverEndsKeepsNoMoreThanItsLimit() {
    for (int i = 0; i < 10_000; i++) {
      feed("yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy");
    }
    feed("\n\n");
    assertThat(found)
        .singleElement()
        .isInstanceOfSatisfying(Inbound.Malformed.class, m -> assertThat(m.headers()).isEmpty());
  }

  @Test
  void whatALineCannotHoldIsReplacedWhereItIsWritten() {
    Random random = new Random(42);
    for (int round = 0; round < 2000; round++) {
      String name = "N" + anyText(random);
      String value = anyText(random);
      String line = new Header(name, value).line();
      assertThat(line).doesNotContain("\r", "\n", "\0").hasSize(name.length() + value.length() + 2);
    }
  }

  @Test
  void aNameOrValueOfAClientWrittenAgainIsOneHeader() {
    feed("A\rB: x\rEvent: y\0z\n\n");
    String written = found.getFirst().headers().getFirst().line();
    found.clear();
    feed(written + "\r\n\r\n");
    assertThat(found)
        .containsExactly(new Inbound.Message(List.of(new Header("A B", "x Event: y z"))));
  }

  private static String anyText(Random random) {
    String likely = "ab:\r\n\0 \u00e9\u2028";
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(20); i > 0; i--) {
      text.append(likely.charAt(random.nextInt(likely.length())));
    }
    return text.toString();
  }
}
