package org.ara.realtime;

import java.util.List;
import java.util.Set;

/**
 * The one way to live objects: every family, whatever it is mapped to.
 *
 * <p>All methods block the calling (virtual) thread until the storage has answered or the family's
 * deadline has passed, are safe for any number of threads, and throw only for arguments that no
 * storage could accept ({@link IllegalArgumentException}: no conditions or no fields). What a
 * storage does wrong comes back as <i>unavailable</i>. Match values and written values are given as
 * meant: the engine encodes {@code ;} and {@code ^}, the driver escapes what its language needs.
 *
 * @see <a href="../../../../../../../docs/architecture.md">docs/architecture.md</a>
 */
public interface Realtime {

  /**
   * Loads the first row that meets all conditions.
   *
   * @param family as named in {@code extconfig.conf}; case is ignored
   * @param conditions at least one
   */
  Lookup<Row> find(String family, List<Condition> conditions);

  /** Loads one row by equality of one column. */
  default Lookup<Row> find(String family, String column, String value) {
    return find(family, List.of(Condition.equal(column, value)));
  }

  /**
   * Loads every row that meets all conditions, ordered by the column of the first condition.
   *
   * @return found with at least one row, or absent
   */
  Lookup<List<Row>> findAll(String family, List<Condition> conditions);

  /**
   * Writes fields into every row that meets all conditions.
   *
   * @return done with the number of rows, which may be 0; a field whose column the table lacks is
   *     left out with one warning, a missing key column is <i>unavailable: refused</i>
   */
  Change update(String family, List<Condition> keys, List<Field> fields);

  /** Adds a row. */
  Change store(String family, List<Field> fields);

  /**
   * Deletes the rows that meet all conditions.
   *
   * @param keys at least one; all of them are heeded
   */
  Change destroy(String family, List<Condition> keys);

  /**
   * Whether the family has a mapping. One whose driver is not loaded counts: asking it is
   * <i>unavailable</i>, which is not the same as having no such family.
   */
  boolean isMapped(String family);

  /** Whether the family's table is known to have this column; false also while unavailable. */
  boolean hasColumn(String family, String column);

  /**
   * Says what a module will read and write in a family's table, best when it loads. What is lacking
   * is said in the log, once for each call. A driver that is told to ({@code requirements =
   * createclose}) adds the columns that are missing.
   *
   * @param requirements at least one
   * @return found, with what is still lacking
   */
  Lookup<Shortfalls> require(String family, List<Requirement> requirements);

  /**
   * Like {@link #require}, without waiting for the storage: as soon as it can be asked. What is
   * expected of a family replaces what was expected of it before.
   *
   * @param requirements at least one
   */
  default void expect(String family, List<Requirement> requirements) {
    Thread.ofVirtual()
        .name("realtime-expects-" + family)
        .start(() -> require(family, requirements));
  }

  /**
   * Whether answers about a family are given from memory for as long as they hold, and never
   * longer: its storage tells of every change. Whoever asks each time then is never behind.
   */
  default boolean isFollowed(String family) {
    return false;
  }

  /** The mappings in force, in file order. */
  List<Mapping> mappings();

  /** The names of the drivers that are there, sorted. */
  Set<String> drivers();
}
