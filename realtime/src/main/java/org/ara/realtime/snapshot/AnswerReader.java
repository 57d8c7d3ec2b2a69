package org.ara.realtime.snapshot;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.ara.realtime.Columns;
import org.ara.realtime.Condition;
import org.ara.realtime.Lookup;
import org.ara.realtime.Row;
import org.ara.realtime.cache.Question;
import org.jspecify.annotations.Nullable;

/** Reads what an {@link AnswerWriter} wrote. */
final class AnswerReader {

  private static final int MOST = 1 << 28;

  private final DataInputStream in;
  private final List<Columns> known = new ArrayList<>();

  AnswerReader(DataInputStream in) {
    this.in = in;
  }

  String text() throws IOException {
    return text(count());
  }

  /** The next answer; null at the end. */
  @Nullable SavedAnswer next() throws IOException {
    for (; ; ) {
      int kind = in.readByte();
      switch (kind) {
        case AnswerWriter.COLUMNS -> known.add(columns());
        case AnswerWriter.ANSWER -> {
          return answer();
        }
        case AnswerWriter.END -> {
          return null;
        }
        default -> throw new SnapshotException("it holds something of kind " + kind);
      }
    }
  }

  private Columns columns() throws IOException {
    int size = count();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      names.add(text());
    }
    return new Columns(names);
  }

  private SavedAnswer answer() throws IOException {
    boolean single = in.readBoolean();
    int size = count();
    List<Condition> conditions = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      conditions.add(Condition.parse(text() + " " + text(), text()));
    }
    long readAt = in.readLong();
    return new SavedAnswer(new Question(conditions, single), rows(in.readInt()), readAt);
  }

  private Lookup<List<Row>> rows(int size) throws IOException {
    if (size == AnswerWriter.ABSENT) {
      return new Lookup.Absent<>();
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      rows.add(row());
    }
    return new Lookup.Found<>(List.copyOf(rows));
  }

  private Row row() throws IOException {
    int number = in.readInt();
    if (number < 0 || number >= known.size()) {
      throw new SnapshotException("it holds a row without columns");
    }
    Columns columns = known.get(number);
    @Nullable String[] values = new @Nullable String[columns.size()];
    for (int i = 0; i < values.length; i++) {
      int length = in.readInt();
      values[i] = length == AnswerWriter.NOT_SET ? null : text(length);
    }
    return new Row(columns, values);
  }

  private int count() throws IOException {
    int count = in.readInt();
    if (count < 0 || count > MOST) {
      throw new SnapshotException("it holds an impossible length of " + count);
    }
    return count;
  }

  private String text(int length) throws IOException {
    if (length < 0 || length > MOST) {
      throw new SnapshotException("it holds an impossible length of " + length);
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new SnapshotException("it ends too early");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
