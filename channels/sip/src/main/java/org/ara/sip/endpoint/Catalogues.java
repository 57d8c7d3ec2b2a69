package org.ara.sip.endpoint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.ara.realtime.Condition;
import org.ara.realtime.Lookup;
import org.ara.realtime.Outage;
import org.ara.realtime.Realtime;
import org.ara.realtime.Row;
import org.ara.sip.peer.EndpointBuilder;

/**
 * Reads catalogues. Methods block while the database is asked; what one of its questions cannot
 * find out makes the whole of it unavailable.
 */
public final class Catalogues {

  private final Realtime realtime;
  private final Families families;
  private final Contacts contacts;
  private final BiFunction<String, Row, Aor> aor;

  Catalogues(
      Realtime realtime, Families families, Contacts contacts, BiFunction<String, Row, Aor> aor) {
    this.realtime = realtime;
    this.families = families;
    this.contacts = contacts;
    this.aor = aor;
  }

  /** A database that could not be asked in the middle of it. */
  private static final class AwayException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Outage outage;

    AwayException(Outage outage) {
      super(outage.message(), null, false, false);
      this.outage = outage;
    }
  }

  private static final Condition EVERY = Condition.like("id", "%");

  /** Everything there is. */
  public Lookup<Catalogue> all() {
    return made(
        () ->
            new Catalogue(
                byId(rows(families.endpoint(), EVERY)),
                aors(rows(families.aor(), EVERY)),
                byAor(got(contacts.all()).orElse(List.of())),
                byId(rows(families.auth(), EVERY)),
                byId(rows(families.identify(), EVERY))));
  }

  /** One endpoint with what belongs to it. */
  public Lookup<Catalogue> endpoint(String id) {
    return made(
        () -> {
          Map<String, Row> endpoints = one(families.endpoint(), id);
          Map<String, Aor> aors = new TreeMap<>();
          Map<String, List<Contact>> places = new TreeMap<>();
          Map<String, Row> auths = new TreeMap<>();
          for (Row row : endpoints.values()) {
            for (String name : words(row, "aors")) {
              Catalogue found = ofAor(name);
              aors.putAll(found.aors());
              places.putAll(found.contacts());
            }
            words(row, "auth").forEach(name -> auths.putAll(one(families.auth(), name)));
            words(row, "outbound_auth").forEach(name -> auths.putAll(one(families.auth(), name)));
          }
          Condition its = Condition.equal("endpoint", id);
          return new Catalogue(
              endpoints, aors, places, auths, byId(rows(families.identify(), its)));
        });
  }

  /** One address of record with its contacts. */
  public Lookup<Catalogue> aor(String id) {
    return made(() -> ofAor(id));
  }

  /** One row of passwords. */
  public Lookup<Catalogue> auth(String id) {
    return made(
        () -> new Catalogue(Map.of(), Map.of(), Map.of(), one(families.auth(), id), Map.of()));
  }

  /** One row of addresses. */
  public Lookup<Catalogue> identify(String id) {
    return made(
        () -> new Catalogue(Map.of(), Map.of(), Map.of(), Map.of(), one(families.identify(), id)));
  }

  private Catalogue ofAor(String id) {
    Map<String, Aor> aors = new TreeMap<>();
    one(families.aor(), id).forEach((name, row) -> aors.put(name, aor.apply(name, row)));
    return new Catalogue(
        Map.of(), aors, Map.of(id, got(contacts.of(id)).orElse(List.of())), Map.of(), Map.of());
  }

  private static List<String> words(Row row, String column) {
    return EndpointBuilder.words(row.text(column).orElse(""));
  }

  /** Work that asks more than once. */
  private interface Reading {
    Catalogue read();
  }

  private static Lookup<Catalogue> made(Reading reading) {
    try {
      return new Lookup.Found<>(reading.read());
    } catch (AwayException e) {
      return new Lookup.Unavailable<>(e.outage);
    }
  }

  private static <T> Optional<T> got(Lookup<T> lookup) {
    return switch (lookup) {
      case Lookup.Found<T>(T found) -> Optional.of(found);
      case Lookup.Absent<T> _ -> Optional.empty();
      case Lookup.Unavailable<T>(Outage outage) -> throw new AwayException(outage);
    };
  }

  private List<Row> rows(String family, Condition condition) {
    return realtime.isMapped(family)
        ? got(realtime.findAll(family, List.of(condition))).orElse(List.of())
        : List.of();
  }

  private Map<String, Row> one(String family, String id) {
    return realtime.isMapped(family)
        ? got(realtime.find(family, "id", id)).map(row -> Map.of(id, row)).orElse(Map.of())
        : Map.of();
  }

  private static Map<String, Row> byId(List<Row> rows) {
    Map<String, Row> byId = new TreeMap<>();
    rows.forEach(row -> row.text("id").ifPresent(id -> byId.put(id, row)));
    return byId;
  }

  private Map<String, Aor> aors(List<Row> rows) {
    Map<String, Aor> aors = new TreeMap<>();
    byId(rows).forEach((id, row) -> aors.put(id, aor.apply(id, row)));
    return aors;
  }

  private static Map<String, List<Contact>> byAor(List<Contact> contacts) {
    return contacts.stream()
        .collect(Collectors.groupingBy(Contact::aor, TreeMap::new, Collectors.toList()));
  }
}
