package org.ara.driver.sql;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is known about one table: described when first needed, and again when it turns out to have
 * changed. That a table does not exist is never remembered.
 */
final class Catalogue {

  /** How long a column that the table lacks is taken to be still missing. */
  static final Duration MISSING_COLUMN_AGE = Duration.ofSeconds(1);

  private final Database database;
  private final String table;
  private final ReentrantLock describing = new ReentrantLock();
  private volatile @Nullable DescribedTable known;
  private volatile long generation;
  private volatile Consumer<DescribedTable> changed = ignored -> {};

  Catalogue(Database database, String table) {
    this.database = database;
    this.table = table;
  }

  /** Whom to tell of each description from now on. */
  void tell(Consumer<DescribedTable> listener) {
    changed = listener;
  }

  /** What is known, without asking the database. */
  Optional<DescribedTable> known() {
    return Optional.ofNullable(known);
  }

  /** The table; empty if there is none. */
  Optional<DescribedTable> get(Session session) throws SQLException {
    DescribedTable described = known;
    if (described != null && generation != database.generation()) {
      return describe(session, described);
    }
    return described != null ? Optional.of(described) : describe(session, null);
  }

  /** The table as it is now, or was a moment ago. */
  Optional<DescribedTable> refreshed(Session session, DescribedTable seen) throws SQLException {
    return seen.olderThan(MISSING_COLUMN_AGE) ? describe(session, seen) : Optional.of(seen);
  }

  /** The table as it is now, whatever others are about to learn of it. */
  Optional<DescribedTable> now(Session session) throws SQLException {
    describing.lock();
    try {
      return read(session);
    } finally {
      describing.unlock();
    }
  }

  /** Forgets the description, because a statement made from it failed. */
  void forget() {
    known = null;
  }

  private Optional<DescribedTable> describe(Session session, @Nullable DescribedTable seen)
      throws SQLException {
    describing.lock();
    try {
      DescribedTable described = known;
      return described != null && described != seen ? Optional.of(described) : read(session);
    } finally {
      describing.unlock();
    }
  }

  private Optional<DescribedTable> read(Session session) throws SQLException {
    long now = database.generation();
    Optional<DescribedTable> fresh = database.dialect().describe(session, table);
    known = fresh.orElse(null);
    generation = now;
    fresh.ifPresent(changed);
    return fresh;
  }
}
