package org.ara.realtime.cache;

import java.util.List;
import org.ara.realtime.Condition;
import org.jspecify.annotations.Nullable;

/** What a family was asked: by which conditions, and whether for one row or for all. */
public final class Question {

  private final List<Condition> conditions;
  private final boolean single;
  private final int hash;

  /**
   * A question.
   *
   * @param conditions with values as they are stored; at least one
   * @param single whether the first row is wanted rather than all
   */
  public Question(List<Condition> conditions, boolean single) {
    this.conditions = List.copyOf(conditions);
    this.single = single;
    this.hash = hash(this.conditions, single);
  }

  /** The conditions, with values as they are stored. */
  public List<Condition> conditions() {
    return conditions;
  }

  /** Whether one row is wanted rather than all. */
  public boolean single() {
    return single;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Question that
            && hash == that.hash
            && single == that.single
            && conditions.equals(that.conditions));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** {@code name = bob, host = dynamic}; values are those of whoever asked. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Condition c : conditions) {
      text.append(text.isEmpty() ? "" : ", ");
      text.append(c.column()).append(' ').append(c.operator().symbol()).append(' ');
      text.append(c.value());
    }
    return text.toString();
  }

  int hash() {
    return hash;
  }

  /** The hash of a question for one row by equality of one column, without making it. */
  static int hash(String column, String value) {
    return spread(mix(1, column, Condition.Operator.EQUAL, value));
  }

  /** The column, if this is for one row by equality of one column; else null. */
  @Nullable String onlyColumn() {
    Condition first = conditions.getFirst();
    return single && conditions.size() == 1 && first.operator() == Condition.Operator.EQUAL
        ? first.column()
        : null;
  }

  int footprint() {
    int bytes = 24 + 24 + 4 * conditions.size();
    for (Condition condition : conditions) {
      bytes += 24 + 40 + ((condition.value().length() + 7) & ~7);
    }
    return bytes;
  }

  private static int hash(List<Condition> conditions, boolean single) {
    int hash = single ? 1 : 2;
    for (Condition c : conditions) {
      hash = mix(hash, c.column(), c.operator(), c.value());
    }
    return spread(hash);
  }

  private static int mix(int before, String column, Condition.Operator operator, String value) {
    return ((before * 31 + column.hashCode()) * 31 + operator.symbol().hashCode()) * 31
        + value.hashCode();
  }

  private static int spread(int hash) {
    int mixed = hash * 0x9E3779B9;
    return mixed ^ (mixed >>> 16);
  }
}
