package org.ara.sip.message;

import java.util.Arrays;
import java.util.function.Consumer;
import org.ara.sip.message.ParseResult.Cause;

/**
 * Cuts a byte stream (TCP, TLS) into messages by Content-Length (RFC 3261 section 18.3), however
 * the octets arrive. One for each connection; not for use by several threads.
 */
public final class StreamFramer {
  private final MessageParser parser;
  private final Consumer<ParseResult> results;
  private final Runnable ping;
  private int lineEnds;
  private byte[] buffer = new byte[1024];
  private int length;
  private int scanned;
  private int headEnd = -1;
  private long bodyLength;
  private boolean broken;

  /**
   * @param results takes what each message became, during {@link #feed}
   */
  public StreamFramer(MessageParser parser, Consumer<ParseResult> results) {
    this(parser, results, () -> {});
  }

  /**
   * @param results takes what each message became, during {@link #feed}
   * @param ping run for every two line ends between messages, which ask for one in return (RFC 5626
   *     section 4.4.1)
   */
  public StreamFramer(MessageParser parser, Consumer<ParseResult> results, Runnable ping) {
    this.parser = parser;
    this.results = results;
    this.ping = ping;
  }

  /**
   * Takes the next octets.
   *
   * @return false if the end of a message can no longer be told and the connection must be closed
   */
  public boolean feed(byte[] bytes, int offset, int count) {
    for (int from = offset; from < offset + count && !broken; ) {
      // in bounded slices, so that the buffer never outgrows the limit by more than one
      int slice = Math.min(4096, offset + count - from);
      append(bytes, from, slice);
      from += slice;
      while (!broken && takeMessage()) {
        // as many as are complete
      }
    }
    return !broken;
  }

  /**
   * Whether a message has begun and its end has not come: a connection left so for long should be
   * closed.
   */
  public boolean isIncomplete() {
    return length > 0;
  }

  private void append(byte[] bytes, int offset, int count) {
    if (length + count > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(length + count, buffer.length * 2));
    }
    System.arraycopy(bytes, offset, buffer, length, count);
    length += count;
  }

  private boolean takeMessage() {
    if (headEnd < 0) {
      skipLineEnds();
      headEnd = findHeadEnd();
      if (headEnd < 0) {
        failIfTooLarge(length);
        return false;
      }
      if (!measureBody()) {
        return false;
      }
    }
    long total = headEnd + bodyLength;
    if (length < total) {
      return false;
    }
    int end = (int) total;
    results.accept(parser.parse(buffer, 0, end));
    drop(end);
    headEnd = -1;
    return length > 0;
  }

  private void skipLineEnds() {
    int start = 0;
    while (start < length && (buffer[start] == '\r' || buffer[start] == '\n')) {
      if (buffer[start] == '\n' && ++lineEnds % 2 == 0) {
        ping.run();
      }
      start++;
    }
    drop(start);
    lineEnds = length > 0 ? 0 : lineEnds;
  }

  private void drop(int count) {
    if (count > 0) {
      System.arraycopy(buffer, count, buffer, 0, length - count);
      length -= count;
      scanned = 0;
    }
  }

  /** The position after the empty line, -1 if it has not come. */
  private int findHeadEnd() {
    for (int i = scanned; i < length; i++) {
      if (buffer[i] == '\n' && i > 0) {
        int before = buffer[i - 1] == '\r' ? i - 2 : i - 1;
        if (before >= 0 && buffer[before] == '\n') {
          scanned = 0;
          return i + 1;
        }
      }
    }
    scanned = length;
    return -1;
  }

  private boolean measureBody() {
    HeadScanner head = new HeadScanner(buffer, 0, headEnd, parser.limits());
    head.scan();
    long announced = ContentLength.of(head.headers());
    if (announced == ContentLength.UNREADABLE || head.bodyStart() != headEnd) {
      results.accept(parser.parse(buffer, 0, headEnd));
      broken = true;
      return false;
    }
    bodyLength = Math.max(0, announced); // a missing length means no body over a stream
    failIfTooLarge(headEnd + bodyLength);
    return !broken;
  }

  private void failIfTooLarge(long total) {
    int limit = parser.limits().messageBytes();
    if (total > limit) {
      results.accept(
          headEnd < 0
              ? new ParseResult.Dropped(
                  Cause.NOT_SIP, "no end of the header within " + limit + " octets")
              : new ParseResult.Dropped(
                  Cause.UNANSWERABLE, "message of more than " + limit + " octets"));
      broken = true;
    }
  }
}
