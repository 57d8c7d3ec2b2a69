package org.ara.sip.endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ara.realtime.Row;
import org.ara.sip.peer.EndpointBuilder;

/**
 * Endpoints and what belongs to them at one time, for lists.
 *
 * @param endpoints rows, by id
 * @param aors by id
 * @param contacts registered ones, by address of record
 * @param auths rows, by id
 * @param identifies rows, by id
 */
public record Catalogue(
    Map<String, Row> endpoints,
    Map<String, Aor> aors,
    Map<String, List<Contact>> contacts,
    Map<String, Row> auths,
    Map<String, Row> identifies) {

  /** The row of an endpoint. */
  public Optional<Row> endpoint(String id) {
    return Optional.ofNullable(endpoints.get(id));
  }

  /** The row of an address of record. */
  public Optional<Row> aor(String id) {
    return Optional.ofNullable(aors.get(id)).map(Aor::row);
  }

  /** The addresses of record of an endpoint that are there. */
  public List<Aor> aorsOf(Row endpoint) {
    return EndpointBuilder.words(endpoint.text("aors").orElse("")).stream()
        .flatMap(id -> Optional.ofNullable(aors.get(id)).stream())
        .toList();
  }

  /** The rows of passwords that a column of an endpoint names and that are there. */
  public List<Row> authsOf(Row endpoint, String column) {
    return EndpointBuilder.words(endpoint.text(column).orElse("")).stream()
        .flatMap(id -> Optional.ofNullable(auths.get(id)).stream())
        .toList();
  }

  /** The rows that tell addresses of an endpoint. */
  public List<Row> identifiesOf(String endpoint) {
    return identifies.values().stream()
        .filter(row -> row.text("endpoint").filter(endpoint::equals).isPresent())
        .toList();
  }

  /** The places of an address of record, those that are configured first. */
  public List<Endpoints.Place> places(Aor aor) {
    List<Endpoints.Place> places = new ArrayList<>();
    aor.contacts()
        .forEach(uri -> places.add(new Endpoints.Place(aor, Contact.configured(aor.id(), uri))));
    contacts
        .getOrDefault(aor.id(), List.of())
        .forEach(contact -> places.add(new Endpoints.Place(aor, contact)));
    return places;
  }
}
