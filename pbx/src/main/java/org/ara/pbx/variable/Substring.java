package org.ara.pbx.variable;

/**
 * The part of a value that {@code ${NAME:offset:length}} asks for ({@code spec/dialplan.md} section
 * 8).
 *
 * @param offset where it starts; negative counts from the end
 * @param length how many characters; negative leaves that many out at the end
 */
record Substring(int offset, int length) {

  private static final Substring WHOLE = new Substring(0, Integer.MAX_VALUE);

  /**
   * Reads what follows the first colon. Where there is no number the whole value is meant; the
   * length counts only where its colon directly follows the offset.
   */
  static Substring parse(String text) {
    IntegerScan offset = IntegerScan.of(text, 0);
    if (!offset.found()) {
      return WHOLE;
    }
    if (offset.end() >= text.length() || text.charAt(offset.end()) != ':') {
      return new Substring(offset.value(), Integer.MAX_VALUE);
    }
    IntegerScan length = IntegerScan.of(text, offset.end() + 1);
    return new Substring(offset.value(), length.found() ? length.value() : Integer.MAX_VALUE);
  }

  /** That part of a value. */
  String of(String value) {
    int size = value.length();
    int start = offset < 0 ? Math.max(0, size + offset) : Math.min(offset, size);
    long end = length < 0 ? (long) size + length : Math.min((long) start + length, size);
    return end <= start ? "" : value.substring(start, (int) end);
  }
}
