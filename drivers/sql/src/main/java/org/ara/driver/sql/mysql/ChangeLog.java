package org.ara.driver.sql.mysql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ara.driver.sql.schema.MysqlTriggers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the change table: each committed row once, however late its transaction commits. */
final class ChangeLog {

  private static final Logger LOG = LoggerFactory.getLogger(ChangeLog.class);
  private static final String ROWS =
      "SELECT id, changed_table, key_before, key_after FROM " + MysqlTriggers.LOG + " WHERE ";

  /** How long rows are kept for others to read. */
  private static final Duration KEPT = Duration.ofMinutes(5);

  /** Numbers below the highest that a transaction may have been given and not yet written. */
  private static final int JUST_GIVEN = 100;

  private static final int MOST_IN_LIST = 200;
  private static final int MOST_AT_ONCE = 10_000;

  private final Connection connection;
  private final Gaps gaps = new Gaps();
  private final PreparedStatement fresh;
  private final Deque<Mark> marks = new ArrayDeque<>();

  /** Up to which number there were rows at some time. */
  private record Mark(long id, long at) {}

  /**
   * A row: what was changed.
   *
   * @param before the key of the row as it was, null if not known
   * @param after and as it is
   */
  record Entry(String table, @Nullable String before, @Nullable String after) {}

  /** Starts behind what is committed now; what is not committed now is still to come. */
  ChangeLog(Connection connection) throws SQLException {
    this.connection = connection;
    Set<Long> committed = ids("");
    Set<Long> held = uncommitted("");
    held.removeAll(ids(""));
    long high = committed.stream().mapToLong(Long::longValue).max().orElse(0);
    for (long id = Math.max(1, high - JUST_GIVEN); id < high; id++) {
      if (!committed.contains(id)) {
        held.add(id);
      }
    }
    held.removeIf(id -> id > high);
    gaps.start(high, held, System.nanoTime());
    this.fresh = connection.prepareStatement(ROWS + "id > ? ORDER BY id LIMIT " + MOST_AT_ONCE);
  }

  /** What was committed since the last time. */
  List<Entry> read() throws SQLException {
    List<Entry> entries = new ArrayList<>();
    List<Long> missing = gaps.missing();
    if (!missing.isEmpty()) {
      try (Statement late = connection.createStatement();
          ResultSet rows = late.executeQuery(ROWS + among(missing))) {
        collect(rows, entries);
      }
    }
    fresh.setLong(1, gaps.high());
    try (ResultSet rows = fresh.executeQuery()) {
      collect(rows, entries);
    }
    return entries;
  }

  /**
   * Looks which missing rows are held by transactions.
   *
   * @return false if some are gone that were held: rolled back, or committed and purged since
   */
  boolean lookForMissing() throws SQLException {
    List<Long> missing = gaps.missing();
    if (missing.isEmpty()) {
      return true;
    }
    return gaps.hold(uncommitted(" WHERE " + among(missing)), System.nanoTime()) == 0;
  }

  /** Deletes what everybody had time to read. */
  void purge() {
    long now = System.nanoTime();
    if (marks.isEmpty() || marks.getLast().id < gaps.high()) {
      marks.add(new Mark(gaps.high(), now));
    }
    Mark oldest = marks.peek();
    if (oldest == null || now - oldest.at < KEPT.toNanos()) {
      return;
    }
    marks.remove();
    try (Statement delete = connection.createStatement()) {
      delete.executeUpdate(
          "DELETE FROM " + MysqlTriggers.LOG + " WHERE id <= " + oldest.id + " LIMIT 50000");
    } catch (SQLException e) {
      LOG.debug("{} is not purged: {}", MysqlTriggers.LOG, e.getMessage());
    }
  }

  private void collect(ResultSet rows, List<Entry> entries) throws SQLException {
    long now = System.nanoTime();
    while (rows.next()) {
      if (gaps.see(rows.getLong(1), now)) {
        entries.add(new Entry(rows.getString(2), rows.getString(3), rows.getString(4)));
      }
    }
  }

  /** Also the rows of transactions that have not ended. */
  private Set<Long> uncommitted(String where) throws SQLException {
    try (Statement level = connection.createStatement()) {
      level.execute("SET SESSION TRANSACTION ISOLATION LEVEL READ UNCOMMITTED");
      Set<Long> ids = ids(where);
      level.execute("SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED");
      return ids;
    }
  }

  private Set<Long> ids(String where) throws SQLException {
    try (Statement query = connection.createStatement();
        ResultSet rows = query.executeQuery("SELECT id FROM " + MysqlTriggers.LOG + where)) {
      Set<Long> ids = new HashSet<>();
      while (rows.next()) {
        ids.add(rows.getLong(1));
      }
      return ids;
    }
  }

  private static String among(List<Long> ids) {
    return ids.size() > MOST_IN_LIST
        ? "id BETWEEN " + ids.getFirst() + " AND " + ids.getLast()
        : ids.stream().map(String::valueOf).collect(Collectors.joining(",", "id IN (", ")"));
  }
}
