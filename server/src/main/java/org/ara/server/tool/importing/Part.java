package org.ara.server.tool.importing;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ara.server.tool.ToolException;

/**
 * What a file means for one table.
 *
 * @param family whose table it is
 * @param scopes the rows that are replaced as a whole, each by columns and values; if there are
 *     none, each row is changed where one of its key is there, and added otherwise
 * @param keys the columns by which a row is found
 * @param rows made anew at each call, so that they need not be kept
 * @param count how many rows there are
 */
record Part(
    String family,
    List<Map<String, String>> scopes,
    List<String> keys,
    Supplier<Stream<TableRow>> rows,
    long count) {

  Part {
    scopes = List.copyOf(scopes);
    keys = List.copyOf(keys);
  }

  /** Takes a row. */
  interface Taker {
    void take(TableRow row) throws SQLException, ToolException;
  }

  /** Hands the rows on, one after the other: an iterator would gather those of a whole file. */
  void each(Taker taker) throws SQLException, ToolException {
    try (Stream<TableRow> all = rows.get()) {
      all.forEachOrdered(
          row -> {
            try {
              taker.take(row);
            } catch (SQLException | ToolException e) {
              throw new Refused(e);
            }
          });
    } catch (Refused refused) {
      switch (refused.getCause()) {
        case SQLException e -> throw e;
        case ToolException e -> throw e;
        case null, default -> throw refused;
      }
    }
  }

  /** Carries what a taker throws through a stream. */
  private static final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refused(Exception cause) {
      super(cause);
    }
  }
}
