package org.ara.sip.peer;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ara.config.Problem;
import org.ara.config.option.OptionTable.Unknown;
import org.ara.realtime.Columns;
import org.ara.realtime.Condition;
import org.ara.realtime.Condition.Operator;
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
 * where that is mapped. Asked anew every time, with registrations as they are stored, ended or not.
 */
final class RealtimePeers {

  static final String PEERS = "sippeers";
  static final String REGISTRATIONS = "sipregs";

  private static final Logger LOG = LoggerFactory.getLogger(RealtimePeers.class);

  private final Realtime realtime;
  private final PeerBuilder builder;
  private final Repeats repeats;
  private final BuiltPeers built = new BuiltPeers();
  private volatile @Nullable RowLayout layout;

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

  /** Those that this server is to register at. */
  Lookup<List<Peer>> calledBack() {
    if (!realtime.isMapped(PEERS)) {
      return new Lookup.Absent<>();
    }
    // whether a column is there cannot be told of a table that cannot be asked
    if (realtime.find(PEERS, "name", "") instanceof Lookup.Unavailable<Row>(Outage outage)) {
      return new Lookup.Unavailable<>(outage);
    }
    if (!realtime.hasColumn(PEERS, "callbackextension")) {
      return new Lookup.Absent<>();
    }
    List<Condition> conditions =
        List.of(Condition.like("name", "%"), Condition.like("callbackextension", "%"));
    return realtime
        .findAll(PEERS, conditions)
        .map(
            rows ->
                rows.stream()
                    .map(this::made)
                    .flatMap(RealtimePeers::present)
                    .filter(peer -> peer.trunk().isRegisteredAt())
                    .toList());
  }

  /** Those that registered at a server and whose registrations end within these seconds. */
  Lookup<List<Peer>> registeredAt(String server, long from, long to) {
    List<Condition> conditions = new ArrayList<>();
    conditions.add(Condition.equal("regserver", server));
    conditions.add(new Condition("regseconds", Operator.GREATER_OR_EQUAL, Long.toString(from)));
    if (to < Long.MAX_VALUE) { // a number that the column cannot hold is an error on some databases
      conditions.add(new Condition("regseconds", Operator.LESS, Long.toString(to)));
    }
    boolean apart = realtime.isMapped(REGISTRATIONS);
    return realtime
        .findAll(apart ? REGISTRATIONS : PEERS, conditions)
        .map(
            rows ->
                rows.stream()
                    .map(row -> apart ? named(row.text("name").orElse("")) : made(row))
                    .flatMap(RealtimePeers::present)
                    .toList());
  }

  private static Stream<Peer> present(Lookup<Peer> lookup) {
    return lookup instanceof Lookup.Found<Peer>(Peer peer) ? Stream.of(peer) : Stream.empty();
  }

  /** By name: the dynamic row if there are several. */
  Lookup<Peer> named(String name) {
    if (!realtime.isMapped(PEERS) || name.isEmpty()) {
      return new Lookup.Absent<>();
    }
    Lookup<Row> first = realtime.find(PEERS, "name", name);
    if (first instanceof Lookup.Found<Row>(Row row)
        && !row.text("host").orElse("").equalsIgnoreCase("dynamic")) {
      List<Condition> dynamic =
          List.of(Condition.equal("name", name), Condition.equal("host", "dynamic"));
      Lookup<Row> other = realtime.find(PEERS, dynamic);
      first = other instanceof Lookup.Absent<Row> ? first : other;
    }
    return new FirstFound<Row>().or(first).andThen(row -> made(name, row));
  }

  /**
   * By where a call comes from: one question for the rows of that host, one or two for those that
   * registered from there.
   *
   * @param extension the user of the request's URI; may be empty
   */
  Lookup<Peer> at(InetAddress address, int port, String extension) {
    if (!realtime.isMapped(PEERS)) {
      return new Lookup.Absent<>();
    }
    Condition host = Condition.equal("host", Addresses.text(address));
    Condition registered = Condition.equal("ipaddr", Addresses.text(address));
    boolean any = port == PeerDirectory.ANY_PORT;
    Condition samePort = Condition.equal("port", Integer.toString(port));
    Lookup<List<Row>> hosts = realtime.findAll(PEERS, List.of(host));
    FirstFound<Row> search =
        new FirstFound<Row>()
            .or(() -> first(hosts, row -> (any || hasPort(row, port)) && calls(row, extension)))
            .or(() -> first(hosts, row -> any || hasPort(row, port)))
            .or(() -> any ? new Lookup.Absent<>() : registered(List.of(registered, samePort)));
    if (realtime.hasColumn(PEERS, "insecure")) {
      Condition anyPort = Condition.like("insecure", "%port%");
      search =
          search
              .or(() -> first(hosts, RealtimePeers::anyPort))
              .or(() -> registeredAnywhere(registered, anyPort));
    }
    return search.andThen(this::made);
  }

  private static Lookup<Row> first(Lookup<List<Row>> rows, Predicate<Row> condition) {
    return new FirstFound<List<Row>>()
        .or(rows)
        .andThen(
            all ->
                all.stream()
                    .filter(condition)
                    .findFirst()
                    .<Lookup<Row>>map(Lookup.Found::new)
                    .orElseGet(Lookup.Absent::new));
  }

  private static boolean hasPort(Row row, int port) {
    return row.text("port").orElse("").equals(Integer.toString(port));
  }

  private static boolean calls(Row row, String extension) {
    return !extension.isEmpty() && row.text("callbackextension").orElse("").equals(extension);
  }

  private static boolean anyPort(Row row) {
    return row.text("insecure").orElse("").toLowerCase(Locale.ROOT).contains("port");
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
      return known(name, row);
    }
    return switch (realtime.find(REGISTRATIONS, "name", name)) {
      case Lookup.Found<Row>(Row registration) -> build(name, overlay(row, registration));
      case Lookup.Absent<Row> _ -> build(name, row);
      case Lookup.Unavailable<Row>(Outage outage) -> new Lookup.Unavailable<>(outage);
    };
  }

  /** The peer of a row as it is; one that the engine gave before is not taken apart again. */
  private Lookup<Peer> known(String name, Row row) {
    Peer known = built.of(name, row);
    if (known != null && known.name().equals(name)) {
      return new Lookup.Found<>(known);
    }
    Lookup<Peer> made = build(name, row);
    if (made instanceof Lookup.Found<Peer>(Peer peer)) {
      built.made(name, row, peer);
    }
    return made;
  }

  private Lookup<Peer> build(String name, Row row) {
    return switch (builder.build(layout(row.columns()).text(name, row))) {
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

  /** A table's results mostly have the same columns. */
  private RowLayout layout(Columns columns) {
    RowLayout known = layout;
    if (known == null || !known.isOf(columns)) {
      known = new RowLayout(columns, place());
      layout = known;
    }
    return known;
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
