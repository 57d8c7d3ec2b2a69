package org.ara.realtime.engine;

import org.ara.realtime.Mapping;
import org.ara.realtime.Outage;
import org.ara.realtime.cache.Ledger;
import org.ara.realtime.spi.Table;
import org.ara.realtime.status.PoolStatus;

/** A table that mappings lead to, with what the engine knows of it. */
final class Storage implements AutoCloseable {

  private final String place;
  private final Table table;
  private final Ledger ledger;
  private final Availability availability;
  private final TableFeed feed;

  /**
   * A table of a driver.
   *
   * @param mapping the first one that led to it
   * @param table the driver's
   * @param ledger of its changes; shared with tables of that name in other databases, as several
   *     names may lead to one database
   * @param clock the engine's
   */
  Storage(Mapping mapping, Table table, Ledger ledger, Clock clock) {
    String words = mapping.driver() + " " + mapping.table();
    this.place = mapping.driver() + "," + mapping.database() + "," + mapping.table();
    this.table = table;
    this.ledger = ledger;
    this.availability = new Availability(words);
    this.feed = new TableFeed(words, table, ledger, clock);
  }

  Table table() {
    return table;
  }

  Ledger ledger() {
    return ledger;
  }

  Availability availability() {
    return availability;
  }

  TableFeed feed() {
    return feed;
  }

  /** What queues before it, and whether it answers. */
  PoolStatus status() {
    Outage away = availability.outage();
    return new PoolStatus(
        place, table.lookups(), table.updates(), away == null ? "" : away.message());
  }

  @Override
  public void close() {
    feed.leave();
    availability.close();
  }
}
