package org.ara.sip.pjsip;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.ara.module.manager.Header;
import org.ara.module.manager.ManagerAction;
import org.ara.module.manager.Reply;
import org.ara.module.manager.Reply.Entry;
import org.ara.module.manager.Request;
import org.ara.realtime.Lookup;
import org.ara.realtime.Row;
import org.ara.sip.answer.State;
import org.ara.sip.call.Uses;
import org.ara.sip.endpoint.Aor;
import org.ara.sip.endpoint.Catalogue;
import org.ara.sip.endpoint.Contact;
import org.ara.sip.endpoint.Endpoints.Place;
import org.ara.sip.qualify.Probes;

/** The actions that begin with {@code PJSIP}; every column is a header named in CamelCase. */
public final class EndpointActions {

  private final Views views;
  private final QualifyEndpoint qualify;

  private EndpointActions(Views views, QualifyEndpoint qualify) {
    this.views = views;
    this.qualify = qualify;
  }

  /** The actions of a running driver. */
  public static List<ManagerAction> of(Supplier<State> state, Uses uses, Probes probes) {
    EndpointActions all =
        new EndpointActions(new Views(state, uses, probes), new QualifyEndpoint(state, probes));
    return List.of(
        ManagerAction.of("PJSIPShowEndpoints", _ -> all.list("Endpoint", all::endpoints)),
        ManagerAction.of("PJSIPShowEndpoint", all::endpoint),
        ManagerAction.of("PJSIPShowAors", _ -> all.list("Aor", all::aors)),
        ManagerAction.of("PJSIPShowAuths", _ -> all.list("Auth", all::auths)),
        ManagerAction.of("PJSIPShowContacts", _ -> all.list("Contact", all::contacts)),
        ManagerAction.of("PJSIPQualify", all::qualify));
  }

  private Reply list(String kind, Function<Catalogue, List<Entry>> entries) {
    return switch (views.catalogues().all()) {
      case Lookup.Unavailable<Catalogue>(var outage) -> Reply.error(outage.message());
      case Lookup.Absent<Catalogue> _ -> Reply.error("No " + kind + "s found");
      case Lookup.Found<Catalogue>(Catalogue all) ->
          new Reply.Listing(
              "A listing of " + kind + "s follows, presented as " + kind + "List events",
              entries.apply(all),
              kind + "ListComplete",
              List.of());
    };
  }

  private List<Entry> endpoints(Catalogue all) {
    List<Entry> entries = new ArrayList<>();
    all.endpoints()
        .forEach(
            (id, row) -> {
              String contacts =
                  all.aorsOf(row).stream()
                      .flatMap(aor -> all.places(aor).stream())
                      .map(place -> place.contact().aor() + '/' + place.contact().uri())
                      .collect(Collectors.joining(","));
              entries.add(
                  new Entry(
                      "EndpointList",
                      List.of(
                          new Header("ObjectType", "endpoint"),
                          new Header("ObjectName", id),
                          new Header("Transport", row.text("transport").orElse("")),
                          new Header("Aor", row.text("aors").orElse("")),
                          new Header("Auths", row.text("auth").orElse("")),
                          new Header("OutboundAuths", row.text("outbound_auth").orElse("")),
                          new Header("Contacts", contacts),
                          new Header("DeviceState", views.doing(all, row).text()),
                          Header.of("ActiveChannels", views.calls(id)))));
            });
    return entries;
  }

  private List<Entry> aors(Catalogue all) {
    return all.aors().values().stream().map(aor -> aor("AorList", all, aor)).toList();
  }

  private Entry aor(String event, Catalogue all, Aor aor) {
    List<Header> headers = object("aor", aor.id(), aor.row());
    headers.add(
        new Header(
            "Contacts",
            all.places(aor).stream()
                .map(place -> place.contact().aor() + '/' + place.contact().uri())
                .collect(Collectors.joining(","))));
    return new Entry(event, headers);
  }

  private List<Entry> auths(Catalogue all) {
    List<Entry> entries = new ArrayList<>();
    all.auths().forEach((id, row) -> entries.add(new Entry("AuthList", object("auth", id, row))));
    return entries;
  }

  private List<Entry> contacts(Catalogue all) {
    return all.aors().values().stream()
        .flatMap(aor -> all.places(aor).stream())
        .map(
            place -> {
              Contact contact = place.contact();
              List<Header> headers = new ArrayList<>();
              headers.add(new Header("ObjectType", "contact"));
              headers.add(new Header("ObjectName", contact.id()));
              headers.addAll(details(place));
              return new Entry("ContactList", headers);
            })
        .toList();
  }

