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
}
