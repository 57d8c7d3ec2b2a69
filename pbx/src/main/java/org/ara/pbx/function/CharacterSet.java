package org.ara.pbx.function;

import java.util.BitSet;

/**
 * The characters that FILTER lets through.
 *
 * @param members their codes
 */
record CharacterSet(BitSet members) {

  /** Reads {@code a-z0-9_\n\x41}; a dash at either end is itself. */
  static CharacterSet parse(String text) throws FunctionException {
    BitSet members = new BitSet();
    int at = 0;
    while (at < text.length()) {
      int[] first = character(text, at);
      at = first[1];
      if (at + 1 < text.length() && text.charAt(at) == '-') {
        int[] last = character(text, at + 1);
        if (last[0] < first[0]) {
          throw new FunctionException("a range of allowed characters is the wrong way round");
        }
        members.set(first[0], last[0] + 1);
        at = last[1];
      } else {
        members.set(first[0]);
      }
    }
    return new CharacterSet(members);
  }

  boolean contains(int character) {
    return members.get(character);
  }

  /** The character at a place, and the place after it. */
  private static int[] character(String text, int at) throws FunctionException {
    char c = text.charAt(at);
    if (c != '\\' || at + 1 == text.length()) {
      return new int[] {c, at + 1};
    }
    char escaped = text.charAt(at + 1);
    return switch (escaped) {
      case 'n' -> new int[] {'\n', at + 2};
      case 'r' -> new int[] {'\r', at + 2};
      case 't' -> new int[] {'\t', at + 2};
      case 'x' -> {
        String digits = text.substring(at + 2, Math.min(at + 4, text.length()));
        if (!digits.matches("[0-9a-fA-F]{2}")) {
          throw new FunctionException("\\x needs two hexadecimal digits");
        }
        yield new int[] {Integer.parseInt(digits, 16), at + 4};
      }
      default -> new int[] {escaped, at + 2};
    };
  }
}
