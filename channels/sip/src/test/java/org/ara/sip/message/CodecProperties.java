package org.ara.sip.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;

/** What must hold for any octets at all. */
final class CodecProperties {
  private static final MessageParser PARSER = new MessageParser(ParseLimits.DEFAULTS);
  private static final RequestValidator VALIDATOR =
      new RequestValidator(
          new Capabilities(
              Set.of(Method.INVITE, Method.REGISTER, Method.OPTIONS),
              Set.of(),
              Set.of(),
              Set.of("application/sdp")));

  private CodecProperties() {}

  static void check(byte[] input) {
    switch (PARSER.parse(input)) {
      case ParseResult.Dropped(ParseResult.Cause cause, String detail) ->
          assertThat(detail.length()).isLessThan(500);
      case ParseResult.Malformed(String reason, SipResponse answer) -> {
        assertThat(reason.length()).isLessThan(500);
        bounded(answer, input);
      }
      case ParseResult.Parsed(SipRequest request) -> {
        VALIDATOR.refusal(request).ifPresent(answer -> bounded(answer, input));
        bounded(request.response(200).build(), input);
        stable(request);
      }
      case ParseResult.Parsed(SipResponse response) -> stable(response);
    }
    new StreamFramer(PARSER, result -> {}).feed(input, 0, input.length);
  }

  private static void bounded(SipResponse answer, byte[] input) {
    assertThat(MessageWriter.write(answer).length).isLessThan(3 * input.length + 1000);
  }

  /** Once read, a message is a fixed point of writing and reading. */
  private static void stable(SipMessage message) {
    byte[] once = MessageWriter.write(message);
    if (PARSER.parse(once) instanceof ParseResult.Parsed(SipMessage again)) {
      byte[] twice = MessageWriter.write(again);
      if (!Arrays.equals(once, twice)) {
        assertThat(new String(twice, java.nio.charset.StandardCharsets.UTF_8))
            .isEqualTo(new String(once, java.nio.charset.StandardCharsets.UTF_8));
      }
    } else {
      throw new AssertionError("not readable after writing: " + message);
    }
  }
}
