package org.ara.server.tool.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A line of a text file in a form that every table can hold, so that no byte is lost.
 *
 * @param kind {@code #text}, {@code #last} for a last line without a line feed, {@code #bytes} and
 *     {@code #lastbytes} for those that are not UTF-8
 * @param value the line without its line feed; in hexadecimal if it is not UTF-8
 */
record TextLine(String kind, String value) {

  private static final String LAST = "#last";
  private static final String BYTES = "bytes";

  /** How many lines a file has. */
  static long count(byte[] file) {
    long count = 0;
    for (byte b : file) {
      count += b == '\n' ? 1 : 0;
    }
    return file.length == 0 || file[file.length - 1] == '\n' ? count : count + 1;
  }

  /** The lines of a file, each made when it is asked for. */
  static Stream<TextLine> of(byte[] file) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(new Lines(file), Spliterator.ORDERED), false);
  }

  /** Walks over a file. */
  private static final class Lines implements Iterator<TextLine> {

    private final byte[] file;
    private int from;

    Lines(byte[] file) {
      this.file = file;
    }

    @Override
    public boolean hasNext() {
      return from < file.length;
    }

    @Override
    public TextLine next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      int end = from;
      while (end < file.length && file[end] != '\n') {
        end++;
      }
      byte[] bytes = Arrays.copyOfRange(file, from, end);
      from = end + 1;
      return end < file.length ? line("#", "text", bytes) : line(LAST, "", bytes);
    }
  }

  private static TextLine line(String start, String plain, byte[] bytes) {
    String text = new String(bytes, UTF_8);
    boolean holds = text.indexOf(0) < 0 && Arrays.equals(text.getBytes(UTF_8), bytes);
    boolean trimmed = text.endsWith(" ");
    return holds && !trimmed
        ? new TextLine(start + plain, text)
        : new TextLine(start + BYTES, HexFormat.of().formatHex(bytes));
  }

  /** Appends the line as it was. */
  void write(OutputStream out) throws IOException {
    byte[] bytes = kind.endsWith(BYTES) ? HexFormat.of().parseHex(value) : value.getBytes(UTF_8);
    out.write(bytes);
    if (!kind.startsWith(LAST)) {
      out.write('\n');
    }
  }
}
