package org.ara.sip.transport;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts the connections of all listeners, in all and by source, and says when there are enough.
 */
final class Admission {

  private static final class Count {
    private int all;
    private int strangers;
  }

  private final Map<Long, Count> sources = new HashMap<>();
  private final Count total = new Count();

  /** Takes one in, as a stranger, unless there are too many. */
  synchronized Optional<Ending> enter(InetAddress source, StreamLimits limits) {
    Count own = sources.computeIfAbsent(key(source), _ -> new Count());
    Optional<Ending> refusal = refusal(own, limits);
    if (refusal.isEmpty()) {
      total.all++;
      total.strangers++;
      own.all++;
      own.strangers++;
    } else if (own.all == 0) {
      sources.remove(key(source));
    }
    return refusal;
  }

  private Optional<Ending> refusal(Count own, StreamLimits limits) {
    if (total.all >= limits.most()) {
      return Optional.of(Ending.TOO_MANY);
    }
    if (own.all >= limits.perSource()) {
      return Optional.of(Ending.TOO_MANY_FROM_ONE);
    }
    return total.strangers >= limits.strangers() || own.strangers >= limits.strangersPerSource()
        ? Optional.of(Ending.TOO_MANY_STRANGERS)
        : Optional.empty();
  }

  /** One that was taken in is a stranger no more. */
  synchronized void known(InetAddress source) {
    Count own = sources.get(key(source));
    if (own != null) {
      own.strangers--;
      total.strangers--;
    }
  }

  /** One that was taken in is gone. */
  synchronized void leave(InetAddress source, boolean stranger) {
    Count own = sources.get(key(source));
    if (own != null) {
      int strangers = stranger ? 1 : 0;
      total.all--;
      total.strangers -= strangers;
      own.all--;
      own.strangers -= strangers;
      if (own.all == 0) {
        sources.remove(key(source));
      }
    }
  }

  synchronized int connections() {
    return total.all;
  }

  /** The address as a number; whoever has one IPv6 address of a /64 has them all. */
  private static long key(InetAddress address) {
    ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
    return bytes.remaining() == Integer.BYTES
        ? 1L << 32 | Integer.toUnsignedLong(bytes.getInt())
        : bytes.getLong();
  }
}
