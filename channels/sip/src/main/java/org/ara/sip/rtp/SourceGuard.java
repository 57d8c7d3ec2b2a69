package org.ara.sip.rtp;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * Decides whose packets a session takes and where it sends: at first the described address; the
 * first good packet from the far end's hosts fixes the source, so that nobody can talk into a
 * running call.
 *
 * <p>Hosts of the far end are the described one and the one its signalling comes from. With
 * <i>comedia</i> (media goes to where it comes from, {@code nat=comedia}) any host may be the
 * first, until one of the far end's own hosts is heard.
 */
final class SourceGuard {

  private final boolean comedia;
  private InetAddress signalling;
  private @Nullable InetSocketAddress described;
  private @Nullable InetSocketAddress latched;

  SourceGuard(InetAddress signalling, boolean comedia) {
    this.signalling = signalling;
    this.comedia = comedia;
  }

  /** The far end's signalling comes from elsewhere. */
  void signalledFrom(InetAddress address) {
    signalling = address;
  }

  /** The far end described where it is; a change unlatches. */
  void described(InetSocketAddress address) {
    if (!address.equals(described)) {
      described = address;
      latched = null;
    }
  }

  /** Whether a good packet from there is the far end's. */
  boolean admits(InetSocketAddress from) {
    if (from.equals(latched)) {
      return true;
    }
    if (described == null) {
      return false;
    }
    if (latched == null ? isOwnHost(from) || comedia : isBetterThanLatched(from)) {
      latched = from;
      return true;
    }
    return false;
  }

  /** Where to send, null while nothing is known. */
  @Nullable InetSocketAddress target() {
    return comedia && latched != null ? latched : described;
  }

  private boolean isBetterThanLatched(InetSocketAddress from) {
    InetSocketAddress current = latched;
    boolean describedOne = from.equals(described);
    return describedOne || (current != null && !isOwnHost(current) && isOwnHost(from));
  }

  private boolean isOwnHost(InetSocketAddress from) {
    InetSocketAddress there = described;
    return from.getAddress().equals(signalling)
        || (there != null && from.getAddress().equals(there.getAddress()));
  }
}
