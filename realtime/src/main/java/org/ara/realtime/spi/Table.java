package org.ara.realtime.spi;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.ara.realtime.Change;
import org.ara.realtime.Condition;
import org.ara.realtime.Field;
import org.ara.realtime.Lookup;
import org.ara.realtime.Requirement;
import org.ara.realtime.Row;
import org.ara.realtime.Shortfalls;
import org.ara.realtime.batch.BatchStatus;

/**
 * One table of one storage, as the engine uses it.
 *
 * <p>Methods may be called from any number of threads and block until the storage answered or the
 * driver's own deadline passed. They never throw for what the storage does; every failure is an
 * {@link org.ara.realtime.Outage} naming driver, database, table and, where known, column. Values
 * arrive encoded ({@link org.ara.realtime.ListValue}) and are bound, never pasted; column names are
 * taken only from the table's real description.
 */
public interface Table {

  /**
   * Reads rows.
   *
   * @param conditions at least one
   * @param orderBy the column to order by
   * @param limit the most rows wanted, 0 for all
   * @return found with at least one row, or absent
   */
  Lookup<List<Row>> select(List<Condition> conditions, String orderBy, int limit);

  /**
   * Reads any number of rows, one after the other, without holding them all: for whole files, so
   * that it may take as long as rows keep coming.
   *
   * @param conditions at least one
   * @param orderBy the column to order by, as far as the storage is told to order
   * @param start makes what takes the rows in; once more if reading has to begin anew
   * @param add takes a row in
   * @return found, also where there is no row, or absent
   */
  default <A> Lookup<A> scan(
      List<Condition> conditions, String orderBy, Supplier<A> start, BiConsumer<A, Row> add) {
    return select(conditions, orderBy, 0)
        .map(
            rows -> {
              A taking = start.get();
              rows.forEach(row -> add.accept(taking, row));
              return taking;
            });
  }

  /** Reads rows like {@link #select} and tells how; for operators, so it may take longer. */
  default Explained explain(List<Condition> conditions, String orderBy, int limit) {
    return new Explained(select(conditions, orderBy, limit), List.of(), List.of());
  }

  /** Updates rows; fields without a column are left out with a warning. */
  Change update(List<Condition> keys, List<Field> fields);

  /** Inserts a row; an unknown column is refused. */
  Change insert(List<Field> fields);

  /** Deletes rows. */
  Change delete(List<Condition> keys);

  /** The table's columns as they are now. */
  Lookup<TableDescription> describe();

  /**
   * Whether there is a column of that name, case ignored. Callers ask this per request: a driver
   * that already knows the column answers without asking its database.
   */
  default Lookup<Boolean> hasColumn(String column) {
    return describe().map(description -> description.column(column).isPresent());
  }

  /**
   * Looks whether the table has the columns that a module wants, and adds those that are missing
   * where the storage is configured to do so. Columns that are there are never altered.
   *
   * @return found, with what is still lacking
   */
  default Lookup<Shortfalls> require(List<Requirement> requirements) {
    return describe().map(description -> description.shortfalls("the table", requirements));
  }

  /** How changes of this table become known; empty if its storage does not tell. */
  default Optional<ChangeFeed> changes() {
    return Optional.empty();
  }

  /** The connections to the table's database; empty where there is nothing of the kind. */
  default Optional<ConnectionStatus> connections() {
    return Optional.empty();
  }

  /** How lookups went out together so far; {@link BatchStatus#NONE} where they never do. */
  default BatchStatus lookups() {
    return BatchStatus.NONE;
  }

  /** How updates went out together so far; {@link BatchStatus#NONE} where they never do. */
  default BatchStatus updates() {
    return BatchStatus.NONE;
  }
}
