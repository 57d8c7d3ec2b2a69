package org.ara.sip.message;

import java.security.SecureRandom;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Tags, branches and Call-IDs: unique in the world, and To tags that a retransmitted request yields
 * again.
 */
public final class Tags {
  private static final long SEED = new SecureRandom().nextLong();

  private Tags() {}

  /**
   * A tag for a dialog of ours, from a secure source since it guards the dialog against strangers.
   */
  public static String random() {
    return Long.toHexString(Holder.RANDOM.nextLong())
        + Integer.toHexString(Holder.RANDOM.nextInt());
  }

  /** A branch that begins with the magic cookie. */
  public static String branch() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return Via.MAGIC_COOKIE
        + Long.toHexString(random.nextLong() ^ SEED)
        + Integer.toHexString(random.nextInt());
  }

  /** The tag for answering a request outside any dialog, without state (RFC 3261 section 8.2.7). */
  static String derivedFrom(Headers request) {
    long hash = SEED;
    hash = mix(hash, request.first(HeaderName.CALL_ID));
    hash = mix(hash, request.first(HeaderName.FROM));
    hash = mix(hash, request.first(HeaderName.CSEQ));
    hash = mix(hash, request.first(HeaderName.VIA));
    return "as" + Long.toHexString(hash);
  }

  private static long mix(long hash, @Nullable String text) {
    long mixed = hash;
    if (text == null) {
      return mixed;
    }
    for (int i = 0; i < text.length(); i++) {
      mixed = (mixed ^ text.charAt(i)) * 0x9E3779B97F4A7C15L;
      mixed ^= mixed >>> 29;
    }
    return mixed;
  }

  private static final class Holder {
    static final SecureRandom RANDOM = new SecureRandom();
  }
}
