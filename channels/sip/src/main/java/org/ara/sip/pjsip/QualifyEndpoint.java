package org.ara.sip.pjsip;

import java.util.List;
import java.util.function.Supplier;
import org.ara.module.Command;
import org.ara.realtime.Lookup;
import org.ara.sip.answer.State;
import org.ara.sip.endpoint.Endpoints.Place;
import org.ara.sip.peer.Peer;
import org.ara.sip.qualify.Probes;

/** {@code pjsip qualify}: asks every contact of an endpoint whether it is there, now. */
record QualifyEndpoint(Supplier<State> state, Probes probes) implements Command {

  @Override
  public List<String> words() {
    return List.of("pjsip", "qualify");
  }

  @Override
  public String summary() {
    return "Send an OPTIONS request to a PJSIP endpoint";
  }

  @Override
  public String usage() {
    return """
        Usage: pjsip qualify <endpoint>
               Asks the contacts of an endpoint whether they are there, now: those whose
               address of record has a qualify_frequency and that registered at this server.""";
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    if (arguments.size() != 1) {
      return Status.USAGE;
    }
    String name = arguments.getFirst();
    return switch (ask(name)) {
      case Lookup.Found<Integer>(Integer asked) when asked > 0 -> {
        out.line("Qualifying " + asked + " contacts of endpoint '" + name + "'");
        yield Status.SUCCESS;
      }
      case Lookup.Found<Integer> _ -> {
        out.line("Endpoint '" + name + "' has no contact here that is asked (qualify_frequency)");
        yield Status.FAILURE;
      }
      case Lookup.Absent<Integer> _ -> {
        out.line("Unable to retrieve endpoint " + name);
        yield Status.FAILURE;
      }
      case Lookup.Unavailable<Integer>(var outage) -> {
        out.line(outage.message());
        yield Status.FAILURE;
      }
    };
  }

  /** How many contacts of an endpoint are asked now. */
  Lookup<Integer> ask(String endpoint) {
    return switch (state.get().endpoints().named(endpoint)) {
      case Lookup.Found<Peer>(Peer peer) ->
          state
              .get()
              .endpoints()
              .places(peer)
              .map(places -> (int) places.stream().filter(place -> ask(peer, place)).count());
      case Lookup.Absent<Peer> _ -> new Lookup.Absent<>();
      case Lookup.Unavailable<Peer>(var outage) -> new Lookup.Unavailable<>(outage);
    };
  }

  private boolean ask(Peer peer, Place place) {
    return probes.now(peer, place, () -> {});
  }
}
