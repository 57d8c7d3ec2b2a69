package org.ara.sip.endpoint;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.ara.config.access.AccessRule;
import org.ara.realtime.Condition;
import org.ara.realtime.Lookup;
import org.ara.realtime.Outage;
import org.ara.realtime.Realtime;
import org.ara.realtime.Row;
import org.ara.sip.peer.EndpointBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Which endpoints requests from which addresses belong to: the rows of {@code ps_endpoint_id_ips},
 * networks included, so that all of them have to be known. They are read again once a second at the
 * most.
 */
final class KnownAddresses {

  private static final long HOLDS = TimeUnit.SECONDS.toNanos(1);

  private final Realtime realtime;
  private final String family;
  private final Consumer<String> complaints;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile @Nullable Known known;

  /**
   * All of them at some time.
   *
   * @param at by {@link System#nanoTime}
   * @param outage why they are not known; null if they are
   */
  private record Known(long at, List<Entry> entries, @Nullable Outage outage) {}

  private record Entry(List<AccessRule> networks, String endpoint) {}

  KnownAddresses(Realtime realtime, String family, Consumer<String> complaints) {
    this.realtime = realtime;
    this.family = family;
    this.complaints = complaints;
  }

  /** The id of the endpoint that an address belongs to. */
  Lookup<String> endpoint(InetAddress source) {
    if (!realtime.isMapped(family)) {
      return new Lookup.Absent<>();
    }
    Known now = known();
    if (now.outage() != null) {
      return new Lookup.Unavailable<>(now.outage());
    }
    return now.entries().stream()
        .filter(entry -> entry.networks().stream().anyMatch(rule -> rule.covers(source)))
        .findFirst()
        .<Lookup<String>>map(entry -> new Lookup.Found<>(entry.endpoint()))
        .orElseGet(Lookup.Absent::new);
  }

  private Known known() {
    Known last = known;
    if (last != null && System.nanoTime() - last.at() < HOLDS) {
      return last;
    }
    reading.lock();
    try {
      Known other = known;
      if (other != null && other != last) {
        return other;
      }
      Known read = read(other);
      known = read;
      return read;
    } finally {
      reading.unlock();
    }
  }

  /** What was known goes on to hold while the database is away. */
  private Known read(@Nullable Known before) {
    return switch (realtime.findAll(family, List.of(Condition.like("id", "%")))) {
      case Lookup.Found<List<Row>>(List<Row> rows) ->
          new Known(
              System.nanoTime(), rows.stream().flatMap(row -> entry(row).stream()).toList(), null);
      case Lookup.Absent<List<Row>> _ -> new Known(System.nanoTime(), List.of(), null);
      case Lookup.Unavailable<List<Row>>(Outage outage) ->
          before == null || before.outage() != null
              ? new Known(System.nanoTime(), List.of(), outage)
              : new Known(System.nanoTime(), before.entries(), null);
    };
  }

  private Optional<Entry> entry(Row row) {
    List<AccessRule> networks = new ArrayList<>();
    for (String value : row.values("match")) {
      for (String word : EndpointBuilder.words(value)) {
        Optional<AccessRule> rule = AccessRule.parse(true, word).filter(AccessRule::permit);
        if (rule.isEmpty()) {
          complaints.accept(
              family
                  + ".match: row id='"
                  + row.text("id").orElse("")
                  + "': '"
                  + word
                  + "' is not an address, address/bits or address/mask; left out");
        }
        rule.ifPresent(networks::add);
      }
    }
    return row.text("endpoint")
        .filter(endpoint -> !networks.isEmpty())
        .map(endpoint -> new Entry(networks, endpoint));
  }
}
