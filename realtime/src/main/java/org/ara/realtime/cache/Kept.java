package org.ara.realtime.cache;

import java.util.List;
import java.util.Objects;
import org.ara.realtime.Condition;
import org.ara.realtime.Lookup;
import org.ara.realtime.Row;
import org.jspecify.annotations.Nullable;

/** An answer that is kept: to which question, read when and from where. */
public final class Kept {

  private static final int OWN_BYTES = 72;

  private final int hash;

  /** Of a question for one row by equality of one column, else null. */
  private final @Nullable String column;

  /** The value to equal, or the whole question where there is no such column. */
  private final Object asked;

  private final Lookup<?> answer;
  private final Object source;
  private final long readAt;
  private final long stamp;
  private final int slot;
  private final int bytes;
  private volatile boolean used;
  private volatile @Nullable Kept next;

  /**
   * An answer to keep.
   *
   * @param question what was asked
   * @param answer found (a {@link Row}, or a list of them, as the question says) or absent
   * @param source the table that gave it, compared by identity
   * @param readAt when, in milliseconds
   * @param ticket the state of the table's ledger before it was asked
   */
  Kept(Question question, Lookup<?> answer, Object source, long readAt, Ledger.Ticket ticket) {
    this.hash = question.hash();
    this.column = question.onlyColumn();
    this.asked = column == null ? question : question.conditions().getFirst().value();
    this.answer = Objects.requireNonNull(answer, "answer");
    this.source = Objects.requireNonNull(source, "source");
    this.readAt = readAt;
    this.stamp = ticket.stamp();
    this.slot = ticket.slot();
    this.bytes = OWN_BYTES + footprint(question, column) + footprint(answer);
    // What was found is spared once; that somebody asked for what is not there says little.
    this.used = !isNegative();
  }

  /** What was asked. */
  public Question question() {
    return column == null
        ? (Question) asked
        : new Question(List.of(Condition.equal(column, (String) asked)), true);
  }

  /** The answer to a question for one row. */
  @SuppressWarnings("unchecked") // the question says what was kept
  public Lookup<Row> row() {
    if (!isSingle()) {
      throw new IllegalStateException("all rows were asked for");
    }
    return (Lookup<Row>) answer;
  }

  /** The answer to a question for all rows. */
  @SuppressWarnings("unchecked") // the question says what was kept
  public Lookup<List<Row>> rows() {
    if (isSingle()) {
      throw new IllegalStateException("one row was asked for");
    }
    return (Lookup<List<Row>>) answer;
  }

  /** The answer, for those who know what was asked. */
  public Lookup<?> answer() {
    return answer;
  }

  /** Whether the answer is that there is nothing. */
  public boolean isNegative() {
    return answer instanceof Lookup.Absent;
  }

  /** Whether it was read by an earlier run of the program. */
  public boolean isRestored() {
    return source instanceof FamilyCache;
  }

  /** When it was read, in milliseconds of the engine's clock. */
  public long readAt() {
    return readAt;
  }

  /** Whether it came from that table and no change has been told since that may concern it. */
  @SuppressWarnings("ReferenceEquality") // a table mapped anew is another one
  public boolean holds(Object table, Ledger ledger) {
    return source == table && ledger.stamp(slot) == stamp;
  }

  /** About how many bytes of memory it takes. */
  int bytes() {
    return bytes;
  }

  @Nullable Kept next() {
    return next;
  }

  void link(@Nullable Kept following) {
    next = following;
  }

  void use() {
    if (!used) {
      used = true;
    }
  }

  /** Whether it was used since this was asked last. */
  boolean takeUsed() {
    boolean was = used;
    used = false;
    return was;
  }

  int hash() {
    return hash;
  }

  /** Whether one row was asked for rather than all. */
  public boolean isSingle() {
    return column != null || ((Question) asked).single();
  }

  /** Whether the question was for one row whose column equals a value. */
  boolean answers(int wantedHash, String wantedColumn, String wantedValue) {
    return hash == wantedHash && wantedColumn.equals(column) && asked.equals(wantedValue);
  }

  /** Whether this was the question. */
  boolean answers(Question wanted) {
    if (hash != wanted.hash()) {
      return false;
    }
    String wantedColumn = wanted.onlyColumn();
    return wantedColumn == null
        ? column == null && asked.equals(wanted)
        : answers(hash, wantedColumn, wanted.conditions().getFirst().value());
  }

  /** Whether it answers the same question as another. */
  boolean answersLike(Kept other) {
    return hash == other.hash && Objects.equals(column, other.column) && asked.equals(other.asked);
  }

  private static int footprint(Question question, @Nullable String column) {
    return column == null
        ? question.footprint()
        : 40 + ((question.conditions().getFirst().value().length() + 7) & ~7);
  }

  private static int footprint(Lookup<?> answer) {
    if (!(answer instanceof Lookup.Found<?>(Object value))) {
      return 0;
    }
    if (value instanceof Row row) {
      return 16 + row.footprint();
    }
    int bytes = 48;
    for (Object row : (List<?>) value) {
      bytes += 4 + ((Row) row).footprint();
    }
    return bytes;
  }
}
