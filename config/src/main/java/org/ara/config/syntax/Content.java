package org.ara.config.syntax;

import org.jspecify.annotations.Nullable;

/**
 * What is left of a physical line without its comments and escapes, and where each character of it
 * was.
 *
 * @param text the remaining characters, one per byte
 * @param offsets the place in the physical line of each of them; null where they are the same
 * @param blockDelimited whether a block comment starts or ends on this line
 */
record Content(String text, int @Nullable [] offsets, boolean blockDelimited) {

  /** Where the character at {@code index} is in the physical line. */
  int offset(int index) {
    return offsets == null ? index : offsets[index];
  }
}
