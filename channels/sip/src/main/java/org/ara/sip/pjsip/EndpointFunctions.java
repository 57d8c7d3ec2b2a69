package org.ara.sip.pjsip;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.ara.pbx.Channel;
import org.ara.pbx.Description;
import org.ara.pbx.function.DialplanFunction;
import org.ara.pbx.function.FunctionException;
import org.ara.realtime.Lookup;
import org.ara.realtime.Row;
import org.ara.sip.answer.State;
import org.ara.sip.endpoint.Catalogue;
import org.ara.sip.endpoint.Catalogues;
import org.ara.sip.endpoint.Endpoints.Place;
import org.ara.sip.message.SipUri;
import org.ara.sip.peer.Endpoint;
import org.ara.sip.peer.Peer;
import org.ara.sip.qualify.Probes;

/** The functions of the dialplan that tell about endpoints. */
public final class EndpointFunctions {

  private EndpointFunctions() {}

  /** The functions of a running driver. */
  public static DialplanFunction[] of(Supplier<State> state, Probes probes) {
    return new DialplanFunction[] {
      new DialContacts(state, probes),
      new Field("PJSIP_ENDPOINT", "endpoint", state, Catalogues::endpoint, Catalogue::endpoint),
      new Field("PJSIP_AOR", "address of record", state, Catalogues::aor, Catalogue::aor)
    };
  }

  private static FunctionException away(Lookup.Unavailable<?> unavailable) {
    return new FunctionException(unavailable.outage().message());
  }

  /** {@code PJSIP_DIAL_CONTACTS(endpoint,aor,user)}: what Dial calls, for all phones to ring. */
  private record DialContacts(Supplier<State> state, Probes probes) implements DialplanFunction {

    @Override
    public Description description() {
      return new Description(
          "PJSIP_DIAL_CONTACTS",
          "Every contact of an endpoint, as Dial calls them",
          "PJSIP_DIAL_CONTACTS(endpoint[,aor[,user]])",
          "Joins the contacts that can be reached by '&', so that all of them ring. With an"
              + " address of record only its contacts, with a user in place of theirs.");
    }

    @Override
    public String read(Channel channel, String arguments) throws FunctionException {
      String[] words = arguments.split(",", -1);
      String name = words[0].strip();
      String aor = words.length > 1 ? words[1].strip() : "";
      String user = words.length > 2 ? words[2].strip() : "";
      return switch (state.get().endpoints().named(name)) {
        case Lookup.Found<Peer>(Peer peer) -> contacts(peer, aor, user);
        case Lookup.Absent<Peer> _ ->
            throw new FunctionException("there is no endpoint '" + name + "'");
        case Lookup.Unavailable<Peer> unavailable -> throw away(unavailable);
      };
    }

    private String contacts(Peer peer, String aor, String user) throws FunctionException {
      Lookup<List<Place>> places =
          aor.isEmpty()
              ? state.get().endpoints().places(peer)
              : state.get().endpoints().places(aor);
      return switch (places) {
        case Lookup.Found<List<Place>>(List<Place> found) ->
            found.stream()
                .filter(place -> !probes.standing(place).lost())
                .flatMap(place -> place.contact().parsed().stream())
                .map(uri -> user.isEmpty() ? uri : uri.withUser(user))
                .map(SipUri::toString)
                .map(uri -> Endpoint.PREFIX + peer.name() + '/' + uri)
                .collect(Collectors.joining("&"));
        case Lookup.Absent<List<Place>> _ -> "";
        case Lookup.Unavailable<List<Place>> unavailable -> throw away(unavailable);
      };
    }
  }

  /** How one object is read. */
  private interface Reader {
    Lookup<Catalogue> read(Catalogues catalogues, String id);
  }

  /** How an object's row is found in what was read. */
  private interface Finder {
    Optional<Row> find(Catalogue catalogue, String id);
  }

  /** A function that tells a column of an object: {@code PJSIP_ENDPOINT(201,context)}. */
  private record Field(
      String name, String kind, Supplier<State> state, Reader reader, Finder finder)
      implements DialplanFunction {

    @Override
    public Description description() {
      return new Description(
          name,
          "A column of a PJSIP " + kind,
          name + "(id,column)",
          "Empty where it is not set. Passwords are not told.");
    }

    @Override
    public String read(Channel channel, String arguments) throws FunctionException {
      String[] words = arguments.split(",", -1);
      if (words.length != 2) {
        throw new FunctionException("it needs an id and a column: " + name + "(id,column)");
      }
      String id = words[0].strip();
      return switch (reader.read(state.get().endpoints().catalogues(), id)) {
        case Lookup.Found<Catalogue>(Catalogue all) ->
            finder
                .find(all, id)
                .map(row -> Lines.sorted(row).getOrDefault(words[1].strip(), ""))
                .orElseThrow(() -> new FunctionException("there is no " + kind + " '" + id + "'"));
        case Lookup.Absent<Catalogue> _ ->
            throw new FunctionException("there is no " + kind + " '" + id + "'");
        case Lookup.Unavailable<Catalogue> unavailable -> throw away(unavailable);
      };
    }
  }
}
