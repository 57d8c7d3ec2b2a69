package org.ara.sip.digest;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The {@code Digest name=value, name="value"} text of RFC 7616 headers, taken apart. */
final class AuthParameters {

  private static final String SCHEME = "digest";

  private final String text;
  private int at;

  private AuthParameters(String text) {
    this.text = text;
  }

  /**
   * The parameters by lower-case name, quotes removed.
   *
   * @return empty for another scheme, broken syntax or a repeated parameter
   */
  static Optional<Map<String, String>> parse(String header) {
    String text = header.strip();
    if (text.length() <= SCHEME.length()
        || !text.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        || !Character.isWhitespace(text.charAt(SCHEME.length()))) {
      return Optional.empty();
    }
    return new AuthParameters(text.substring(SCHEME.length())).parameters();
  }

  private Optional<Map<String, String>> parameters() {
    Map<String, String> found = new HashMap<>();
    while (skipSeparators()) {
      int equals = text.indexOf('=', at);
      if (equals < 0) {
        return Optional.empty();
      }
      String name = text.substring(at, equals).strip().toLowerCase(Locale.ROOT);
      at = equals + 1;
      Optional<String> value = value();
      if (name.isEmpty() || value.isEmpty() || found.put(name, value.get()) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(found);
  }

  private boolean skipSeparators() {
    while (at < text.length() && (text.charAt(at) == ',' || isBlank(text.charAt(at)))) {
      at++;
    }
    return at < text.length();
  }

  private Optional<String> value() {
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '"') {
      at++;
      return quoted();
    }
    int comma = text.indexOf(',', at);
    int end = comma < 0 ? text.length() : comma;
    String value = text.substring(at, end).strip();
    at = end;
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }

  private Optional<String> quoted() {
    int begin = at;
    while (at < text.length() && text.charAt(at) != '\\') {
      if (text.charAt(at++) == '"') {
        return Optional.of(text.substring(begin, at - 1));
      }
    }
    at = begin;
    StringBuilder value = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return Optional.of(value.toString());
      }
      if (c == '\\' && at < text.length()) {
        c = text.charAt(at++);
      }
      value.append(c);
    }
    return Optional.empty();
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }

  /** The text between quotes with {@code "} and {@code \} escaped. */
  static String quote(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
