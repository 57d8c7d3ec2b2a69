package org.ara.realtime.engine;

import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.ara.realtime.Mapping;
import org.ara.realtime.cache.Ledger;

/**
 * One ledger for all tables of a driver that have the same name, whatever database or schema a
 * mapping names: where two names mean one table, a change made through one is counted for both.
 */
final class Ledgers {

  private final ConcurrentMap<String, Ledger> byTable = new ConcurrentHashMap<>();

  Ledger of(Mapping mapping) {
    String table = mapping.table().substring(mapping.table().lastIndexOf('.') + 1);
    String key = mapping.driver() + " " + table.replace("\"", "").replace("`", "");
    return byTable.computeIfAbsent(key.toLowerCase(Locale.ROOT), absent -> new Ledger());
  }
}
