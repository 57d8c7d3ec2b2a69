package org.ara.sip.call;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ara.pbx.HangupCause;
import org.ara.pbx.device.DeviceState;
import org.ara.realtime.Lookup;
import org.ara.realtime.Outage;
import org.ara.sip.answer.State;
import org.ara.sip.endpoint.Contact;
import org.ara.sip.endpoint.Endpoints.Place;
import org.ara.sip.message.SipSyntaxException;
import org.ara.sip.message.SipUri;
import org.ara.sip.peer.Endpoint;
import org.ara.sip.peer.Peer;
import org.ara.sip.qualify.Probes;
import org.ara.sip.route.Path;
import org.ara.sip.route.Route;
import org.ara.sip.route.Router;
import org.ara.sip.transport.Hop;

/**
 * The endpoints that {@code PJSIP/100} means: {@code endpoint}, {@code number@endpoint}, {@code
 * endpoint/aor} or {@code endpoint/sip:uri}. Of several contacts the one is called that answers,
 * and of several of these the one whose registration lasts longest.
 */
record EndpointCallees(Uses uses, Probes probes, Router router) implements Callees {

  @Override
  public String technology() {
    return Endpoint.TECHNOLOGY;
  }

  /**
   * A dial string taken apart.
   *
   * @param endpoint whom to call
   * @param number what to call there; empty for whoever is there
   * @param where an address of record or a URI; empty for any
   */
  private record Wanted(String endpoint, String number, String where) {
    static Wanted of(String resource) {
      int slash = resource.indexOf('/');
      String whom = slash < 0 ? resource : resource.substring(0, slash);
      int at = whom.lastIndexOf('@');
      return new Wanted(
          whom.substring(at + 1),
          whom.substring(0, Math.max(at, 0)),
          slash < 0 ? "" : resource.substring(slash + 1));
    }
  }

  @Override
  public Target target(String resource, State state) {
    Wanted wanted = Wanted.of(resource);
    return switch (state.endpoints().named(wanted.endpoint())) {
      case Lookup.Found<Peer>(Peer peer) -> target(peer, wanted, state);
      case Lookup.Absent<Peer> _ ->
          new Target.Unreachable(
              HangupCause.NO_ROUTE_DESTINATION, "there is no endpoint '" + wanted.endpoint() + "'");
      case Lookup.Unavailable<Peer>(Outage outage) -> away(outage);
    };
  }

  private static Target away(Outage outage) {
    return new Target.Unreachable(HangupCause.TEMPORARY_FAILURE, outage.message());
  }

  private Target target(Peer peer, Wanted wanted, State state) {
    if (wanted.where().matches("(?i)sips?:.*")) {
      return toUri(peer, wanted, state);
    }
    return switch (places(peer, wanted, state)) {
      case Lookup.Found<List<Place>>(List<Place> places) -> best(peer, wanted, places);
      case Lookup.Absent<List<Place>> _ ->
          absent(peer, "has no address of record '" + wanted.where() + "'");
      case Lookup.Unavailable<List<Place>>(Outage outage) -> away(outage);
    };
  }

  private static Lookup<List<Place>> places(Peer peer, Wanted wanted, State state) {
    return wanted.where().isEmpty()
        ? state.endpoints().places(peer)
        : state.endpoints().places(wanted.where());
  }

  private Target toUri(Peer peer, Wanted wanted, State state) {
    SipUri uri;
    try {
      uri = SipUri.parse(wanted.where());
    } catch (SipSyntaxException e) {
      return absent(peer, "cannot be called at '" + wanted.where() + "', which is no SIP URI");
    }
    // a registered contact keeps the way that it registered by
    if (state.endpoints().places(peer) instanceof Lookup.Found<List<Place>>(List<Place> places)) {
      Optional<Place> known =
          places.stream()
              .filter(p -> p.contact().parsed().filter(uri::sameAs).isPresent())
              .findFirst();
      if (known.isPresent()) {
        return to(peer, known.get().contact(), wanted.number());
      }
    }
    Path way = peer.way();
    Route route =
        way.isDirect() ? router.to(uri, peer.transports()) : router.along(way, peer.transports());
    return by(route, peer, uri);
  }

