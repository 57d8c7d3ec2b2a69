package org.ara.sip.peer;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ara.config.Problem;
import org.ara.config.option.OptionTable.Unknown;
import org.ara.realtime.Columns;
import org.ara.realtime.Condition;
import org.ara.realtime.Lookup;
import org.ara.realtime.Mapping;
import org.ara.realtime.Outage;
import org.ara.realtime.Realtime;
import org.ara.realtime.Row;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The peers that live as rows of {@code sippeers}, with their registrations in {@code sipregs}
 * where that is mapped. Asked anew every time.
 */
final class RealtimePeers {

  static final String PEERS = "sippeers";
  static final String REGISTRATIONS = "sipregs";

  private static final Logger LOG = LoggerFactory.getLogger(RealtimePeers.class);

  private final Realtime realtime;
  private final PeerBuilder builder;
  private final Repeats repeats;

  RealtimePeers(Realtime realtime, PeerBuilder builder, Repeats repeats) {
    this.realtime = realtime;
    this.builder = builder;
    this.repeats = repeats;
  }

  /** A peer with nothing configured. */
  Peer guest() {
    PeerText nothing = new PeerText("", false, "guest", List.of(), Unknown.IGNORED, "defaultuser");
    return switch (builder.build(nothing)) {
      case PeerBuilder.Built.Made(Peer peer, List<Problem> _) -> peer;
      case PeerBuilder.Built.SetAside(String why) -> throw new IllegalStateException(why);
    };
  }

  /** Every row that can be used. */
  Lookup<List<Peer>> all() {
    if (!realtime.isMapped(PEERS)) {
      return new Lookup.Absent<>();
    }
    return realtime
        .findAll(PEERS, List.of(Condition.like("name", "%")))
        .map(rows -> rows.stream().map(this::made).flatMap(RealtimePeers::present).toList());
  }

  private static Stream<Peer> present(Lookup<Peer> lookup) {
    return lookup instanceof Lookup.Found<Peer>(Peer peer) ? Stream.of(peer) : Stream.empty();
  }

  /** By name: the dynamic row first, then any. */
  Lookup<Peer> named(String name) {
    if (!realtime.isMapped(PEERS) || name.isEmpty()) {
      return new Lookup.Absent<>();
    }
    Condition named = Condition.equal("name", name);
    return new FirstFound<Row>()
        .or(() -> realtime.find(PEERS, List.of(named, Condition.equal("host", "dynamic"))))
        .or(() -> realtime.find(PEERS, List.of(named)))
        .andThen(row -> made(name, row));
  }

  /**
   * By where a call comes from.
   *
   * @param extension the user of the request's URI; may be empty
   */
  Lookup<Peer> at(InetAddress address, int port, String extension) {
    if (!realtime.isMapped(PEERS)) {
      return new Lookup.Absent<>();
    }
    Condition host = Condition.equal("host", Addresses.text(address));
    Condition registered = Condition.equal("ipaddr", Addresses.text(address));
    Condition samePort = Condition.equal("port", Integer.toString(port));
    Condition anyPort = Condition.like("insecure", "%port%");
    FirstFound<Row> search = new FirstFound<>();
    if (!extension.isEmpty() && realtime.hasColumn(PEERS, "callbackextension")) {
      Condition callback = Condition.equal("callbackextension", extension);
      search = search.or(() -> realtime.find(PEERS, List.of(host, samePort, callback)));
    }
    search =
        search
            .or(() -> realtime.find(PEERS, List.of(host, samePort)))
            .or(() -> registered(List.of(registered, samePort)));
    if (realtime.hasColumn(PEERS, "insecure")) {
      search =
          search
              .or(() -> realtime.find(PEERS, List.of(host, anyPort)))
              .or(() -> registeredAnywhere(registered, anyPort));
    }
    return search.andThen(this::made);
  }

  /** A peer by the address it registered, wherever that is kept. */
  private Lookup<Row> registered(List<Condition> conditions) {
    if (!realtime.isMapped(REGISTRATIONS)) {
      return realtime.find(PEERS, conditions);
    }
    return new FirstFound<Row>()
        .or(() -> realtime.find(REGISTRATIONS, conditions))
        .andThen(
            row ->
                row.text("name")
                    .map(name -> realtime.find(PEERS, "name", name))
                    .orElseGet(Lookup.Absent::new));
  }

  /** A peer that registered this address, from whatever port, and is not asked for its port. */
  private Lookup<Row> registeredAnywhere(Condition address, Condition anyPort) {
    if (!realtime.isMapped(REGISTRATIONS)) {
      return realtime.find(PEERS, List.of(address, anyPort));
    }
    return new FirstFound<List<Row>>()
        .or(() -> realtime.findAll(REGISTRATIONS, List.of(address)))
        .andThen(
            registrations -> {
              FirstFound<Row> search = new FirstFound<>();
              for (Row registration : registrations) {
                Condition name = Condition.equal("name", registration.text("name").orElse(""));
                search = search.or(() -> realtime.find(PEERS, List.of(name, anyPort)));
              }
              return search.andThen(Lookup.Found::new);
            });
  }

  private Lookup<Peer> made(Row row) {
    Optional<String> name = row.text("name");
    if (name.isEmpty()) {
      complain(place() + ".name: a row without a name was found by its address; not used");
      return new Lookup.Absent<>();
    }
    return made(name.get(), row);
  }

  private Lookup<Peer> made(String name, Row row) {
    if (!realtime.isMapped(REGISTRATIONS)) {
      return build(name, row);
    }
    return switch (realtime.find(REGISTRATIONS, "name", name)) {
      case Lookup.Found<Row>(Row registration) -> build(name, overlay(row, registration));
      case Lookup.Absent<Row> _ -> build(name, row);
      case Lookup.Unavailable<Row>(Outage outage) -> new Lookup.Unavailable<>(outage);
    };
  }

  private Lookup<Peer> build(String name, Row row) {
    return switch (builder.build(PeerText.of(name, row, place()))) {
      case PeerBuilder.Built.Made(Peer peer, List<Problem> problems) -> {
        problems.forEach(problem -> complain(problem.toString()));
        yield new Lookup.Found<>(peer);
      }
      case PeerBuilder.Built.SetAside(String why) -> {
        complain(why);
        yield new Lookup.Absent<>();
      }
    };
  }

  private void complain(String message) {
    if (repeats.isNew(message)) {
      LOG.warn("{}", message);
    }
  }

  private String place() {
    return realtime.mappings().stream()
            .filter(m -> m.family().equalsIgnoreCase(PEERS))
            .findFirst()
            .map(Mapping::driver)
            .orElse("realtime")
        + ' '
        + PEERS;
  }

  /** The row with what another one sets put in place of its own. */
  private static Row overlay(Row row, Row over) {
    List<String> names = new ArrayList<>();
    List<@Nullable String> values = new ArrayList<>();
    for (int i = 0; i < row.columns().size(); i++) {
      String name = row.columns().name(i);
      if (over.columns().indexOf(name) < 0 || name.equalsIgnoreCase("name")) {
        names.add(name);
        values.add(row.stored(i));
      }
    }
    for (int i = 0; i < over.columns().size(); i++) {
      if (!over.columns().name(i).equalsIgnoreCase("name")) {
        names.add(over.columns().name(i));
        values.add(over.stored(i));
      }
    }
    return new Row(new Columns(names), values.toArray(new @Nullable String[0]));
  }
}
