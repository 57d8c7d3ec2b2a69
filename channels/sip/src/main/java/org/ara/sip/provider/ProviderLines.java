package org.ara.sip.provider;

import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.ara.sip.message.SipUri;
import org.ara.sip.message.Uri;

/**
 * Tells by which registration a call comes in: the Contact that a provider is given holds a mark
 * that nobody else knows, and its calls bring the mark back.
 */
public final class ProviderLines {

  /** The parameter of Contact that holds the mark. */
  static final String MARK = "line";

  private final Map<String, Line> lines = new ConcurrentHashMap<>();

  private record Line(String peer, InetAddress provider) {}

  void open(String mark, String peer, InetAddress provider) {
    lines.put(mark, new Line(peer, provider));
  }

  void close(String mark) {
    lines.remove(mark);
  }

  /**
   * Who calls.
   *
   * @param uri the Request-URI of the call
   * @param source where it comes from
   * @return the name of a peer; an empty one where the registration has no peer, which only the
   *     address may use that took the registration; nothing if it is no provider's call
   */
  public Optional<String> caller(Uri uri, InetAddress source) {
    return uri instanceof SipUri sip
        ? Optional.ofNullable(sip.parameters().get(MARK))
            .map(lines::get)
            .filter(line -> !line.peer().isEmpty() || line.provider().equals(source))
            .map(Line::peer)
        : Optional.empty();
  }
}
