package org.ara.realtime.engine;

import java.util.Objects;
import org.ara.realtime.Outage;
import org.jspecify.annotations.Nullable;

/** Collects why each mapping of a family could not answer. */
final class Outages {

  private @Nullable Outage all;

  void add(Outage outage) {
    all =
        all == null ? outage : new Outage(all.kind(), all.message() + "; then " + outage.message());
  }

  /** The first one's kind with everybody's message; at least one must have been added. */
  Outage all() {
    return Objects.requireNonNull(all, "no outage");
  }

  static Outage unmapped(String family) {
    return new Outage(
        Outage.Kind.UNMAPPED, "family '" + family + "' has no mapping in extconfig.conf");
  }
}
