package org.ara.realtime.snapshot;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ara.realtime.Columns;
import org.ara.realtime.Condition;
import org.ara.realtime.Lookup;
import org.ara.realtime.Row;

/** Writes answers one after the other, the names of their columns once. */
final class AnswerWriter {

  static final int END = 0;
  static final int COLUMNS = 1;
  static final int ANSWER = 2;
  static final int NOT_SET = -1;
  static final int ABSENT = -1;

  private final DataOutputStream out;
  private final Map<Columns, Integer> known = new HashMap<>();
  private Columns last = new Columns(List.of());
  private int lastNumber = -1;

  AnswerWriter(DataOutputStream out) {
    this.out = out;
  }

  void text(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  void write(SavedAnswer saved) throws IOException {
    List<Row> rows =
        saved.answer() instanceof Lookup.Found<List<Row>>(List<Row> found) ? found : List.of();
    for (Row row : rows) {
      define(row.columns());
    }
    out.writeByte(ANSWER);
    out.writeBoolean(saved.question().single());
    out.writeInt(saved.question().conditions().size());
    for (Condition condition : saved.question().conditions()) {
      text(condition.column());
      text(condition.operator().symbol());
      text(condition.value());
    }
    out.writeLong(saved.readAt());
    out.writeInt(rows.isEmpty() ? ABSENT : rows.size());
    for (Row row : rows) {
      write(row);
    }
  }

  void end() throws IOException {
    out.writeByte(END);
  }

  private void write(Row row) throws IOException {
    define(row.columns());
    out.writeInt(lastNumber);
    for (int i = 0; i < row.columns().size(); i++) {
      String value = row.stored(i);
      if (value == null) {
        out.writeInt(NOT_SET);
      } else {
        text(value);
      }
    }
  }

  /** Most rows have the columns of the row before. */
  @SuppressWarnings("ReferenceEquality") // the quick way; equal ones are found below
  private void define(Columns columns) throws IOException {
    if (columns == last && lastNumber >= 0) {
      return;
    }
    Integer number = known.get(columns);
    if (number == null) {
      number = known.size();
      known.put(columns, number);
      out.writeByte(COLUMNS);
      out.writeInt(columns.size());
      for (int i = 0; i < columns.size(); i++) {
        text(columns.name(i));
      }
    }
    last = columns;
    lastNumber = number;
  }
}
