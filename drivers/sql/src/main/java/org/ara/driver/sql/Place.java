package org.ara.driver.sql;

/**
 * Where a database is, in words for an operator; never with a password.
 *
 * @param driver the driver's name, {@code pgsql}
 * @param section the section of its configuration file
 * @param where user, host, port and database, or a file
 * @param file the configuration file to look into
 */
public record Place(String driver, String section, String where, String file) {

  /** {@code pgsql [general] (ara@127.0.0.1:5432/ara)}. */
  @Override
  public String toString() {
    return driver + " [" + section + "] (" + where + ")";
  }
}
