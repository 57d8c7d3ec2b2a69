package org.ara.sip.call;

import java.net.InetSocketAddress;
import java.util.Optional;
import org.ara.pbx.CallerId;
import org.ara.pbx.Presentation;
import org.ara.realtime.Lookup;
import org.ara.sip.answer.State;
import org.ara.sip.message.HeaderName;
import org.ara.sip.message.NameAddress;
import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipUri;
import org.ara.sip.peer.Insecure;
import org.ara.sip.peer.Peer;
import org.ara.sip.peer.PeerDirectory;
import org.ara.sip.transaction.ServerTransaction;

/**
 * Finds out who calls: the peer named in From, else an endpoint, else the peer of the address that
 * it comes from.
 */
final class Callers {

  private Callers() {}

  /** Who a request says it is from: in From, or where that counts more, in its password's proof. */
  static String name(State state, SipRequest request) {
    if (state.settings().recognition().byProof()) {
      Optional<String> claimed =
          state.digest(request).claimant(request.headers().all(HeaderName.AUTHORIZATION));
      if (claimed.isPresent()) {
        return claimed.get();
      }
    }
    return request.from().uri() instanceof SipUri from && from.user() != null ? from.user() : "";
  }

  /** Whether a request is for a domain that is not served here. */
  static boolean isElsewhere(State state, SipRequest request) {
    return request.uri() instanceof SipUri uri
        && !state.settings().recognition().domains().isCalled(uri.host());
  }

  /** Callers that are no peer start where the domain that they call says. */
  static Peer guest(State state, SipRequest request) {
    Peer guest = state.peers().guest();
    return request.uri() instanceof SipUri uri
        ? state
            .settings()
            .recognition()
            .domains()
            .context(uri.host())
            .map(guest::starting)
            .orElse(guest)
        : guest;
  }

  /**
   * The peer that calls. One whose list does not permit the address is as good as none.
   *
   * @param name the user in From; may be empty
   */
  static Lookup<Peer> identify(State state, ServerTransaction invite, String name) {
    InetSocketAddress source = invite.hop().remote();
    Optional<String> provider =
        state.providers().caller(invite.request().uri(), source.getAddress());
    if (provider.isPresent()) {
      return permitted(ofProvider(state, provider.get()), source);
    }
    Lookup<Peer> found = name.isEmpty() ? new Lookup.Absent<>() : state.peers().caller(name);
    if (found instanceof Lookup.Absent<Peer> && state.endpoints().exist()) {
      String domain = invite.request().from().uri() instanceof SipUri from ? from.host() : "";
      found = state.endpoints().identify(source.getAddress(), name, domain);
    }
    if (found instanceof Lookup.Absent<Peer>) {
      String extension =
          invite.request().uri() instanceof SipUri uri && uri.user() != null ? uri.user() : "";
      boolean connected = invite.hop().transport().reliable();
      int port = connected ? PeerDirectory.ANY_PORT : source.getPort();
      found = state.peers().at(source.getAddress(), port, extension);
      if (found instanceof Lookup.Absent<Peer>) {
        found = ofNamedHost(state, source, connected);
      }
    }
    return permitted(found, source);
  }

  /** The peer whose host is a name that stands for the address. */
  private static Lookup<Peer> ofNamedHost(State state, InetSocketAddress source, boolean any) {
    for (String name : state.hosts().at(source.getAddress())) {
      Lookup<Peer> found = state.peers().callee(name);
      if (found instanceof Lookup.Unavailable<Peer>
          || (found instanceof Lookup.Found<Peer>(Peer peer)
              && !peer.whereabouts().dynamic()
              && (any
                  || state.hosts().of(name).contains(source)
                  || peer.access().insecure().contains(Insecure.PORT)))) {
        return found;
      }
    }
    return new Lookup.Absent<>();
  }

  /** A provider is called by its own customers' numbers: what it says in From is not its name. */
  private static Lookup<Peer> ofProvider(State state, String peer) {
    return peer.isEmpty() ? new Lookup.Found<>(state.peers().guest()) : state.peers().callee(peer);
  }

  private static Lookup<Peer> permitted(Lookup<Peer> found, InetSocketAddress source) {
    return found instanceof Lookup.Found<Peer>(Peer peer)
            && !peer.access().sources().permits(source.getAddress())
        ? new Lookup.Absent<>()
        : found;
  }

  /**
   * Who the call is shown to come from: as a trusted peer says, else as it is configured, else as
   * From says.
   */
  static CallerId callerId(State state, SipRequest request, Peer peer) {
    CallerId caller = written(request, peer);
    return state.settings().recognition().shrunk()
        ? caller.named(caller.name(), shrunk(caller.number()))
        : caller;
  }

  /** A number without what is only there to be read; anything else as it is. */
  private static String shrunk(String number) {
    return number.matches("[+*#0-9][-*#0-9 ().]*")
        ? number.replaceAll("[- ()]|[.](?=.)", "")
        : number;
  }

  private static CallerId written(SipRequest request, Peer peer) {
    CallerId configured = peer.calls().callerId();
    CallerId shown = peer.style().trusted() ? Identities.shown(request) : null;
    if (shown != null) {
      return shown.tagged(configured.tag());
    }
    NameAddress from = request.from();
    String display = from.displayName() == null ? "" : from.displayName();
    String user = from.uri() instanceof SipUri uri && uri.user() != null ? uri.user() : "";
    CallerId caller =
        configured.named(
            configured.name().isEmpty() ? display : configured.name(),
            configured.number().isEmpty() ? user : configured.number());
    return Identities.wantsPrivacy(request)
        ? caller.presented(Presentation.PROHIB_NOT_SCREENED)
        : caller;
  }
}
