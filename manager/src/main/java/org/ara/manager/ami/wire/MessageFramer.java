package org.ara.manager.ami.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.ara.module.manager.Header;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the bytes of a client into messages: lines end in LF, with or without CR before it, a
 * message ends in an empty line ({@code spec/ami-cli.md} 1). Takes bytes in pieces of any size,
 * keeps at most one message, and never throws for what they are. For one thread.
 */
public final class MessageFramer {

  /** The most lines of a message. */
  public static final int MAX_LINES = 128;

  /** The most bytes of a line without its end. */
  public static final int MAX_LINE = 1024;

  private static final String TOO_LONG = "Failed to parse message: line too long";
  private static final String TOO_MANY = "Too many lines in message or allocation failure";

  private final ByteArrayOutputStream line = new ByteArrayOutputStream(128);
  private final List<Header> headers = new ArrayList<>();
  private int lines;
  private @Nullable String fault;

  /** Takes the next bytes in and hands on each message that they complete. */
  public void feed(byte[] bytes, Consumer<Inbound> messages) {
    for (byte b : bytes) {
      if (b == '\n') {
        endOfLine(messages);
      } else if (line.size() <= MAX_LINE) {
        line.write(b); // one byte beyond the limit is kept to see that it was passed
      }
    }
  }

  private void endOfLine(Consumer<Inbound> messages) {
    byte[] raw = line.toByteArray();
    line.reset();
    int length = raw.length;
    if (length > 0 && raw[length - 1] == '\r') {
      length--;
    }
    if (length == 0) {
      endOfMessage(messages);
    } else {
      take(raw, length);
    }
  }

  private void take(byte[] raw, int length) {
    lines = Math.min(lines + 1, MAX_LINES + 1);
    if (length > MAX_LINE || raw.length > MAX_LINE) {
      fault = fault == null ? TOO_LONG : fault;
    } else if (lines > MAX_LINES) {
      fault = fault == null ? TOO_MANY : fault;
    } else {
      String text = new String(raw, 0, length, StandardCharsets.UTF_8);
      int colon = text.indexOf(':');
      if (colon > 0) {
        headers.add(new Header(text.substring(0, colon), text.substring(colon + 1).stripLeading()));
      }
    }
  }

  private void endOfMessage(Consumer<Inbound> messages) {
    if (lines == 0) {
      return; // blank lines between messages say nothing
    }
    messages.accept(
        fault == null ? new Inbound.Message(headers) : new Inbound.Malformed(headers, fault));
    headers.clear();
    lines = 0;
    fault = null;
  }
}
