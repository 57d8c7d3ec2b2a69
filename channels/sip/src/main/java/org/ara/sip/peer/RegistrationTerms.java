package org.ara.sip.peer;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a peer's registrations are granted and bring.
 *
 * @param least the least time granted; null for what holds for all
 * @param most the most time granted; null for what holds for all
 * @param extensions that exist in {@code regcontext} while it is registered: {@code ext} or {@code
 *     ext@context}; empty for the peer's name
 * @param path whether proxies between it and this server are heeded (RFC 3327)
 */
public record RegistrationTerms(
    @Nullable Duration least, @Nullable Duration most, List<String> extensions, boolean path) {

  /** What holds where a peer says nothing. */
  public static final RegistrationTerms USUAL = new RegistrationTerms(null, null, List.of(), false);

  /**
   * The time granted to who asks for {@code seconds}, clamped silently.
   *
   * @param usualLeast where the peer says nothing
   * @param usualMost where the peer says nothing
   */
  public Duration granted(long seconds, Duration usualLeast, Duration usualMost) {
    long from = (least == null ? usualLeast : least).toSeconds();
    long to = (most == null ? usualMost : most).toSeconds();
    return Duration.ofSeconds(Math.clamp(seconds, from, Math.max(from, to)));
  }
}
