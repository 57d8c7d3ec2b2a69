package org.ara.sip.endpoint;

import java.net.InetAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ara.realtime.Condition;
import org.ara.realtime.Lookup;
import org.ara.realtime.Mapping;
import org.ara.realtime.Realtime;
import org.ara.realtime.Requirement;
import org.ara.realtime.Requirement.Type;
import org.ara.realtime.Row;
import org.ara.sip.peer.Endpoint;
import org.ara.sip.peer.EndpointBuilder;
import org.ara.sip.peer.FirstFound;
import org.ara.sip.peer.NamedLists;
import org.ara.sip.peer.Peer;
import org.ara.sip.peer.PeerDefaults;
import org.ara.sip.peer.Repeats;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds endpoints and what belongs to them. Methods block while the database is asked. */
public final class Endpoints {

  private static final Logger LOG = LoggerFactory.getLogger(Endpoints.class);

  /** The endpoint that anybody is who is no other, where there is one. */
  private static final String ANYBODY = "anonymous";

  private final Realtime realtime;
  private final Families families;
  private final EndpointBuilder builder;
  private final KnownAddresses addresses;
  private final Contacts contacts;
  private final Repeats repeats = new Repeats();

  /**
   * Endpoints of tables.
   *
   * @param defaults what holds for those that do not say otherwise
   * @param named where access lists are that endpoints name
   */
  public Endpoints(
      Realtime realtime,
      Families families,
      PeerDefaults defaults,
      NamedLists named,
      InstantSource clock) {
    this.realtime = realtime;
    this.families = families;
    this.builder = new EndpointBuilder(defaults, named);
    this.addresses = new KnownAddresses(realtime, families.identify(), this::complain);
    this.contacts = new Contacts(realtime, families.contact(), clock);
  }

  /** Whether there can be any. */
  public boolean exist() {
    return realtime.isMapped(families.endpoint());
  }

  /** Has the columns named, once the database can be asked, that its tables lack. */
  public void expectColumns() {
    Requirement id = Requirement.text("id", 10);
    expect(families.endpoint(), id, Requirement.text("aors", 10), Requirement.text("auth", 10));
    expect(families.auth(), id, Requirement.text("username", 10));
    expect(families.aor(), id, Requirement.of("max_contacts", Type.INTEGER4));
    expect(
        families.contact(),
        id,
        Requirement.text("uri", 35),
        Requirement.of("expiration_time", Type.INTEGER4),
        Requirement.text("endpoint", 10),
        Requirement.text("reg_server", 1));
    expect(
        families.identify(), id, Requirement.text("match", 15), Requirement.text("endpoint", 10));
  }

  private void expect(String family, Requirement... columns) {
    if (realtime.isMapped(family)) {
      realtime.expect(family, List.of(columns));
    }
  }

  /** For lists of them. */
  public Catalogues catalogues() {
    return new Catalogues(
        realtime,
        families,
        contacts,
        (id, row) -> Aor.of(id, row, place(families.aor()), this::complain));
  }

  /** Where they are registered. */
  public Contacts contacts() {
    return contacts;
  }

  /** The endpoint of that id. */
  public Lookup<Peer> named(String id) {
    if (!exist() || id.isEmpty()) {
      return new Lookup.Absent<>();
    }
    return made(id, realtime.find(families.endpoint(), "id", id));
  }

  private Optional<Peer> made(String id, Row row) {
    return made(id, new Lookup.Found<>(row)) instanceof Lookup.Found<Peer>(Peer peer)
        ? Optional.of(peer)
        : Optional.empty();
  }

  /**
   * The endpoint that a request comes from: by its address, then by the user in From, with the
   * domain or without, then whoever anybody is. Who is none of them costs as many questions as who
   * is one.
   *
   * @param user may be empty
   * @param domain of From
   */
  public Lookup<Peer> identify(InetAddress source, String user, String domain) {
    if (!exist()) {
      return new Lookup.Absent<>();
    }
    return new FirstFound<Peer>()
        .or(() -> new FirstFound<String>().or(addresses.endpoint(source)).andThen(this::named))
        .or(() -> byName(user, domain))
        .or(() -> named(ANYBODY))
        .andThen(Lookup.Found::new);
  }

  private Lookup<Peer> byName(String user, String domain) {
    if (user.isEmpty()) {
      return new Lookup.Absent<>();
    }
    FirstFound<Peer> search = new FirstFound<>();
    for (String id : variants(user, domain)) {
      search = search.or(() -> named(id));
    }
    return search.andThen(
        peer ->
            peer.endpoint() != null && peer.endpoint().named()
                ? new Lookup.Found<>(peer)
                : new Lookup.Absent<>());
  }

  /** What a user may be called in tables: with the domain, or a domain of which it is an alias. */
  public Set<String> variants(String user, String domain) {
    Set<String> ids = new LinkedHashSet<>();
    ids.add(user + '@' + domain);
    if (realtime.isMapped(families.alias())
        && realtime.find(families.alias(), "id", domain) instanceof Lookup.Found<Row>(Row alias)) {
      alias.text("domain").ifPresent(real -> ids.add(user + '@' + real));
    }
    ids.add(user);
    return ids;
  }

  private Lookup<Peer> made(String id, Lookup<Row> found) {
    return new FirstFound<Row>()
        .or(found)
        .andThen(
            row ->
                switch (auth(row, "auth")) {
                  case Lookup.Found<Optional<Row>>(Optional<Row> auth) ->
                      made(id, row, auth, auth(row, "outbound_auth"));
                  case Lookup.Absent<Optional<Row>> _ -> new Lookup.Absent<>();
                  case Lookup.Unavailable<Optional<Row>>(var outage) ->
                      new Lookup.Unavailable<>(outage);
                });
  }

