package org.ara.sip.message;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.IntPredicate;

/** The {@code %HH} escapes of URIs: decoded exactly once on reading, added again on writing. */
final class Escapes {
  private static final String HEX = "0123456789ABCDEF";

  private Escapes() {}

  /**
   * Decodes the escapes of a URI part.
   *
   * @param allowed which characters may stand unescaped
   * @throws SipSyntaxException if another character stands unescaped, an escape lacks its two
   *     digits, or the decoded octets are no UTF-8 (two users must not become one)
   */
  static String decode(String text, IntPredicate allowed, String part) {
    boolean escaped = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        escaped = true;
      } else if (!allowed.test(c)) {
        throw new SipSyntaxException(
            "character not allowed in " + part + ": " + Grammar.quoteForLog(text));
      }
    }
    return escaped ? decodeOctets(text, part) : text;
  }

  private static String decodeOctets(String text, String part) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        int high = digitAt(text, i + 1);
        int low = digitAt(text, i + 2);
        if (high < 0 || low < 0) {
          throw new SipSyntaxException(
              "incomplete escape in " + part + ": " + Grammar.quoteForLog(text));
        }
        octets.write(high << 4 | low);
        i += 2;
      } else {
        octets.write(c);
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(octets.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw new SipSyntaxException(
          "escapes are no UTF-8 in " + part + ": " + Grammar.quoteForLog(text));
    }
  }

  private static int digitAt(String text, int index) {
    char c = index < text.length() ? text.charAt(index) : 0;
    return c < 128 ? Character.digit(c, 16) : -1;
  }

  /** Appends the text, escaping whatever is not allowed to stand by itself. */
  static void encode(StringBuilder out, String text, IntPredicate allowed) {
    int i = 0;
    while (i < text.length() && text.charAt(i) < 128 && allowed.test(text.charAt(i))) {
      i++;
    }
    out.append(text, 0, i);
    if (i == text.length()) {
      return;
    }
    for (byte octet : text.substring(i).getBytes(StandardCharsets.UTF_8)) {
      if (octet >= 0 && allowed.test(octet)) {
        out.append((char) octet);
      } else {
        out.append('%').append(HEX.charAt(octet >> 4 & 15)).append(HEX.charAt(octet & 15));
      }
    }
  }
}
