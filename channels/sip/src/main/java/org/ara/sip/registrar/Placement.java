package org.ara.sip.registrar;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import org.ara.sip.answer.Reachability;
import org.ara.sip.answer.State;
import org.ara.sip.message.HeaderName;
import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipUri;
import org.ara.sip.peer.Addresses;
import org.ara.sip.peer.Peer;
import org.ara.sip.peer.Registration;
import org.ara.sip.route.Path;
import org.ara.sip.transaction.ServerTransaction;

/**
 * Where a registering peer will be reached: the source of its request, or what its Contact says.
 */
sealed interface Placement {

  /** The header in which proxies name themselves (RFC 3327). */
  String PATH = "Path";

  /** There. */
  record Placed(Registration registration) implements Placement {}

  /** Its contact list does not permit that address. */
  record Denied() implements Placement {}

  /** The host of its Contact cannot be resolved. */
  record Unresolvable(String why) implements Placement {}

  static Placement of(
      State state,
      ServerTransaction transaction,
      Peer peer,
      Reachability reach,
      Binding.Addition addition,
      Instant now) {
    SipUri contact = addition.contact();
    InetSocketAddress source = transaction.hop().remote();
    InetSocketAddress place;
    try {
      place =
          reach.useSource() || isNowhere(transaction, contact)
              ? source
              : new InetSocketAddress(
                  InetAddress.getByName(contact.host()), contact.portOrDefault());
    } catch (UnknownHostException e) {
      return new Unresolvable("Bad Request (Contact host unknown)");
    }
    if (!peer.access().contacts().permits(place.getAddress())
        || (state.settings().recognition().exclusive()
            && state.peers().configured().isHost(place.getAddress()))) {
      return new Denied();
    }
    String known = peer.calls().defaultUser();
    String user = contact.user();
    String agent = transaction.request().headers().first(HeaderName.USER_AGENT);
    return new Placed(
        new Registration(
            contact.toString(),
            Addresses.text(place.getAddress()),
            place.getPort(),
            known.isEmpty() && user != null ? user : known,
            agent == null ? "" : agent.substring(0, Math.min(agent.length(), 255)),
            now.plus(addition.granted()),
            path(transaction.request(), peer),
            ""));
  }

  /** The proxies that the request came through and that want to see what goes back. */
  private static String path(SipRequest request, Peer peer) {
    return peer.terms().path() ? Path.of(request.headers().values(PATH)).text() : "";
  }

  /** Phones in browsers have no address of their own to name (RFC 7118 section 5.2). */
  private static boolean isNowhere(ServerTransaction transaction, SipUri contact) {
    return transaction.hop().transport().protocol().framed() || contact.host().endsWith(".invalid");
  }
}
