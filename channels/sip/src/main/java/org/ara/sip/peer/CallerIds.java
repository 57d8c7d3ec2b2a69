package org.ara.sip.peer;

import java.util.regex.Pattern;
import org.ara.pbx.CallerId;

/** Reads who a call is shown to come from. */
final class CallerIds {

  private static final Pattern NUMBER = Pattern.compile("[+*#0-9][-*#0-9 ().]*");

  private CallerIds() {}

  /**
   * A caller id from its options.
   *
   * @param whole {@code Name <number>}, {@code "Name" <number>}, a name or a number; may be empty
   * @param name counts more than the whole if not empty
   * @param number counts more than the whole if not empty
   */
  static CallerId of(String whole, String name, String number) {
    CallerId both = split(whole.strip());
    return new CallerId(
        name.isEmpty() ? both.name() : name, number.isEmpty() ? both.number() : number);
  }

  private static CallerId split(String text) {
    int open = text.lastIndexOf('<');
    int close = text.indexOf('>', open + 1);
    if (open >= 0 && close > open) {
      return new CallerId(
          unquoted(text.substring(0, open).strip()), text.substring(open + 1, close).strip());
    }
    boolean number = NUMBER.matcher(text).matches();
    return number ? new CallerId("", text) : new CallerId(unquoted(text), "");
  }

  private static String unquoted(String text) {
    boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1) : text;
  }
}
