package org.ara.config.syntax;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;

/**
 * The two faces of a file's text: inside the reader one character per byte, so that nothing is ever
 * lost; outside, each name and value as UTF-8 where it is valid UTF-8, else as ISO 8859-1.
 */
final class Bytes {

  private Bytes() {}

  /** The bytes of a file, one character each. */
  static String raw(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }

  /** The bytes of raw text. */
  static byte[] bytes(String raw) {
    return raw.getBytes(ISO_8859_1);
  }

  /** What a piece of raw text says. */
  static String decode(String raw) {
    if (isAscii(raw)) {
      return raw;
    }
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(raw))).toString();
    } catch (CharacterCodingException notUtf8) {
      return raw;
    }
  }

  /**
   * A text as it is written, in UTF-8.
   *
   * @throws IllegalArgumentException if it is no text: half of a surrogate pair
   */
  static String encode(String text) {
    try {
      ByteBuffer encoded = UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return raw(bytes);
    } catch (CharacterCodingException malformed) {
      throw new IllegalArgumentException("not a text that UTF-8 can hold", malformed);
    }
  }

  private static boolean isAscii(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      if (raw.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }
}
