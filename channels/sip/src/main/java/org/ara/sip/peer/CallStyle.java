package org.ara.sip.peer;

import java.util.List;
import java.util.Map;

/**
 * How the messages and channels of a peer's calls look.
 *
 * @param headers added to INVITEs to it, {@code Name: value}
 * @param phone whether {@code user=phone} goes with the numbers it is sent
 * @param hops {@code Max-Forwards} of INVITEs to it
 * @param identity how callers are shown to it beside From
 * @param trusted whether what it says of its callers in such a header is believed
 * @param facts what {@code CHANNEL()} says of its channels, by item
 */
public record CallStyle(
    List<String> headers,
    boolean phone,
    int hops,
    Identity identity,
    boolean trusted,
    Map<String, String> facts) {

  /** The header that shows who calls. */
  public enum Identity {
    /** None. */
    NONE,
    /** {@code Remote-Party-ID}. */
    RPID,
    /** {@code P-Asserted-Identity} (RFC 3325). */
    PAI
  }

  /** What holds where nothing is configured. */
  public static final CallStyle USUAL =
      new CallStyle(List.of(), false, 70, Identity.NONE, false, Map.of());

  public CallStyle {
    headers = List.copyOf(headers);
    facts = Map.copyOf(facts);
  }
}
