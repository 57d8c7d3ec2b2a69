package org.ara.sip.route;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ara.sip.message.NameAddress;
import org.ara.sip.message.SipSyntaxException;
import org.ara.sip.message.SipUri;

/**
 * The proxies between a phone and this server, the nearest to this server first (RFC 3327).
 *
 * @param proxies their addresses; none where the phone is reached directly
 */
public record Path(List<NameAddress> proxies) {

  /** No proxy at all. */
  public static final Path NONE = new Path(List.of());

  public Path {
    proxies = List.copyOf(proxies);
  }

  /**
   * The path that headers tell.
   *
   * @throws SipSyntaxException if one of them is no SIP address
   */
  public static Path of(List<String> headers) {
    return new Path(headers.stream().map(Path::proxy).toList());
  }

  /** A path as {@link #text} writes it; none where it cannot be read. */
  public static Path parse(String text) {
    try {
      return text.isBlank() ? NONE : of(Arrays.stream(text.split(",")).map(String::strip).toList());
    } catch (SipSyntaxException e) {
      return NONE;
    }
  }

  private static NameAddress proxy(String header) {
    NameAddress proxy = NameAddress.parse(header);
    if (!(proxy.uri() instanceof SipUri) || header.indexOf(',') >= 0) {
      throw new SipSyntaxException("a Path that is no SIP address");
    }
    return proxy;
  }

  /** This path, and that one from its end on. */
  public Path then(Path further) {
    return further.isDirect()
        ? this
        : new Path(Stream.concat(proxies.stream(), further.proxies.stream()).toList());
  }

  /** Whether there is no proxy. */
  public boolean isDirect() {
    return proxies.isEmpty();
  }

  /** Where to send first. */
  SipUri first() {
    return (SipUri) proxies.getFirst().uri();
  }

  /** For a column, and for a single header. */
  public String text() {
    return String.join(",", headers());
  }

  /** The values of Route headers. */
  public List<String> headers() {
    return proxies.stream().map(NameAddress::toString).toList();
  }
}
