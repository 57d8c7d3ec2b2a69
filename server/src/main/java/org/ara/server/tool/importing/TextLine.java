package org.ara.server.tool.importing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

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

  static List<TextLine> of(byte[] file) {
    List<TextLine> lines = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < file.length; i++) {
      if (file[i] == '\n') {
        lines.add(line("#", "text", Arrays.copyOfRange(file, from, i)));
        from = i + 1;
      }
    }
    if (from < file.length) {
      lines.add(line(LAST, "", Arrays.copyOfRange(file, from, file.length)));
    }
    return lines;
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
  void write(ByteArrayOutputStream out) {
    byte[] bytes = kind.endsWith(BYTES) ? HexFormat.of().parseHex(value) : value.getBytes(UTF_8);
    out.writeBytes(bytes);
    if (!kind.startsWith(LAST)) {
      out.writeBytes("\n".getBytes(ISO_8859_1));
    }
  }
}
