package org.ara.sip.digest;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The nonces of one server: signed and dated, so that handing one out costs no memory; only those
 * that were used with the right password are remembered, until they expire, to refuse replays.
 *
 * <p>The memory is bounded. When it is full the oldest entry is forgotten, and every nonce as old
 * as it counts as stale from then on, so that forgetting never allows a replay.
 */
final class Nonces {

  /** What a nonce is worth. */
  enum State {
    /** Made here, young enough. */
    FRESH,
    /** Not made here, too old, or used up. */
    STALE
  }

  /**
   * A nonce whose seal was found right: it is looked at when it arrives, and again when it counts.
   */
  private record Checked(String nonce, long issued) {}

  private static final int CHECKED = 1 << 10;
  private static final int BODY = 16;
  private static final int SEAL = 12;

  private final InstantSource clock;
  private final long lifetimeMillis;
  private final int capacity;
  private final Mac seals;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, NonceUse> used = new LinkedHashMap<>();
  private final AtomicReferenceArray<@Nullable Checked> checked =
      new AtomicReferenceArray<>(CHECKED);
  private long forgottenUpTo = Long.MIN_VALUE;

  Nonces(InstantSource clock, Duration lifetime, int capacity) {
    this.clock = clock;
    this.lifetimeMillis = lifetime.toMillis();
    this.capacity = capacity;
    byte[] secret = new byte[32];
    random.nextBytes(secret);
    try {
      this.seals = Mac.getInstance("HmacSHA256");
      seals.init(new SecretKeySpec(secret, "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  /** A nonce that nobody had before. */
  String next() {
    byte[] body =
        ByteBuffer.allocate(BODY).putLong(clock.millis()).putLong(random.nextLong()).array();
    byte[] nonce = Arrays.copyOf(body, BODY + SEAL);
    System.arraycopy(seal(body), 0, nonce, BODY, SEAL);
    return HexFormat.of().formatHex(nonce);
  }

  /** Whether a nonce that was issued then may still be answered; changes nothing. */
  State state(long issued) {
    if (issued < 0 || clock.millis() - issued > lifetimeMillis) {
      return State.STALE;
    }
    synchronized (used) {
      return issued <= forgottenUpTo ? State.STALE : State.FRESH;
    }
  }

  /**
   * Uses a fresh nonce up, for one count.
   *
   * @param issued when, as {@link #issuedAt} said
   * @param count the client's {@code nc}, or 0 for a client that does not count: then the nonce is
   *     good once
   * @return stale if this count was used before
   */
  State use(String nonce, long issued, long count) {
    synchronized (used) {
      if (state(issued) == State.STALE) {
        return State.STALE;
      }
      forgetExpired();
      NonceUse use = used.get(nonce);
      if (use == null) {
        makeRoom();
        use = new NonceUse(issued);
        used.put(nonce, use);
      }
      return use.take(count) ? State.FRESH : State.STALE;
    }
  }

  private void forgetExpired() {
    long oldest = clock.millis() - lifetimeMillis;
    var entries = used.values().iterator();
    while (entries.hasNext() && entries.next().issued() < oldest) {
      entries.remove();
    }
  }

  private void makeRoom() {
    if (used.size() >= capacity) {
      var entries = used.values().iterator();
      forgottenUpTo = Math.max(forgottenUpTo, entries.next().issued());
      entries.remove();
    }
  }

  /** When a nonce was made here, in milliseconds; -1 for one that was not. */
  long issuedAt(String nonce) {
    Checked known = checked.get(nonce.hashCode() & CHECKED - 1);
    if (known != null && known.nonce().equals(nonce)) {
      return known.issued();
    }
    long issued = unsealed(nonce);
    if (issued >= 0) {
      checked.set(nonce.hashCode() & CHECKED - 1, new Checked(nonce, issued));
    }
    return issued;
  }

  private long unsealed(String nonce) {
    if (nonce.length() != 2 * (BODY + SEAL) || !isHex(nonce)) {
      return -1;
    }
    byte[] bytes = HexFormat.of().parseHex(nonce);
    byte[] body = Arrays.copyOf(bytes, BODY);
    byte[] seal = Arrays.copyOfRange(bytes, BODY, bytes.length);
    return MessageDigest.isEqual(seal, seal(body)) ? ByteBuffer.wrap(body).getLong() : -1;
  }

  private static boolean isHex(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }

  /** A copy that is ready costs a third of one that is made and given the key anew. */
  private byte[] seal(byte[] body) {
    try {
      return Arrays.copyOf(((Mac) seals.clone()).doFinal(body), SEAL);
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the Java platform's HmacSHA256 can be copied", e);
    }
  }
}
