package org.ara.testkit.sip;

import java.nio.charset.StandardCharsets;

/** A SIP message as a phone reads it: a start line, header fields and a body. */
public sealed interface SipMessage permits SipRequest, SipResponse {

  /** Request line or status line. */
  String startLine();

  /** The fields, without {@code Content-Length} in messages of our own. */
  Headers headers();

  /** The body as text, empty if there is none. */
  String body();

  /** The value of the first field of that name, empty if there is none. */
  default String header(String name) {
    return headers().get(name);
  }

  /** The call that this message belongs to. */
  default String callId() {
    return header("Call-ID");
  }

  /** The number of {@code CSeq}; -1 if it is not readable. */
  default long cseq() {
    String digits = header("CSeq").split(" ", 2)[0];
    return digits.matches("[0-9]{1,10}") ? Long.parseLong(digits) : -1;
  }

  /** The method of {@code CSeq}, empty if it is not readable. */
  default String cseqMethod() {
    String[] parts = header("CSeq").trim().split("[ \t]+");
    return parts.length == 2 ? parts[1] : "";
  }

  /** The branch of the topmost {@code Via}, which names the transaction. */
  default String branch() {
    return Fields.parameter(header("Via"), "branch");
  }

  /** The tag of {@code To}, empty outside a dialog. */
  default String toTag() {
    return Fields.parameter(header("To"), "tag");
  }

  /** The tag of {@code From}. */
  default String fromTag() {
    return Fields.parameter(header("From"), "tag");
  }

  /** The bytes for the wire, {@code Content-Length} included. */
  default byte[] bytes() {
    byte[] content = body().getBytes(StandardCharsets.UTF_8);
    String head =
        startLine() + "\r\n" + headers() + "Content-Length: " + content.length + "\r\n\r\n";
    byte[] start = head.getBytes(StandardCharsets.UTF_8);
    byte[] whole = new byte[start.length + content.length];
    System.arraycopy(start, 0, whole, 0, start.length);
    System.arraycopy(content, 0, whole, start.length, content.length);
    return whole;
  }
}
