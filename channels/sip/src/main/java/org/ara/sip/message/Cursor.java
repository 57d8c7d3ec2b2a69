package org.ara.sip.message;

import java.util.ArrayList;
import java.util.List;
import org.ara.sip.message.Parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** A position in a header field value, and the small steps of its grammar. */
final class Cursor {
  private final String text;
  private int position;

  Cursor(String text) {
    this.text = text;
  }

  int position() {
    return position;
  }

  /** The character here, or -1 at the end. */
  int peek() {
    return position < text.length() ? text.charAt(position) : -1;
  }

  boolean atEnd() {
    return position >= text.length();
  }

  void skip() {
    position++;
  }

  void skipSpace() {
    while (position < text.length() && Grammar.isSpace(text.charAt(position))) {
      position++;
    }
  }

  /** Skips space, and the character with the space after it if it stands here. */
  boolean accept(char expected) {
    skipSpace();
    if (peek() != expected) {
      return false;
    }
    position++;
    skipSpace();
    return true;
  }

  void expect(char expected) {
    if (!accept(expected)) {
      throw error("expected '" + expected + "'");
    }
  }

  String token(String what) {
    int start = position;
    while (position < text.length() && Grammar.isTokenChar(text.charAt(position))) {
      position++;
    }
    if (position == start) {
      throw error("expected " + what);
    }
    return text.substring(start, position);
  }

  /** Everything up to one of the characters, or to the end. */
  String until(String stops) {
    int start = position;
    while (position < text.length() && stops.indexOf(text.charAt(position)) < 0) {
      position++;
    }
    return text.substring(start, position);
  }

  /** The content of the quoted-string that begins here, unescaped. */
  String quotedString() {
    StringBuilder out = null;
    int start = ++position;
    for (; position < text.length(); position++) {
      char c = text.charAt(position);
      if (c == '"') {
        String plain = out == null ? text.substring(start, position) : out.toString();
        position++;
        return plain;
      }
      if (c == '\\' && position + 1 < text.length()) {
        if (out == null) {
          out = new StringBuilder(text.length()).append(text, start, position);
        }
        c = text.charAt(++position);
      }
      if (out != null) {
        out.append(c);
      }
    }
    throw error("closing quote missing");
  }

  /** The digits here as a number of at most {@code maximum}. */
  long number(long maximum, String what) {
    int start = position;
    long value = 0;
    while (position < text.length() && Grammar.isDigit(text.charAt(position)) && value <= maximum) {
      value = value * 10 + text.charAt(position++) - '0';
    }
    if (position == start || value > maximum) {
      throw error("expected " + what + " up to " + maximum);
    }
    return value;
  }

  /** A host, bare of brackets. */
  String host() {
    int start = position;
    if (peek() == '[') {
      int close = text.indexOf(']', position);
      position = close < 0 ? text.length() : close + 1;
    } else {
      while (position < text.length() && Grammar.isHostChar(text.charAt(position))) {
        position++;
      }
    }
    String host = Host.withoutBrackets(text.substring(start, position));
    if (!Host.isHost(host)) {
      throw error("expected a host");
    }
    return host;
  }

  /** {@code ;name=value} as often as it stands here. */
  Parameters parameters() {
    List<Parameter> list = null;
    while (accept(';')) {
      String name = token("a parameter name");
      @Nullable String value = accept('=') ? parameterValue() : null;
      if (list == null) {
        list = new ArrayList<>(4);
      }
      list.add(new Parameter(name, value));
    }
    return list == null ? Parameters.NONE : new Parameters(list);
  }

  private String parameterValue() {
    if (peek() == '"') {
      return quotedString();
    }
    int start = position;
    while (position < text.length() && isValueChar(text.charAt(position))) {
      position++;
    }
    if (start == position) {
      throw error("expected a parameter value");
    }
    return text.substring(start, position);
  }

  private static boolean isValueChar(char c) {
    return Grammar.isTokenChar(c) || c == '[' || c == ']' || c == ':';
  }

  void expectEnd() {
    skipSpace();
    if (!atEnd()) {
      throw error("unexpected text");
    }
  }

  SipSyntaxException error(String what) {
    return new SipSyntaxException(
        what + " at " + Grammar.quoteForLog(text.substring(Math.min(position, text.length()))));
  }
}
