package org.ara.testkit.sip;

import java.util.Locale;

/** Reads parts of header field values: parameters and addresses. */
final class Fields {

  private Fields() {}

  /** The value of a parameter of a field, unquoted; empty if it is absent. */
  static String parameter(String value, String name) {
    int from = Math.max(value.lastIndexOf('>'), 0);
    for (String part : value.substring(from).split(";", -1)) {
      String[] pair = part.trim().split("=", 2);
      if (pair[0].trim().toLowerCase(Locale.ROOT).equals(name)) {
        return pair.length == 1 ? "" : unquote(pair[1].trim());
      }
    }
    return "";
  }

  /** The URI of an address such as {@code "Al" <sip:al@host>;tag=1}. */
  static String uri(String address) {
    int open = address.indexOf('<');
    int close = address.indexOf('>', open + 1);
    if (open >= 0 && close > open) {
      return address.substring(open + 1, close);
    }
    return address.split(";", 2)[0].trim();
  }

  static String unquote(String text) {
    boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1") : text;
  }
}
