package org.ara.sip.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Messages to octets: long header names unless short ones are wanted, one line each, and always the
 * true Content-Length.
 */
public final class MessageWriter {
  private MessageWriter() {}

  /** A message with the long names of its headers. */
  public static byte[] write(SipMessage message) {
    return write(message, false);
  }

  /**
   * A message as it travels.
   *
   * @param compact whether headers have their short names where there are any
   */
  public static byte[] write(SipMessage message, boolean compact) {
    StringBuilder out = new StringBuilder(512).append(message.startLine()).append("\r\n");
    Headers headers = message.headers();
    byte[] body = message.sharedBody();
    boolean measured = false;
    String length = compact ? "l: " : "Content-Length: ";
    for (int i = 0; i < headers.size(); i++) {
      String name = headers.name(i);
      if (name.equals(HeaderName.CONTENT_LENGTH)) {
        if (!measured) {
          out.append(length).append(body.length).append("\r\n");
          measured = true;
        }
      } else {
        out.append(compact ? HeaderName.compact(name) : name)
            .append(": ")
            .append(headers.value(i))
            .append("\r\n");
      }
    }
    if (!measured) {
      out.append(length).append(body.length).append("\r\n");
    }
    byte[] head = out.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    if (body.length == 0) {
      return head;
    }
    byte[] whole = Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, whole, head.length, body.length);
    return whole;
  }
}
