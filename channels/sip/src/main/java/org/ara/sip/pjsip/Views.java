package org.ara.sip.pjsip;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.ara.pbx.device.DeviceState;
import org.ara.realtime.Row;
import org.ara.sip.answer.State;
import org.ara.sip.call.Uses;
import org.ara.sip.endpoint.Catalogue;
import org.ara.sip.endpoint.Catalogues;
import org.ara.sip.endpoint.Endpoints.Place;
import org.ara.sip.peer.CallPolicy;
import org.ara.sip.peer.Endpoint;
import org.ara.sip.qualify.Probes;
import org.ara.sip.qualify.Standing;

/**
 * What is known of endpoints at one time, from their rows and from here.
 *
 * @param uses the calls of each
 * @param probes which contacts answer
 */
record Views(Supplier<State> state, Uses uses, Probes probes) {

  /** Columns that are never shown. */
  private static final List<String> SECRETS =
      List.of("password", "md5_cred", "password_digest", "refresh_token", "oauth_secret");

  /** Reads rows. */
  Catalogues catalogues() {
    return state.get().endpoints().catalogues();
  }

  /** How many calls an endpoint has. */
  int calls(String endpoint) {
    return uses.of(Endpoint.PREFIX + endpoint).calls();
  }

  /** What an endpoint is doing. */
  DeviceState doing(Catalogue all, Row endpoint) {
    String id = endpoint.text("id").orElse("");
    DeviceState doing = uses.of(Endpoint.PREFIX + id).state(CallPolicy.USUAL);
    boolean there =
        all.aorsOf(endpoint).stream()
            .flatMap(aor -> all.places(aor).stream())
            .anyMatch(place -> !probes.standing(place).lost());
    return doing == DeviceState.NOT_INUSE && !there ? DeviceState.UNAVAILABLE : doing;
  }

  /** Whether a contact answers, in a word of a list. */
  String status(Place place) {
    return switch (probes.standing(place).state()) {
      case UNMONITORED -> "NonQual";
      case UNKNOWN -> "Unknown";
      case REACHABLE -> "Avail";
      case LAGGED, UNREACHABLE -> "Unavail";
    };
  }

  /** Whether a contact answers, as events say it. */
  String word(Place place) {
    return switch (probes.standing(place).state()) {
      case UNMONITORED -> "NonQualified";
      case UNKNOWN -> "Unknown";
      case REACHABLE -> "Reachable";
      case LAGGED, UNREACHABLE -> "Unreachable";
    };
  }

  /** How long the last answer of a contact took, in milliseconds; {@code nan} without one. */
  String roundTrip(Place place) {
    Standing standing = probes.standing(place);
    return standing.millis() == 0
        ? "nan"
        : String.format(Locale.ROOT, "%.3f", (double) standing.millis());
  }

  /** What a column holds, as anybody may see it. */
  static String shown(String column, String value) {
    return SECRETS.contains(column.toLowerCase(Locale.ROOT)) && !value.isEmpty()
        ? "<hidden>"
        : value;
  }
}