  private List<Header> details(Place place) {
    Contact contact = place.contact();
    String millis = views.roundTrip(place);
    String end = contact.isConfigured() ? "0" : Long.toString(contact.expires().getEpochSecond());
    return List.of(
        new Header("Uri", contact.uri()),
        new Header("Endpoint", contact.endpoint()),
        new Header("UserAgent", contact.userAgent()),
        new Header("ExpirationTime", end),
        new Header("RegServer", contact.server()),
        new Header("CallId", contact.callId()),
        new Header("ViaAddress", contact.viaAddress()),
        Header.of("ViaPort", contact.viaPort()),
        new Header("Path", contact.path()),
        Header.yesNo("PruneOnBoot", contact.connected()),
        Header.of("QualifyFrequency", place.aor().frequency()),
        new Header("Status", views.word(place)),
        new Header("RoundtripUsec", millis.equals("nan") ? "N/A" : usec(millis)));
  }

  private static String usec(String millis) {
    return Long.toString(Math.round(Double.parseDouble(millis) * 1000));
  }

  private static List<Header> object(String type, String id, Row row) {
    List<Header> headers = new ArrayList<>();
    headers.add(new Header("ObjectType", type));
    headers.add(new Header("ObjectName", id));
    for (Map.Entry<String, String> column : Lines.sorted(row).entrySet()) {
      headers.add(new Header(camelCase(column.getKey()), column.getValue()));
    }
    return headers;
  }

  /** {@code max_contacts} becomes {@code MaxContacts}. */
  static String camelCase(String column) {
    StringBuilder name = new StringBuilder();
    for (String word : column.toLowerCase(Locale.ROOT).split("_")) {
      if (!word.isEmpty()) {
        name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
      }
    }
    return name.toString();
  }

  private Reply endpoint(Request request) {
    String id = request.text("Endpoint");
    if (id.isEmpty()) {
      return Reply.error("Endpoint parameter missing.");
    }
    return switch (views.catalogues().endpoint(id)) {
      case Lookup.Unavailable<Catalogue>(var outage) -> Reply.error(outage.message());
      case Lookup.Found<Catalogue>(Catalogue all) when all.endpoints().get(id) instanceof Row row ->
          new Reply.Listing(
              "Following are Events for each object associated with the Endpoint",
              details(all, id, row),
              "EndpointDetailComplete",
              List.of());
      case Lookup.Found<Catalogue> _, Lookup.Absent<Catalogue> _ ->
          Reply.error("Unable to retrieve endpoint " + id);
    };
  }

  private List<Entry> details(Catalogue all, String id, Row row) {
    List<Entry> entries = new ArrayList<>();
    List<Header> own = object("endpoint", id, row);
    own.add(new Header("DeviceState", views.doing(all, row).text()));
    own.add(Header.of("ActiveChannels", views.calls(id)));
    entries.add(new Entry("EndpointDetail", own));
    all.auths().forEach((name, auth) -> entries.add(detail("AuthDetail", "auth", name, auth)));
    for (Aor aor : all.aors().values()) {
      entries.add(aor("AorDetail", all, aor));
      for (Place place : all.places(aor)) {
        List<Header> headers = new ArrayList<>();
        headers.add(new Header("AOR", aor.id()));
        headers.add(new Header("ID", place.contact().id()));
        headers.addAll(details(place));
        entries.add(new Entry("ContactStatusDetail", headers));
      }
    }
    all.identifies()
        .forEach((name, known) -> entries.add(detail("IdentifyDetail", "identify", name, known)));
    return entries;
  }

  private static Entry detail(String event, String type, String id, Row row) {
    return new Entry(event, object(type, id, row));
  }

  private Reply qualify(Request request) {
    String id = request.text("Endpoint");
    if (id.isEmpty()) {
      return Reply.error("Endpoint parameter missing.");
    }
    return switch (qualify.ask(id)) {
      case Lookup.Found<Integer> _ -> Reply.success("Endpoint found, will qualify");
      case Lookup.Absent<Integer> _ -> Reply.error("Unable to retrieve endpoint " + id);
      case Lookup.Unavailable<Integer>(var outage) -> Reply.error(outage.message());
    };
  }
}