  private Lookup<Peer> made(
      String id, Row row, Optional<Row> auth, Lookup<Optional<Row>> outbound) {
    return switch (outbound) {
      case Lookup.Found<Optional<Row>>(Optional<Row> proof) ->
          builder
              .build(
                  id,
                  new EndpointBuilder.Rows(row, auth, proof),
                  place(families.endpoint()),
                  this::complain)
              .<Lookup<Peer>>map(Lookup.Found::new)
              .orElseGet(Lookup.Absent::new);
      case Lookup.Absent<Optional<Row>> _ -> new Lookup.Absent<>();
      case Lookup.Unavailable<Optional<Row>>(var outage) -> new Lookup.Unavailable<>(outage);
    };
  }

  /**
   * The first row of passwords that a column names.
   *
   * @return found with nothing where it names none; absent where one is named that is not there:
   *     nobody must be let in for want of a row
   */
  private Lookup<Optional<Row>> auth(Row endpoint, String column) {
    List<String> names = EndpointBuilder.words(endpoint.text(column).orElse(""));
    if (names.isEmpty()) {
      return new Lookup.Found<>(Optional.empty());
    }
    Lookup<Row> found = realtime.find(families.auth(), "id", names.getFirst());
    if (found instanceof Lookup.Absent<Row>) {
      complain(
          place(families.endpoint())
              + '.'
              + column
              + ": row id='"
              + endpoint.text("id").orElse("")
              + "' names '"
              + names.getFirst()
              + "', which "
              + families.auth()
              + " does not have; the endpoint is not used");
    }
    return found.map(Optional::of);
  }

  /** The address of record of that id. */
  public Lookup<Aor> aor(String id) {
    return realtime.isMapped(families.aor())
        ? realtime
            .find(families.aor(), "id", id)
            .map(row -> Aor.of(id, row, place(families.aor()), this::complain))
        : new Lookup.Absent<>();
  }

  /** Those that have contacts of their own, which are asked whether they are there. */
  public Lookup<List<Aor>> watchedAors() {
    if (!realtime.isMapped(families.aor())) {
      return new Lookup.Absent<>();
    }
    String place = place(families.aor());
    List<Condition> conditions =
        List.of(
            new Condition("qualify_frequency", Condition.Operator.GREATER, "0"),
            new Condition("contact", Condition.Operator.NOT_EQUAL, ""));
    return realtime
        .findAll(families.aor(), conditions)
        .map(
            rows ->
                rows.stream()
                    .flatMap(
                        row ->
                            row
                                .text("id")
                                .map(id -> Aor.of(id, row, place, this::complain))
                                .stream())
                    .toList());
  }

  /** The endpoint that is called by an address of record: of the same name, else of any. */
  public Optional<Peer> owner(Aor aor) {
    Lookup<Peer> same = named(aor.id());
    if (same instanceof Lookup.Found<Peer>(Peer peer) && owns(peer, aor)) {
      return Optional.of(peer);
    }
    Condition lists = Condition.like("aors", '%' + Condition.literal(aor.id()) + '%');
    return realtime.findAll(families.endpoint(), List.of(lists))
            instanceof Lookup.Found<List<Row>>(List<Row> rows)
        ? rows.stream()
            .flatMap(row -> row.text("id").flatMap(id -> made(id, row)).stream())
            .filter(peer -> owns(peer, aor))
            .findFirst()
        : Optional.empty();
  }

  private static boolean owns(Peer peer, Aor aor) {
    Endpoint endpoint = peer.endpoint();
    return endpoint != null && endpoint.aors().contains(aor.id());
  }

  /**
   * A place at which an endpoint is reached.
   *
   * @param aor to which the contact belongs
   */
  public record Place(Aor aor, Contact contact) {}

  /** The places of all addresses of record of an endpoint, in order; found may be empty. */
  public Lookup<List<Place>> places(Peer peer) {
    Endpoint endpoint = peer.endpoint();
    List<Place> places = new ArrayList<>();
    for (String id : endpoint == null ? List.<String>of() : endpoint.aors()) {
      switch (places(id)) {
        case Lookup.Found<List<Place>>(List<Place> here) -> places.addAll(here);
        case Lookup.Absent<List<Place>> _ -> {}
        case Lookup.Unavailable<List<Place>> away -> {
          return away;
        }
      }
    }
    return new Lookup.Found<>(places);
  }

  /** The places of an address of record, those that are configured first; found may be empty. */
  public Lookup<List<Place>> places(String id) {
    return new FirstFound<Aor>()
        .or(aor(id))
        .andThen(
            aor ->
                contacts
                    .of(id)
                    .map(
                        registered -> {
                          List<Place> places = new ArrayList<>();
                          aor.contacts()
                              .forEach(
                                  uri -> places.add(new Place(aor, Contact.configured(id, uri))));
                          registered.forEach(contact -> places.add(new Place(aor, contact)));
                          return places;
                        }));
  }

  private void complain(String message) {
    if (repeats.isNew(message)) {
      LOG.warn("{}", message);
    }
  }

  private String place(String family) {
    return realtime.mappings().stream()
            .filter(m -> m.family().equalsIgnoreCase(family))
            .findFirst()
            .map(Mapping::driver)
            .orElse("realtime")
        + ' '
        + family;
  }
}
