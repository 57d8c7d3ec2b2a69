package org.ara.sip.message;

import java.util.Arrays;
import org.ara.sip.message.ParseResult.Cause;
import org.jspecify.annotations.Nullable;

/**
 * Octets to messages. Stateless, safe for use by several threads; never throws: what is no good
 * message becomes {@link ParseResult.Malformed} or {@link ParseResult.Dropped}.
 *
 * <p>Taken beyond the letter of RFC 3261: lines ending in LF alone, line ends before the start
 * line, space after the version, octets that are no UTF-8 in header fields (they become U+FFFD).
 */
public final class MessageParser {
  private final ParseLimits limits;

  public MessageParser(ParseLimits limits) {
    this.limits = limits;
  }

  ParseLimits limits() {
    return limits;
  }

  /** Reads a datagram; what follows the body that Content-Length announces is ignored. */
  public ParseResult parse(byte[] datagram) {
    return parse(datagram, 0, datagram.length);
  }

  /** As {@link #parse(byte[])}, of a part of an array, which is not kept. */
  public ParseResult parse(byte[] bytes, int offset, int length) {
    int start = offset;
    int end = offset + length;
    while (start < end && isPadding(bytes[start])) {
      start++;
    }
    if (start == end) {
      return new ParseResult.Dropped(Cause.KEEPALIVE, "no message");
    }
    HeadScanner head = new HeadScanner(bytes, start, end, limits);
    try {
      head.scan();
      return message(head, bytes, end, end - start > limits.messageBytes());
    } catch (SipSyntaxException e) {
      return new ParseResult.Dropped(Cause.UNANSWERABLE, String.valueOf(e.getMessage()));
    }
  }

  private static boolean isPadding(byte octet) {
    return octet == '\r' || octet == '\n' || octet == 0;
  }

  private ParseResult message(HeadScanner head, byte[] bytes, int end, boolean tooLarge) {
    Headers headers = head.headers();
    String problem = head.problem();
    return switch (StartLine.parse(head.startLine())) {
      case StartLine.Foreign() ->
          new ParseResult.Dropped(Cause.NOT_SIP, Grammar.quoteForLog(head.startLine()));
      case StartLine.BadStatusLine(String why) ->
          new ParseResult.Dropped(Cause.MALFORMED_RESPONSE, why);
      case StartLine.BadRequestLine(String method, int status, String why) ->
          Refusal.of(method, status, why, headers);
      case StartLine.StatusLine(int status, String reason) -> {
        String wrong = firstProblem(problem, headers, head.bodyStart(), end, tooLarge);
        yield wrong != null
            ? new ParseResult.Dropped(Cause.MALFORMED_RESPONSE, wrong)
            : new ParseResult.Parsed(
                new SipResponse(status, reason, headers, body(head, headers, bytes, end)));
      }
      case StartLine.RequestLine(Method method, Uri uri) -> {
        String wrong = firstProblem(problem, headers, head.bodyStart(), end, tooLarge);
        yield wrong != null
            ? Refusal.of(method.name(), tooLarge ? 513 : 400, wrong, headers)
            : new ParseResult.Parsed(
                new SipRequest(method, uri, headers, body(head, headers, bytes, end)));
      }
    };
  }

  private @Nullable String firstProblem(
      @Nullable String scanned, Headers headers, int bodyStart, int end, boolean tooLarge) {
    if (tooLarge) {
      return "more than " + limits.messageBytes() + " octets";
    }
    String problem = scanned != null ? scanned : MandatoryHeaders.problem(headers);
    if (problem == null && ContentLength.of(headers) > end - bodyStart) {
      return "Content-Length "
          + headers.first(HeaderName.CONTENT_LENGTH)
          + " but only "
          + (end - bodyStart)
          + " octets";
    }
    return problem;
  }

  private static byte[] body(HeadScanner head, Headers headers, byte[] bytes, int end) {
    int start = head.bodyStart();
    long announced = ContentLength.of(headers);
    return Arrays.copyOfRange(
        bytes, start, announced == ContentLength.ABSENT ? end : start + (int) announced);
  }
}
