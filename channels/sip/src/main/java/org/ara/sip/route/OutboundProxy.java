package org.ara.sip.route;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ara.sip.message.NameAddress;
import org.ara.sip.message.SipSyntaxException;
import org.ara.sip.message.SipUri;
import org.ara.sip.transport.Protocol;

/**
 * The proxy that requests to a peer go to instead of to the peer itself.
 *
 * @param path to it; direct where there is none
 * @param always whether requests within a call go to it as well, whatever it says itself
 */
public record OutboundProxy(Path path, boolean always) {

  /** No proxy. */
  public static final OutboundProxy NONE = new OutboundProxy(Path.NONE, false);

  /** How one is written. */
  public static final String FORM = "[transport://]host[:port][,force]";

  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?:(?<transport>[A-Za-z]+)://)?(?<host>\\[[0-9A-Fa-f:.]+]|[^:/,\\s\\[\\]]+)"
              + "(?::(?<port>[0-9]{1,5}))?(?<force>\\s*,\\s*force)?");

  /** Reads one; empty if it is something else. */
  public static Optional<OutboundProxy> parse(String text) {
    Matcher matcher = WRITTEN.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String word = matcher.group("transport");
    Optional<Protocol> protocol = Optional.ofNullable(word).flatMap(Protocol::named);
    int port = matcher.group("port") == null ? 0 : Integer.parseInt(matcher.group("port"));
    boolean known = word == null || protocol.filter(by -> !by.framed()).isPresent();
    if (!known || port > 65_535) {
      return Optional.empty();
    }
    try {
      SipUri bare = SipUri.of(null, matcher.group("host"), port);
      SipUri uri = protocol.map(by -> bare.withParameter("transport", by.word())).orElse(bare);
      Path path = Path.of(List.of(NameAddress.of(uri.withParameter("lr", null)).toString()));
      return Optional.of(new OutboundProxy(path, matcher.group("force") != null));
    } catch (SipSyntaxException e) {
      return Optional.empty();
    }
  }

  /** As it is written. */
  @Override
  public String toString() {
    if (path.isDirect()) {
      return "";
    }
    SipUri uri = path.first();
    String word = uri.parameters().get("transport");
    return (word == null ? "" : word + "://")
        + uri.host()
        + (uri.port() == 0 ? "" : ":" + uri.port())
        + (always ? ",force" : "");
  }
}
