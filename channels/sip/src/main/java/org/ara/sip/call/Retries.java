package org.ara.sip.call;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ara.sip.digest.DigestClient;
import org.ara.sip.message.HeaderName;
import org.ara.sip.message.NameAddress;
import org.ara.sip.message.RequestBuilder;
import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipResponse;
import org.ara.sip.message.SipUri;
import org.ara.sip.peer.Peer;
import org.ara.sip.peer.SessionPolicy;
import org.ara.sip.route.Route;
import org.ara.sip.route.Router;
import org.ara.sip.transaction.Pace;
import org.ara.sip.transport.Hop;
import org.ara.sip.transport.Protocol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides whether a refused INVITE is worth another in other words: with a proof, with a longer
 * session time, or to where the callee moved. Not thread-safe; attempts come one after the other.
 */
final class Retries {

  private static final Logger LOG = LoggerFactory.getLogger(Retries.class);

  /** Who is sent on more often is being led in a circle. */
  private static final int MOST_REDIRECTIONS = 5;

  private final Peer peer;
  private final Router router;
  private final Deque<Hop> left;
  private Optional<DigestClient> digest;
  private boolean prolonged;
  private int redirections;

  /**
   * What may be tried.
   *
   * @param hops where the call may be sent, the one in use first
   */
  Retries(Peer peer, Optional<DigestClient> digest, Router router, List<Hop> hops) {
    this.peer = peer;
    this.digest = digest;
    this.router = router;
    this.left = new ArrayDeque<>(hops.subList(1, hops.size()));
  }

  /**
   * Another INVITE.
   *
   * @param hop where to send it
   */
  record Retry(SipRequest invite, Hop hop) {}

  /** What to try after a refusal; nothing if that was the last word. */
  Optional<Retry> after(SipRequest invite, SipResponse refusal, Hop hop) {
    Optional<RequestBuilder> next =
        switch (refusal.status()) {
          case 401, 407 -> authorized(invite, refusal);
          case 422 -> prolonged(invite, SessionTerms.minimum(refusal));
          default -> Optional.empty();
        };
    return refusal.status() >= 300 && refusal.status() < 400
        ? redirected(invite, refusal, hop)
        : next.map(builder -> new Retry(numbered(builder, invite), hop));
  }

  /**
   * The INVITE to the next server where one failed (RFC 3263 section 4.3); nothing if that was the
   * last.
   */
  Optional<Retry> elsewhere(SipRequest invite, Hop failed, Function<Hop, String> offer) {
    router.failed(failed);
    if (left.isEmpty()) {
      return Optional.empty();
    }
    Hop next = left.removeFirst();
    LOG.info("peer '{}' does not take a call at {}; {} is tried", peer.name(), failed, next);
    digest = digest.map(DigestClient::again);
    boolean same = next.local().equals(failed.local()) && next.transport() == failed.transport();
    RequestBuilder builder = unproven(invite.toBuilder());
    if (!same) {
      String user = invite.contacts().getFirst().uri() instanceof SipUri us ? us.user() : null;
      builder
          .replace(HeaderName.CONTACT, Line.contact(user, next).toString())
          .body(LegMedia.TYPE, LegMedia.bytes(offer.apply(next)));
    }
    return Optional.of(new Retry(numbered(builder, invite), next));
  }

  private static RequestBuilder unproven(RequestBuilder invite) {
    return invite.remove(HeaderName.AUTHORIZATION).remove(HeaderName.PROXY_AUTHORIZATION);
  }

  private static SipRequest numbered(RequestBuilder builder, SipRequest invite) {
    return builder.cseq(invite.cseq().number() + 1).build();
  }

  private Optional<RequestBuilder> authorized(SipRequest invite, SipResponse refusal) {
    if (digest.isEmpty()) {
      return Optional.empty();
    }
    boolean proxy = refusal.status() == 407;
    List<String> challenges =
        refusal.headers().all(proxy ? HeaderName.PROXY_AUTHENTICATE : HeaderName.WWW_AUTHENTICATE);
    if (!digest.get().challenged(challenges)) {
      LOG.warn("peer '{}' refused our password", peer.name());
      return Optional.empty();
    }
    String header = proxy ? HeaderName.PROXY_AUTHORIZATION : HeaderName.AUTHORIZATION;
    return digest
        .get()
        .authorize(invite.method().name(), invite.uri().toString())
        .map(proof -> invite.toBuilder().replace(header, proof));
  }

  /** Asks for a longer session time where ours was too short for the far end, once. */
  private Optional<RequestBuilder> prolonged(SipRequest invite, int least) {
    if (prolonged || least == 0) {
      return Optional.empty();
    }
    prolonged = true;
    SessionPolicy policy = peer.policy().session();
    SessionTerms longer = new SessionTerms(Math.max(least, policy.expires()), true);
    RequestBuilder bare =
        invite.toBuilder().remove(HeaderName.SESSION_EXPIRES).remove(HeaderName.MIN_SE);
    return Optional.of(longer.ask(bare, Math.max(least, policy.minimum())));
  }

  /** The number that a redirection names, where that is all it may do. */
  Optional<String> number(SipResponse refusal) {
    boolean moved = refusal.status() >= 300 && refusal.status() < 400;
    return moved && !peer.policy().redirects()
        ? there(refusal).map(SipUri::user).filter(user -> !user.isEmpty())
        : Optional.empty();
  }

  private static Optional<SipUri> there(SipResponse refusal) {
    return refusal.contacts().stream()
        .map(NameAddress::uri)
        .filter(SipUri.class::isInstance)
        .map(SipUri.class::cast)
        .map(SipUri::withoutHeaders)
        .findFirst();
  }

  private Optional<Retry> redirected(SipRequest invite, SipResponse refusal, Hop hop) {
    if (!peer.policy().redirects()) {
      return Optional.empty();
    }
    Optional<SipUri> there = there(refusal);
    if (there.isEmpty() || ++redirections > MOST_REDIRECTIONS) {
      LOG.info(
          "peer '{}' redirects a call to {}, which is not followed",
          peer.name(),
          there.map(SipUri::toPublicText).orElse("nowhere"));
      return Optional.empty();
    }
    List<Protocol> protocols = List.of(hop.transport().protocol());
    if (!(router.to(there.get(), protocols) instanceof Route.Open(List<Hop> hops))) {
      return Optional.empty();
    }
    left.clear();
    left.addAll(hops.subList(1, hops.size()));
    RequestBuilder moved = unproven(invite.withUri(there.get()).toBuilder());
    return Optional.of(new Retry(numbered(moved, invite), hops.getFirst()));
  }

  /** How patiently the peer is called: less so where there are others to try. */
  Pace pace() {
    Pace usual =
        new Pace(Duration.ofMillis(peer.policy().t1()), Duration.ofMillis(peer.policy().timerB()));
    return left.isEmpty() ? usual : usual.brief();
  }
}
