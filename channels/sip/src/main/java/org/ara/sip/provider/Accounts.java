package org.ara.sip.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ara.realtime.Lookup;
import org.ara.sip.digest.Credential;
import org.ara.sip.message.SipSyntaxException;
import org.ara.sip.message.SipUri;
import org.ara.sip.peer.Peer;
import org.ara.sip.peer.PeerDirectory;
import org.ara.sip.peer.Trunk;
import org.ara.sip.settings.RegisterLine;
import org.ara.sip.settings.SipSettings;
import org.ara.sip.transport.Protocol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes accounts of {@code register} lines and of peers with a {@code callbackextension}. */
record Accounts(SipSettings settings, PeerDirectory peers) {

  private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);

  private static final String USUAL_EXTENSION = "s";

  /** Those of {@code sip.conf}. */
  List<Account> configured() {
    List<Account> all = new ArrayList<>();
    for (RegisterLine line : settings.registering().lines()) {
      of(line).ifPresent(all::add);
    }
    all.addAll(of(peers.configured().all()));
    return all;
  }

  /** Those of rows. */
  Lookup<List<Account>> stored() {
    return peers.calledBack().map(this::of);
  }

  private List<Account> of(Iterable<Peer> some) {
    List<Account> all = new ArrayList<>();
    for (Peer peer : some) {
      if (peer.trunk().isRegisteredAt()) {
        of(peer).ifPresent(all::add);
      }
    }
    return all;
  }

  private Optional<Account> of(Peer peer) {
    Peer.Whereabouts there = peer.whereabouts();
    if (there.dynamic() || there.host().isEmpty()) {
      LOG.warn(
          "peer '{}' has a callbackextension and no host to register at; set host, or drop it",
          peer.name());
      return Optional.empty();
    }
    Protocol protocol = peer.transports().getFirst();
    String user = peer.calls().defaultUser().isEmpty() ? peer.name() : peer.calls().defaultUser();
    String domain = peer.calls().fromDomain();
    int port = there.namedPort();
    return made(
        "peer '" + peer.name() + "'",
        () ->
            new Account(
                peer.name(),
                user,
                domain.isEmpty() ? there.host() : domain,
                domain.isEmpty() ? port : 0,
                peer.outgoing(),
                registrar(there.host(), port, protocol),
                peer.trunk().proxy().path(),
                peer.transports(),
                peer.trunk().extension(),
                usualExpiry(),
                peer.realtime()));
  }

  private Optional<Account> of(RegisterLine line) {
    Optional<Peer> named =
        line.peer().isEmpty() ? Optional.empty() : peers.configured().named(line.peer());
    Optional<Peer> section =
        peers.configured().named(line.host()).filter(peer -> !peer.whereabouts().host().isEmpty());
    Optional<Peer> peer = named.or(() -> section);
    List<Protocol> allowed =
        peer.map(Peer::transports).orElse(settings.peerDefaults().transports());
    Protocol protocol = line.protocol().orElse(allowed.getFirst());
    String host = section.map(p -> p.whereabouts().host()).orElse(line.host());
    int sectionPort = section.map(p -> p.whereabouts().namedPort()).orElse(0);
    int port = line.port() == 0 ? sectionPort : line.port();
    String peerName = line.peer().isEmpty() ? section.map(Peer::name).orElse("") : line.peer();
    return made(
        "register line of '" + line + "'",
        () ->
            new Account(
                peerName,
                line.user(),
                line.domain().isEmpty() ? host : line.domain(),
                line.domain().isEmpty() ? port : line.domainPort(),
                credential(line, peer),
                registrar(host, port, protocol),
                peer.map(Peer::trunk)
                    .map(Trunk::proxy)
                    .orElse(settings.peerDefaults().proxy())
                    .path(),
                List.of(protocol),
                line.extension().isEmpty() ? USUAL_EXTENSION : line.extension(),
                line.expiry() == 0 ? usualExpiry() : line.expiry(),
                false));
  }

  private Optional<Credential> credential(RegisterLine line, Optional<Peer> peer) {
    if (line.secret().isEmpty() && peer.flatMap(Peer::outgoing).isPresent()) {
      return peer.flatMap(Peer::outgoing);
    }
    String user = line.authUser().isEmpty() ? line.user() : line.authUser();
    Optional<Credential> own =
        line.secret().isEmpty()
            ? Optional.empty()
            : Optional.of(new Credential.Password(user, line.secret()));
    return settings.peerDefaults().realms().or(user, own);
  }

  private int usualExpiry() {
    return (int) settings.defaultExpiry().toSeconds();
  }

  private static SipUri registrar(String host, int port, Protocol protocol) {
    SipUri uri = SipUri.of(null, host, port);
    return protocol == Protocol.UDP ? uri : uri.withParameter("transport", protocol.word());
  }

  private interface Maker {
    Account make();
  }

  private static Optional<Account> made(String what, Maker maker) {
    try {
      Account account = maker.make();
      SipUri checked = account.address();
      return checked.host().isEmpty() ? Optional.empty() : Optional.of(account);
    } catch (SipSyntaxException e) {
      LOG.warn("{} cannot be registered: {}; correct its host or domain", what, e.getMessage());
      return Optional.empty();
    }
  }
}
