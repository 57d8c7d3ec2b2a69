package org.ara.sip.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each message of RFC 4475 gets its right answer from the codec or from the checks of a user agent
 * server.
 */
class TortureTest {
  private static final Set<Method> SERVED =
      Set.of(Method.INVITE, Method.ACK, Method.BYE, Method.CANCEL, Method.OPTIONS, Method.REGISTER);
  private static final RequestValidator VALIDATOR =
      new RequestValidator(
          new Capabilities(
              SERVED, Set.of(Method.MESSAGE), Set.of("timer"), Set.of("application/sdp")));

  /** What becomes of each: accepted, an answer of that status, or dropped for that cause. */
  private static final Map<String, String> OUTCOMES =
      Map.ofEntries(
          Map.entry("wsinv", "accepted"),
          Map.entry("intmeth", "501"),
          Map.entry("esc01", "accepted"),
          Map.entry("escnull", "accepted"),
          Map.entry("esc02", "501"),
          Map.entry("lwsdisp", "accepted"),
          Map.entry("longreq", "accepted"),
          Map.entry("dblreq", "accepted"),
          Map.entry("semiuri", "accepted"),
          Map.entry("transports", "accepted"),
          Map.entry("mpart01", "405"), // well formed, but we serve no MESSAGE
          Map.entry("unreason", "accepted"),
          Map.entry("noreason", "accepted"),
          Map.entry("badinv01", "400"),
          Map.entry("clerr", "400"),
          Map.entry("ncl", "400"),
          Map.entry("scalar02", "400"),
          Map.entry("scalarlg", "MALFORMED_RESPONSE"),
          Map.entry("quotbal", "400"),
          Map.entry("ltgtruri", "400"),
          Map.entry("lwsruri", "400"),
          Map.entry("lwsstart", "400"),
          Map.entry("trws", "accepted"),
          Map.entry("escruri", "400"),
          Map.entry("baddate", "accepted"),
          Map.entry("regbadct", "400"),
          Map.entry("badaspec", "400"),
          Map.entry("baddn", "400"),
          Map.entry("badvers", "505"),
          Map.entry("mismatch01", "400"),
          Map.entry("mismatch02", "501"),
          Map.entry("bigcode", "MALFORMED_RESPONSE"),
          Map.entry("badbranch", "400"),
          Map.entry("insuf", "400"),
          Map.entry("unkscm", "416"),
          Map.entry("novelsc", "416"),
          Map.entry("unksm2", "400"),
          Map.entry("bext01", "420"),
          Map.entry("invut", "415"),
          Map.entry("regaut01", "accepted"),
          Map.entry("multi01", "400"),
          Map.entry("mcl01", "400"),
          Map.entry("bcast", "accepted"), // the codec takes it, the transaction layer drops it
          Map.entry("zeromf", "accepted"),
          Map.entry("cparam01", "accepted"),
          Map.entry("cparam02", "accepted"),
          Map.entry("regescrt", "accepted"),
          Map.entry("sdp01", "406"),
          Map.entry("inv2543", "accepted"));

  private static final MessageParser PARSER = new MessageParser(ParseLimits.DEFAULTS);

  static List<Torture> messages() {
    return Torture.messages();
  }

  @ParameterizedTest
  @MethodSource("messages")
  void eachMessageGetsItsRightAnswer(Torture torture) {
    assertThat(outcome(torture)).isEqualTo(OUTCOMES.get(torture.name()));
  }

  @Test
  void noMessageIsMissing() {
    assertThat(messages()).hasSize(49).extracting(Torture::name).containsAll(OUTCOMES.keySet());
  }

  @ParameterizedTest
  @MethodSource("messages")
  void whatIsAcceptedReadsTheSameAfterWriting(Torture torture) {
    if (PARSER.parse(torture.bytes()) instanceof ParseResult.Parsed(SipMessage message)) {
      ParseResult again = PARSER.parse(MessageWriter.write(message));
      assertThat(again).isInstanceOf(ParseResult.Parsed.class);
      SipMessage second = ((ParseResult.Parsed) again).message();
      assertThat(second.startLine()).isEqualTo(message.startLine());
      assertThat(second.headers().without("Content-Length"))
          .isEqualTo(message.headers().without("Content-Length"));
      assertThat(second.body()).isEqualTo(message.body());
    }
  }

  private static String outcome(Torture torture) {
    return switch (PARSER.parse(torture.bytes())) {
      case ParseResult.Dropped(ParseResult.Cause cause, String detail) -> cause.name();
      case ParseResult.Malformed(String reason, SipResponse answer) ->
          Integer.toString(answer.status());
      case ParseResult.Parsed(SipResponse response) -> "accepted";
      case ParseResult.Parsed(SipRequest request) ->
          VALIDATOR
              .refusal(request)
              .map(answer -> Integer.toString(answer.status()))
              .orElse("accepted");
    };
  }
}
