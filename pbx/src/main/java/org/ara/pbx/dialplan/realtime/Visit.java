package org.ara.pbx.dialplan.realtime;

import org.ara.pbx.dialplan.ExtensionTable;
import org.jspecify.annotations.Nullable;

/**
 * What a call knows of an extension while it is in it.
 *
 * @param named the names that are the dialled text
 * @param patterns the patterns of the context; null before they were needed
 */
record Visit(ExtensionTable named, @Nullable ExtensionTable patterns) {

  /** What a visit is kept under. */
  record Key(SwitchData data, String dialled) {}
}
