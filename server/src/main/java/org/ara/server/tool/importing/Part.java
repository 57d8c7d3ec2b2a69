package org.ara.server.tool.importing;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

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
}
