package org.ara.realtime.files;

import org.ara.config.Origin;
import org.ara.config.file.Elsewhere;

/**
 * One line of a file in a table.
 *
 * @param metric of its category: the highest comes first
 * @param category the section it is in
 * @param place its place in the section: the lowest comes first
 * @param id the row's, 0 if it has none
 * @param name of the variable; empty where the table has none
 * @param value raw, as stored
 */
record StaticRow(long metric, String category, long place, long id, String name, String value)
    implements Comparable<StaticRow> {

  /**
   * The order of a file's lines, the same on every database. Categories of one metric stay apart,
   * and lines of one place stay in the order they were added.
   */
  @Override
  public int compareTo(StaticRow other) {
    // The chain that Comparator builds is a quarter of the time of a long file.
    int order = Long.compare(other.metric, metric);
    if (order == 0) {
      order = category.compareTo(other.category);
    }
    if (order == 0) {
      order = Long.compare(place, other.place);
    }
    if (order == 0) {
      order = Long.compare(id, other.id);
    }
    if (order == 0) {
      order = name.compareTo(other.name);
    }
    return order == 0 ? value.compareTo(other.value) : order;
  }

  /** The row as a line of the file. */
  Elsewhere.Line line(String source) {
    return new Elsewhere.Line(category, metric, name, value, new Origin(source, id));
  }
}
