package org.ara.realtime.console;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ara.realtime.batch.BatchStatus;
import org.ara.realtime.spi.ConnectionStatus;
import org.ara.realtime.status.Inspection;
import org.ara.realtime.status.PoolStatus;

/** {@code realtime show pools}: what queues before each table, and how it leaves together. */
final class ShowPools extends ShowCommand {

  private static final String LAYOUT = "%-34s %-8s %10s %10s %7s %8s %6s %8s  %s";

  private static final String CONNECTIONS = "%-34s %6s %6s %6s %8s %9s %9s %9s";

  private final Inspection inspection;

  ShowPools(Inspection inspection) {
    super("pools");
    this.inspection = inspection;
  }

  @Override
  public String summary() {
    return "Show what waits for each table";
  }

  @Override
  public String usage() {
    return """
    Usage: realtime show pools
           Shows, for each mapped table, its lookups and its updates: how many there were,
           in how many statements, the most in one, how many wait, how many statements are
           out, and how many were turned away. Then, for each database, its connections:
           how many are open, how many of them are busy, how many there may be; how many
           operations wait for one and since when; how many were opened and how many could
           not be.""";
  }

  @Override
  void show(Output out) {
    List<PoolStatus> pools = inspection.pools();
    if (pools.isEmpty()) {
      out.line("No mapping leads to a driver that is loaded.");
      return;
    }
    out.line(
        LAYOUT,
        "Table",
        "",
        "Requests",
        "Statements",
        "Largest",
        "Waiting",
        "Out",
        "Refused",
        "State");
    for (PoolStatus pool : pools) {
      String state = pool.outage().isEmpty() ? "ok" : "away: " + pool.outage();
      line(pool.table(), "lookups", pool.lookups(), state, out);
      line("", "updates", pool.updates(), "", out);
    }
    connections(pools, out);
  }

  private static void connections(List<PoolStatus> pools, Output out) {
    Map<String, ConnectionStatus> databases = new TreeMap<>();
    for (PoolStatus pool : pools) {
      ConnectionStatus connections = pool.connections();
      if (connections != null) {
        databases.put(connections.database(), connections);
      }
    }
    if (databases.isEmpty()) {
      return;
    }
    out.line("");
    out.line(
        CONNECTIONS,
        "Connections",
        "Open",
        "Busy",
        "Most",
        "Waiting",
        "Since ms",
        "Opened",
        "Failed");
    for (ConnectionStatus database : databases.values()) {
      out.line(
          CONNECTIONS,
          database.database(),
          database.open(),
          database.busy(),
          database.most(),
          database.waiting(),
          database.waitingMillis(),
          database.opened(),
          database.failed());
    }
  }

  private static void line(
      String table, String what, BatchStatus status, String state, Output out) {
    out.line(
        LAYOUT,
        table,
        what,
        status.requests(),
        status.batches(),
        status.largest(),
        status.waiting(),
        status.inFlight(),
        status.overloaded(),
        state);
  }
}
