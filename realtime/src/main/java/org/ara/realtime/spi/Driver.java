package org.ara.realtime.spi;

/**
 * A kind of storage, named in {@code extconfig.conf}: {@code sqlite3}, {@code pgsql}.
 *
 * <p>Drivers are registered with {@link DriverRegistry} by the module that brings them.
 */
public interface Driver {

  /** The name used in mappings, lower case. */
  String name();

  /**
   * The table behind a mapping. Cheap; does not connect and does not fail: a database that is not
   * configured or not there is reported by the operations.
   *
   * @param database as written in the mapping
   * @param table as written in the mapping
   */
  Table table(String database, String table);
}
