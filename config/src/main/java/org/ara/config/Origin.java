package org.ara.config;

import java.util.Objects;

/**
 * Where a piece of configuration was written, so that every later complaint can name the place.
 *
 * @param source the file as it was named to the reader ({@code sip.conf}), or the table for rows
 * @param line the line in that file counted from 1, or the row's id; 0 where neither is known
 */
public record Origin(String source, long line) {

  /** The place of things made by the program itself. */
  public static final Origin BUILT_IN = new Origin("built-in", 0);

  public Origin {
    Objects.requireNonNull(source, "source");
    if (line < 0) {
      throw new IllegalArgumentException("line must not be negative: " + line);
    }
  }

  /** {@code sip.conf:12}, or {@code sip.conf} alone where no line is known. */
  @Override
  public String toString() {
    return line == 0 ? source : source + ":" + line;
  }
}
