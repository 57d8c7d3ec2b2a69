package org.ara.driver.sql.bulk;

/** A row could not be written, or the table not be used; the message says why. */
public final class BulkException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int row;

  BulkException(int row, String message, Throwable cause) {
    super(message, cause);
    this.row = row;
  }

  /** Which of the rows given to the insert it was, from 0; -1 if it was none of them. */
  public int row() {
    return row;
  }
}
