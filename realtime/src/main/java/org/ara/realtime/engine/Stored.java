package org.ara.realtime.engine;

import java.util.ArrayList;
import java.util.List;
import org.ara.realtime.Condition;
import org.ara.realtime.Field;
import org.ara.realtime.ListValue;

/** Values as callers mean them, turned into the text that tables hold. */
final class Stored {

  private Stored() {}

  /**
   * Conditions with their values encoded; the same list if there is nothing to encode.
   *
   * @throws IllegalArgumentException if there are none
   */
  static List<Condition> conditions(List<Condition> meant) {
    if (meant.isEmpty()) {
      throw new IllegalArgumentException("at least one condition is needed");
    }
    for (Condition condition : meant) {
      if (needsEncoding(condition.value())) {
        return encoded(meant);
      }
    }
    return meant;
  }

  /**
   * Fields with their values encoded; the same list if there is nothing to encode.
   *
   * @throws IllegalArgumentException if there are none
   */
  static List<Field> fields(List<Field> meant) {
    if (meant.isEmpty()) {
      throw new IllegalArgumentException("at least one field is needed");
    }
    List<Field> encoded = new ArrayList<>(meant.size());
    for (Field field : meant) {
      String value = ListValue.encode(field.value());
      encoded.add(value.equals(field.value()) ? field : new Field(field.column(), value));
    }
    return encoded;
  }

  private static List<Condition> encoded(List<Condition> meant) {
    List<Condition> encoded = new ArrayList<>(meant.size());
    for (Condition c : meant) {
      encoded.add(new Condition(c.column(), c.operator(), ListValue.encode(c.value())));
    }
    return encoded;
  }

  /** Whether the value is stored in another form than it is meant in. */
  static boolean needsEncoding(String value) {
    return value.indexOf(';') >= 0 || value.indexOf('^') >= 0;
  }
}
