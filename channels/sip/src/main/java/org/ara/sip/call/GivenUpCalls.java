package org.ara.sip.call;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The last calls that were given up before anybody answered. Their INVITE may be forgotten when a
 * 2xx comes after all, and that wants its ACK and BYE: else the phone talks to nobody.
 */
final class GivenUpCalls {

  private static final int MOST = 10_000;

  private final SequencedMap<DialogId, OutgoingLeg> legs = new LinkedHashMap<>();

  /** Remembers a call, in the place of the oldest where there are too many. */
  synchronized void add(DialogId half, OutgoingLeg leg) {
    legs.put(half, leg);
    if (legs.size() > MOST) {
      Map.Entry<DialogId, OutgoingLeg> unused = legs.pollFirstEntry();
    }
  }

  synchronized Optional<OutgoingLeg> of(DialogId half) {
    return Optional.ofNullable(legs.get(half));
  }
}
