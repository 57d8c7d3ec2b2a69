package org.ara.realtime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The values of a row in one array of bytes: a bit for each column that is set, then the length of
 * each set value, then their UTF-8 text. A tenth of what the same strings take.
 */
final class PackedValues {

  private PackedValues() {}

  /** The packed form; null where a value is no proper Unicode text, which UTF-8 would alter. */
  static byte @Nullable [] pack(@Nullable String[] values) {
    ByteArrayOutputStream lengths = new ByteArrayOutputStream(32);
    ByteArrayOutputStream texts = new ByteArrayOutputStream(256);
    byte[] set = new byte[(values.length + 7) >> 3];
    for (int i = 0; i < values.length; i++) {
      String value = values[i];
      if (value != null) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        // A lone surrogate becomes one byte, '?', so equal lengths do not prove plain ASCII.
        if (!isAscii(value) && !new String(text, StandardCharsets.UTF_8).equals(value)) {
          return null;
        }
        set[i >> 3] |= (byte) (1 << (i & 7));
        writeLength(lengths, text.length);
        texts.writeBytes(text);
      }
    }
    byte[] packed = new byte[set.length + lengths.size() + texts.size()];
    System.arraycopy(set, 0, packed, 0, set.length);
    System.arraycopy(lengths.toByteArray(), 0, packed, set.length, lengths.size());
    System.arraycopy(texts.toByteArray(), 0, packed, set.length + lengths.size(), texts.size());
    return packed;
  }

  /** One value of a packed row, null where it is not set. */
  static @Nullable String get(byte[] packed, int columns, int index) {
    if (!isSet(packed, index)) {
      return null;
    }
    int at = (columns + 7) >> 3;
    int before = rank(packed, index);
    int all = before + rankFrom(packed, index, columns);
    int offset = 0;
    int length = 0;
    for (int i = 0; i < all; i++) {
      int value = packed[at] & 0x7f;
      for (int shift = 7; packed[at++] < 0; shift += 7) {
        value |= (packed[at] & 0x7f) << shift;
      }
      if (i < before) {
        offset += value;
      } else if (i == before) {
        length = value;
      }
    }
    return new String(packed, at + offset, length, StandardCharsets.UTF_8);
  }

  /** All values of a packed row. */
  static @Nullable String[] unpack(byte[] packed, int columns) {
    @Nullable String[] values = new @Nullable String[columns];
    int[] lengths = new int[rankFrom(packed, 0, columns)];
    int at = (columns + 7) >> 3;
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = packed[at] & 0x7f;
      for (int shift = 7; packed[at++] < 0; shift += 7) {
        lengths[i] |= (packed[at] & 0x7f) << shift;
      }
    }
    int next = 0;
    for (int i = 0; i < columns; i++) {
      if (isSet(packed, i)) {
        values[i] = new String(packed, at, lengths[next], StandardCharsets.UTF_8);
        at += lengths[next++];
      }
    }
    return values;
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7f) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSet(byte[] packed, int index) {
    return (packed[index >> 3] & (1 << (index & 7))) != 0;
  }

  private static int rank(byte[] packed, int index) {
    int count = Integer.bitCount(packed[index >> 3] & ((1 << (index & 7)) - 1));
    for (int i = 0; i < index >> 3; i++) {
      count += Integer.bitCount(packed[i] & 0xff);
    }
    return count;
  }

  private static int rankFrom(byte[] packed, int index, int columns) {
    int count = 0;
    for (int i = 0; i < (columns + 7) >> 3; i++) {
      count += Integer.bitCount(packed[i] & 0xff);
    }
    return count - (index == 0 ? 0 : rank(packed, index));
  }

  private static void writeLength(ByteArrayOutputStream out, int length) {
    int rest = length;
    while (rest > 0x7f) {
      out.write((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }
}
