package org.ara.driver.sql;

import java.sql.SQLException;

/**
 * Runs operations on a database, once more where the table has changed or the connection broke and
 * that can help.
 */
final class Attempts {

  private final Database database;
  private final Catalogue catalogue;
  private final Problems problems;

  Attempts(Database database, Catalogue catalogue, Problems problems) {
    this.database = database;
    this.catalogue = catalogue;
    this.problems = problems;
  }

  <T> T reading(Database.Work<T> work) throws DatabaseException {
    return attempt(true, () -> database.read(work));
  }

  /**
   * Like {@link #reading}, where the work may write.
   *
   * @param repeatable false for what must not be done twice: a broken connection leaves open
   *     whether it was done
   */
  <T> T writing(boolean repeatable, Database.Work<T> work) throws DatabaseException {
    return attempt(repeatable, () -> database.write(work));
  }

  private <T> T attempt(boolean repeatable, Operation<T> operation) throws DatabaseException {
    for (int attempt = 1; ; attempt++) {
      try {
        return operation.run();
      } catch (SQLException e) {
        Fault fault = database.dialect().fault(e);
        if (!canTryAgain(fault, repeatable) || attempt == 2) {
          throw problems.failed(fault, e);
        }
      }
    }
  }

  private boolean canTryAgain(Fault fault, boolean repeatable) throws DatabaseException {
    return switch (fault) {
      case STALE -> {
        catalogue.forget();
        yield true;
      }
      case LOST -> {
        database.confirm(fault);
        yield repeatable;
      }
      case SILENT -> {
        database.confirm(fault);
        yield false;
      }
      case BAD_VALUE, BUSY, TOO_SLOW, FULL, REFUSED -> false;
    };
  }

  /** An operation on the database. */
  @FunctionalInterface
  private interface Operation<T> {
    T run() throws SQLException, DatabaseException;
  }
}
