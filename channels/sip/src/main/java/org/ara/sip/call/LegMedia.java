package org.ara.sip.call;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.ara.pbx.media.Codec;
import org.ara.sip.answer.State;
import org.ara.sip.message.SipMessage;
import org.ara.sip.rtp.RtpSession;
import org.ara.sip.sdp.Agreement;
import org.ara.sip.sdp.LocalMedia;
import org.ara.sip.sdp.OfferAnswer;
import org.ara.sip.sdp.OfferAnswer.Outcome;
import org.ara.sip.settings.MediaStyle;
import org.ara.sip.transport.Addresses;
import org.ara.sip.transport.Hop;
import org.jspecify.annotations.Nullable;

/**
 * What one leg takes up: its media, the negotiation about it, and its place among the peer's calls.
 * Safe for several threads.
 */
final class LegMedia {

  static final String TYPE = "application/sdp";

  private final RtpSession session;
  private OfferAnswer exchange;
  private final Place place;
  private @Nullable Agreement agreement;

  LegMedia(RtpSession session, OfferAnswer exchange, Place place) {
    this.session = session;
    this.place = place;
    this.exchange = exchange;
  }

  /**
   * What this server brings into a session.
   *
   * @param hop whom it talks to
   * @param codecs what it takes, the preferred one first
   * @param events whether it takes telephone events
   */
  static LocalMedia local(
      State state, Hop hop, RtpSession session, List<Codec> codecs, boolean events) {
    MediaStyle style = state.settings().media();
    return new LocalMedia(
        address(style, hop), session.port(), codecs, events, style.session(), style.owner());
  }

  private static String address(MediaStyle style, Hop hop) {
    return style.address().isEmpty()
        ? Addresses.literal(hop.local().getAddress())
        : style.address();
  }

  /** The offer to somebody else than before, whom nothing was agreed on with. */
  synchronized String offer(MediaStyle style, Hop hop) {
    exchange = exchange.at(address(style, hop));
    session.signalledFrom(hop.remote().getAddress());
    return exchange.offer();
  }

  /** The leg as lists show it. */
  CallView view(
      Hop hop,
      String user,
      String callId,
      String last,
      String peer,
      String channel,
      boolean incoming) {
    Codec codec = session.codec();
    return new CallView(
        Addresses.literal(hop.remote().getAddress()),
        user,
        callId,
        codec == null ? "" : codec.label(),
        held(),
        last,
        peer,
        channel,
        session.counters(),
        incoming);
  }

  RtpSession session() {
    return session;
  }

  /** The leg's place among its peer's calls. */
  Place place() {
    return place;
  }

  /** The call is over: gives back what it took. */
  void close() {
    session.close();
    place.free();
  }

  /** Whether a message carries a session description. */
  static boolean describes(SipMessage message) {
    return message.sharedBody().length > 0 && TYPE.equals(message.contentType());
  }

  static byte[] bytes(String description) {
    return description.getBytes(StandardCharsets.UTF_8);
  }

  synchronized String offer() {
    return exchange.offer();
  }

  /** Our last description once more. */
  synchronized String current() {
    return exchange.current();
  }

  synchronized Outcome answer(SipMessage offer) {
    return applied(exchange.answer(text(offer)));
  }

  synchronized Outcome accept(SipMessage answer) {
    return applied(exchange.accept(text(answer)));
  }

  /** Whether there is an agreement. */
  synchronized boolean isAgreed() {
    return agreement != null;
  }

  /** Whether the far end put us on hold. */
  synchronized boolean held() {
    return agreement != null && agreement.held();
  }

  /** What was agreed on. */
  synchronized @Nullable Agreement agreement() {
    return agreement;
  }

  private Outcome applied(Outcome outcome) {
    if (outcome instanceof Outcome.Agreed(Agreement agreed, String description)) {
      Optional<InetSocketAddress> there = Destinations.resolve(agreed.address(), agreed.port());
      if (there.isEmpty()) {
        return new Outcome.Refused("media address '" + agreed.address() + "' is unknown");
      }
      agreement = agreed;
      session.agree(agreed, there.get());
    }
    return outcome;
  }

  private static String text(SipMessage message) {
    return new String(message.sharedBody(), StandardCharsets.UTF_8);
  }
}
