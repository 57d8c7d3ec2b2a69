package org.ara.pbx.dialplan.realtime;

import java.util.List;
import org.ara.pbx.dialplan.ExtensionTable;

/**
 * Rows made into extensions.
 *
 * @param table the extensions
 * @param bad the rows that none could be made of
 */
record Compiled(ExtensionTable table, List<BadRow> bad) {

  /** What no rows come to. */
  static final Compiled NOTHING = new Compiled(ExtensionTable.EMPTY, List.of());

  Compiled {
    bad = List.copyOf(bad);
  }
}
