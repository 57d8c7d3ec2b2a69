package org.ara.pbx.dialplan;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.ara.pbx.expression.Warnings;

/**
 * One field of a {@link TimeCondition}: points on a circle, such as the days of the week.
 *
 * @param name what a point is, for messages
 * @param size how many points there are
 * @param point the index of a point from its text, or -1
 */
record TimeField(String name, int size, ToIntFunction<String> point) {

  static TimeField named(String name, List<String> names) {
    return new TimeField(
        name, names.size(), text -> text.length() < 3 ? -1 : names.indexOf(text.substring(0, 3)));
  }

  static TimeField numbered(String name, int first, int count) {
    return new TimeField(name, count, text -> number(text, first, first + count - 1) - first);
  }

  static TimeField minutesOfDay() {
    return new TimeField("time of day (HH:MM)", 24 * 60, TimeField::minute);
  }

  private static int minute(String text) {
    int colon = text.indexOf(':');
    int hour = colon < 0 ? -1 : number(text.substring(0, colon), 0, 23);
    int minute = colon < 0 ? -1 : number(text.substring(colon + 1), 0, 59);
    return hour < 0 || minute < 0 ? -1 : hour * 60 + minute;
  }

  private static int number(String text, int least, int most) {
    if (!text.matches("[0-9]{1,2}")) {
      return -1;
    }
    int value = Integer.parseInt(text);
    return value < least || value > most ? -1 : value;
  }

  /** The points that a field names; all for empty and {@code *}, none where it makes no sense. */
  BitSet parse(String field, Warnings warnings) {
    BitSet points = new BitSet(size);
    if (field.isEmpty() || field.equals("*")) {
      points.set(0, size);
      return points;
    }
    for (String part : field.toLowerCase(Locale.ROOT).split("&", -1)) {
      String[] ends = part.strip().split("-", 2);
      int first = point.applyAsInt(ends[0].strip());
      int last = ends.length == 1 ? first : point.applyAsInt(ends[1].strip());
      if (first < 0 || last < 0) {
        warnings.warn("'" + part.strip() + "' is not a " + name + " or a range of them");
        continue;
      }
      for (int at = first; at != last; at = (at + 1) % size) {
        points.set(at);
      }
      points.set(last);
    }
    return points;
  }
}
