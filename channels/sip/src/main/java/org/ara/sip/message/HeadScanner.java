package org.ara.sip.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Splits the octets of a message into start line, header fields and the begin of the body; notes
 * the first problem.
 */
final class HeadScanner {
  private final byte[] bytes;
  private final int end;
  private final ParseLimits limits;
  private int position;
  private String[] names = new String[20];
  private String[] values = new String[20];
  private int count;
  private @Nullable String problem;
  private String startLine = "";

  HeadScanner(byte[] bytes, int start, int end, ParseLimits limits) {
    this.bytes = bytes;
    this.end = end;
    this.limits = limits;
    this.position = start;
  }

  /** Reads up to and including the empty line. */
  void scan() {
    int lineEnd = lineEnd(position);
    startLine = text(position, contentEnd(position, lineEnd));
    position = lineEnd;
    while (true) {
      if (position >= end) {
        note("no empty line after the header fields");
        return;
      }
      int start = position;
      lineEnd = lineEnd(start);
      int contentEnd = contentEnd(start, lineEnd);
      position = lineEnd;
      if (contentEnd == start) {
        return;
      }
      if (count == limits.headerLines()) {
        note("more than " + limits.headerLines() + " header fields");
        skipToBody();
        return;
      }
      field(start, contentEnd);
    }
  }

  private void skipToBody() {
    while (position < end) {
      int start = position;
      position = lineEnd(start);
      if (contentEnd(start, position) == start) {
        return;
      }
    }
  }

  /** The position after the LF that ends the line, or the end. */
  private int lineEnd(int from) {
    for (int i = from; i < end; i++) {
      if (bytes[i] == '\n') {
        return i + 1;
      }
    }
    return end;
  }

  private int contentEnd(int start, int lineEnd) {
    int contentEnd = lineEnd;
    if (contentEnd > start && bytes[contentEnd - 1] == '\n') {
      contentEnd--;
      if (contentEnd > start && bytes[contentEnd - 1] == '\r') {
        contentEnd--;
      }
    }
    return contentEnd;
  }

  private void field(int start, int contentEnd) {
    int colon = start;
    while (colon < contentEnd && bytes[colon] != ':') {
      colon++;
    }
    int nameEnd = colon;
    while (nameEnd > start && Grammar.isSpace(bytes[nameEnd - 1])) {
      nameEnd--;
    }
    String name = colon < contentEnd ? name(start, nameEnd) : null;
    if (name == null) {
      note("line is no header field: " + Grammar.quoteForLog(text(start, contentEnd)));
    }
    String value = value(Math.min(colon + 1, contentEnd), contentEnd);
    if (position - start > limits.lineBytes()) {
      note("header field of more than " + limits.lineBytes() + " octets");
    } else if (name != null) {
      add(name, value);
    }
  }

  private @Nullable String name(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Grammar.isTokenChar(bytes[i])) {
        return null;
      }
    }
    if (from == to) {
      return null;
    }
    String known = HeaderNames.find(bytes, from, to);
    return known == null ? new String(bytes, from, to - from, StandardCharsets.US_ASCII) : known;
  }

  /** The value with the lines that continue it, each fold become one space. */
  private String value(int from, int to) {
    String value = trimmed(from, to);
    if (position >= end || !Grammar.isSpace(bytes[position])) {
      return value;
    }
    StringBuilder unfolded = new StringBuilder(value);
    while (position < end && Grammar.isSpace(bytes[position])) {
      int lineEnd = lineEnd(position);
      String piece = trimmed(position, contentEnd(position, lineEnd));
      position = lineEnd;
      if (!piece.isEmpty()) {
        unfolded.append(unfolded.isEmpty() ? "" : " ").append(piece);
      }
    }
    return unfolded.toString();
  }

  private String trimmed(int from, int to) {
    int start = from;
    int stop = to;
    while (start < stop && Grammar.isSpace(bytes[start])) {
      start++;
    }
    while (stop > start && Grammar.isSpace(bytes[stop - 1])) {
      stop--;
    }
    return text(start, stop);
  }

  private String text(int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\r') {
        note("CR without LF");
        break;
      }
    }
    return new String(bytes, from, to - from, StandardCharsets.UTF_8).replace('\r', ' ');
  }

  private void add(String name, String value) {
    if (count == names.length) {
      names = Arrays.copyOf(names, count * 2);
      values = Arrays.copyOf(values, count * 2);
    }
    names[count] = name;
    values[count] = value;
    count++;
  }

  void note(String what) {
    if (problem == null) {
      problem = what;
    }
  }

  @Nullable String problem() {
    return problem;
  }

  String startLine() {
    return startLine;
  }

  /** Where the body begins. */
  int bodyStart() {
    return position;
  }

  Headers headers() {
    return new Headers(Arrays.copyOf(names, count), Arrays.copyOf(values, count));
  }
}
