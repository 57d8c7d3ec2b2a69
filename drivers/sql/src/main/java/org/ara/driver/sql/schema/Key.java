package org.ara.driver.sql.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/**
 * An index or a key of a table.
 *
 * @param columns in index order
 * @param unique whether no two rows may have the same values
 * @param primary whether it is the primary key
 */
public record Key(List<String> columns, boolean unique, boolean primary) {

  public Key {
    columns = columns.stream().map(column -> column.toLowerCase(Locale.ROOT)).toList();
  }

  /** Whether this one finds the rows by the wanted columns, and is unique if that is wanted. */
  boolean serves(Key wanted) {
    int most = wanted.columns.size();
    if (wanted.unique ? !unique || columns.size() != most : columns.size() < most) {
      return false;
    }
    return new HashSet<>(columns.subList(0, most)).equals(new HashSet<>(wanted.columns));
  }
}
