package org.ara.bench.call;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A SIP message as text, read no further than a load generator needs.
 *
 * @param text all of it
 */
record Message(String text) {

  /** What is in a buffer. */
  static Message of(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return new Message(new String(bytes, StandardCharsets.ISO_8859_1));
  }

  /** The status of a response; 0 for a request. */
  int status() {
    return text.startsWith("SIP/2.0 ") ? Integer.parseInt(text.substring(8, 11)) : 0;
  }

  boolean is(String method) {
    return text.startsWith(method) && text.charAt(method.length()) == ' ';
  }

  /** The method in CSeq. */
  boolean answers(String method) {
    return header("CSeq").endsWith(method);
  }

  /** The first value of a header in its long form; empty if there is none. */
  String header(String name) {
    return between("\r\n" + name + ": ", "\r\n");
  }

  /** What stands between two texts; empty if it is not there. */
  String between(String start, String end) {
    int at = text.indexOf(start);
    if (at < 0) {
      return "";
    }
    int from = at + start.length();
    int to = text.indexOf(end, from);
    return to < 0 ? "" : text.substring(from, to);
  }

  /** A response without a body to this request. */
  String ok() {
    StringBuilder out = new StringBuilder(400).append("SIP/2.0 200 OK\r\n");
    for (String line : text.substring(0, text.indexOf("\r\n\r\n")).split("\r\n")) {
      if (line.startsWith("Via: ")
          || line.startsWith("From: ")
          || line.startsWith("To: ")
          || line.startsWith("Call-ID: ")
          || line.startsWith("CSeq: ")) {
        out.append(line).append("\r\n");
      }
    }
    return out.append("Content-Length: 0\r\n\r\n").toString();
  }
}
