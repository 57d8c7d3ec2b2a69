package org.ara.sip.route;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.ara.sip.transport.Hop;

/** Which neighbours did not answer lately: they come last for a while. Safe for several threads. */
final class Setbacks {

  private static final Duration WHILE = Duration.ofSeconds(30);
  private static final int MOST = 10_000;

  private final Cache<Hop, Boolean> failed =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(WHILE).build();

  void failed(Hop hop) {
    failed.put(hop, true);
  }

  void answered(Hop hop) {
    failed.invalidate(hop);
  }

  /** The same hops, those that failed lately at the end. */
  List<Hop> ordered(List<Hop> hops) {
    return hops.size() < 2
        ? hops
        : Stream.concat(
                hops.stream().filter(hop -> failed.getIfPresent(hop) == null),
                hops.stream().filter(hop -> failed.getIfPresent(hop) != null))
            .toList();
  }
}
