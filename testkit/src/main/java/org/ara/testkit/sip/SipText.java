package org.ara.testkit.sip;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a datagram strictly as RFC 3261 7 writes messages: what a sender must not do is refused.
 */
final class SipText {

  private static final List<String> REQUIRED = List.of("Via", "From", "To", "Call-ID", "CSeq");

  private SipText() {}

  /**
   * The message of a datagram.
   *
   * @throws IllegalArgumentException if it is none, saying why
   */
  static SipMessage parse(byte[] bytes, int length) {
    String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      throw new IllegalArgumentException("no empty line after the header fields");
    }
    String[] lines = text.substring(0, end).split("\r\n", -1);
    Headers headers = headers(lines);
    String body = text.substring(end + 4);
    check(headers, body);
    String start = lines[0];
    if (start.startsWith("SIP/2.0 ")) {
      return response(start, headers, body);
    }
    return request(start, headers, body);
  }

  private static SipResponse response(String line, Headers headers, String body) {
    if (!line.matches("SIP/2\\.0 [1-6][0-9][0-9] .*")) {
      throw new IllegalArgumentException("status line '" + line + "'");
    }
    return new SipResponse(
        Integer.parseInt(line.substring(8, 11)), line.substring(12), headers, body);
  }

  private static SipRequest request(String line, Headers headers, String body) {
    if (!line.matches("[A-Z]+ [^ ]+ SIP/2\\.0")) {
      throw new IllegalArgumentException("request line '" + line + "'");
    }
    String[] parts = line.split(" ", -1);
    SipRequest request = new SipRequest(parts[0], parts[1], headers, body);
    if (!request.cseqMethod().equals(request.method())) {
      throw new IllegalArgumentException("CSeq of another method: " + request.header("CSeq"));
    }
    if (!request.header("Max-Forwards").matches("[0-9]{1,3}")) {
      throw new IllegalArgumentException("Max-Forwards '" + request.header("Max-Forwards") + "'");
    }
    return request;
  }

  private static Headers headers(String[] lines) {
    List<Headers.Field> fields = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      StringBuilder line = new StringBuilder(lines[i]);
      while (i + 1 < lines.length && lines[i + 1].matches("[ \t].*")) {
        line.append(' ').append(lines[++i].trim());
      }
      int colon = line.indexOf(":");
      if (colon < 1) {
        throw new IllegalArgumentException("header field '" + line + "'");
      }
      fields.add(
          new Headers.Field(line.substring(0, colon).trim(), line.substring(colon + 1).trim()));
    }
    return new Headers(fields);
  }

  private static void check(Headers headers, String body) {
    for (String name : REQUIRED) {
      if (headers.get(name).isEmpty()) {
        throw new IllegalArgumentException("no " + name);
      }
    }
    for (String name : REQUIRED.subList(1, REQUIRED.size())) {
      if (headers.all(name).size() > 1) {
        throw new IllegalArgumentException("several " + name);
      }
    }
    if (Fields.parameter(headers.get("From"), "tag").isEmpty()) {
      throw new IllegalArgumentException("From without a tag: " + headers.get("From"));
    }
    if (!Fields.parameter(headers.get("Via"), "branch").startsWith("z9hG4bK")) {
      throw new IllegalArgumentException("branch without the magic cookie: " + headers.get("Via"));
    }
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    String stated = headers.first("Content-Length").orElse(String.valueOf(length));
    if (!stated.equals(String.valueOf(length))) {
      throw new IllegalArgumentException("Content-Length " + stated + ", body of " + length);
    }
    if (length > 0 && headers.get("Content-Type").isEmpty()) {
      throw new IllegalArgumentException("a body without Content-Type");
    }
  }
}