  private Target best(Peer peer, Wanted wanted, List<Place> places) {
    if (places.isEmpty()) {
      return absent(peer, "is not registered");
    }
    List<Place> order = new ArrayList<>(places);
    order.sort(
        Comparator.<Place, Boolean>comparing(place -> probes.standing(place).lost())
            .thenComparing(place -> place.contact().expires(), Comparator.reverseOrder()));
    Target first = to(peer, order.getFirst().contact(), wanted.number());
    for (Place place : order) {
      if (!probes.standing(place).lost()
          && to(peer, place.contact(), wanted.number()) instanceof Target.Reachable there) {
        return there;
      }
    }
    return first instanceof Target.Reachable
        ? absent(peer, "does not answer (qualify_frequency)")
        : first;
  }

  /** Every contact of an endpoint that can be reached. */
  List<Target.Reachable> all(String endpoint, State state) {
    if (state.endpoints().named(endpoint) instanceof Lookup.Found<Peer>(Peer peer)
        && state.endpoints().places(peer)
            instanceof Lookup.Found<List<Place>>(List<Place> places)) {
      return places.stream()
          .filter(place -> !probes.standing(place).lost())
          .map(place -> to(peer, place.contact(), ""))
          .filter(Target.Reachable.class::isInstance)
          .map(Target.Reachable.class::cast)
          .toList();
    }
    return List.of();
  }

  private Target to(Peer peer, Contact contact, String number) {
    Optional<SipUri> uri = contact.parsed();
    if (uri.isEmpty()) {
      return absent(peer, "has a contact that is no SIP URI: " + contact.id());
    }
    SipUri there = number.isEmpty() ? uri.get() : uri.get().withUser(number);
    Peer here = contact.reached(peer);
    Path way = here.way();
    Route route =
        way.isDirect()
            ? router.toRegistered(contact.id(), uri, Optional.empty(), peer.transports())
            : router.along(way, peer.transports());
    return by(route, here, there);
  }

  private static Target by(Route route, Peer peer, SipUri uri) {
    return switch (route) {
      case Route.Open(List<Hop> hops) -> new Target.Reachable(peer, uri, hops);
      case Route.Closed(String why) -> absent(peer, "cannot be reached: " + why);
    };
  }

  private static Target absent(Peer peer, String why) {
    return new Target.Unreachable(
        HangupCause.SUBSCRIBER_ABSENT, "endpoint '" + peer.name() + "' " + why);
  }

  @Override
  public DeviceState state(String resource, State state) {
    String id = Wanted.of(resource).endpoint();
    return switch (state.endpoints().named(id)) {
      case Lookup.Unavailable<Peer> _ -> DeviceState.UNKNOWN;
      case Lookup.Absent<Peer> _ -> DeviceState.INVALID;
      case Lookup.Found<Peer>(Peer peer) -> {
        DeviceState doing = uses.of(peer.key()).state(peer.policy());
        yield doing == DeviceState.NOT_INUSE ? whereabouts(peer, state) : doing;
      }
    };
  }

  private DeviceState whereabouts(Peer peer, State state) {
    return switch (state.endpoints().places(peer)) {
      case Lookup.Unavailable<List<Place>> _ -> DeviceState.UNKNOWN;
      case Lookup.Absent<List<Place>> _ -> DeviceState.UNAVAILABLE;
      case Lookup.Found<List<Place>>(List<Place> places) ->
          places.stream().anyMatch(place -> !probes.standing(place).lost())
              ? DeviceState.NOT_INUSE
              : DeviceState.UNAVAILABLE;
    };
  }
}
