package org.ara.driver.sql;

/** What to do about columns that a module wants and a table lacks. */
public enum Requirements {
  /** Say so. */
  WARN,
  /** Add them, of the type that comes closest to what is wanted. */
  CREATECLOSE,
  /** Add them, all as text. */
  CREATECHAR
}
