package org.ara.sip.peer;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ara.pbx.CallerId;
import org.ara.pbx.media.Codec;
import org.ara.sip.digest.Credential;
import org.ara.sip.route.Path;
import org.ara.sip.rtp.KeyMode;
import org.ara.sip.transport.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * An account, phone or trunk as it was configured and registered when it was asked for. Immutable
 * and short-lived: every request asks again.
 *
 * @param name its key
 * @param kind what it may do; null where not configured: then whatever it is asked for
 * @param origin of its section or row
 * @param realtime whether it comes from a table
 * @param whereabouts where it is
 * @param incoming what it must prove to know; empty if anybody may be it
 * @param outgoing what this server proves to it; empty if it knows nothing to prove
 * @param access who may be it, from where
 * @param media what it can hear
 * @param calls how its calls are treated
 * @param policy what its calls may do
 * @param style how its calls look
 * @param terms what its registrations are granted
 * @param upkeep how it is found out whether it is there
 * @param watching what it may watch
 * @param mail whose messages it is told of
 * @param transports what it may use, the first for calls to it; not empty
 * @param trunk what it is as a provider
 * @param endpoint what it is as a PJSIP endpoint; null for a SIP peer
 */
public record Peer(
    String name,
    @Nullable PeerKind kind,
    String origin,
    boolean realtime,
    Whereabouts whereabouts,
    Optional<Credential> incoming,
    Optional<Credential> outgoing,
    Access access,
    Media media,
    Calls calls,
    CallPolicy policy,
    CallStyle style,
    RegistrationTerms terms,
    Upkeep upkeep,
    Watching watching,
    Mail mail,
    List<Protocol> transports,
    Trunk trunk,
    @Nullable Endpoint endpoint) {

  public Peer {
    Objects.requireNonNull(name, "name");
  }

  /**
   * Where a peer is.
   *
   * @param dynamic whether it registers
   * @param host its configured address or host name; empty if dynamic or not configured
   * @param port its configured port; 5060 where not configured
   * @param named whether the port is configured; without, host may be a domain
   * @param registration its registration if it has one in force
   * @param defaultIp where to send while there is none; may be empty
   * @param userColumn the column that its table keeps the user part in: defaultuser or username
   */
  public record Whereabouts(
      boolean dynamic,
      String host,
      int port,
      boolean named,
      @Nullable Registration registration,
      String defaultIp,
      String userColumn) {

    /** The configured port; 0 where none is. */
    public int namedPort() {
      return named ? port : 0;
    }

    /** Whether there is anywhere to send to. */
    public boolean known() {
      return registration != null || !(dynamic ? defaultIp : host).isEmpty();
    }
  }

  /**
   * Who may be the peer.
   *
   * @param sources addresses its requests may come from
   * @param contacts addresses it may register
   * @param insecure what it is excused from
   * @param nat how much it is believed about its addresses
   */
  public record Access(
      AddressGate sources, AddressGate contacts, Set<Insecure> insecure, NatPolicy nat) {}

  /**
   * What a peer can hear.
   *
   * @param codecs the preferred first; never empty
   * @param keys how keys travel
   */
  public record Media(List<Codec> codecs, KeyMode keys) {}

  /**
   * How calls from and to a peer are treated; texts are empty where not configured.
   *
   * @param context where its calls start
   * @param variables {@code NAME=value} set on its channels
   * @param defaultUser user part for calls to it
   */
  public record Calls(
      String context,
      CallerId callerId,
      String language,
      String accountCode,
      List<String> variables,
      String fromUser,
      String fromDomain,
      String defaultUser,
      String description) {}

  /** The same peer, whose calls start in another context. */
  public Peer starting(String context) {
    Calls c = calls;
    Calls there =
        new Calls(
            context,
            c.callerId(),
            c.language(),
            c.accountCode(),
            c.variables(),
            c.fromUser(),
            c.fromDomain(),
            c.defaultUser(),
            c.description());
    return with(whereabouts, there);
  }

  /** The same peer at another place. */
  Peer at(Whereabouts other) {
    return with(other, calls);
  }

  /** The same peer as an endpoint, with what it and this server have to prove to each other. */
  Peer as(Endpoint what, Optional<Credential> incoming, Optional<Credential> outgoing) {
    return with(whereabouts, calls, what, incoming, outgoing);
  }

  private Peer with(Whereabouts place, Calls treated) {
    return with(place, treated, endpoint, incoming, outgoing);
  }

  private Peer with(
      Whereabouts place,
      Calls treated,
      @Nullable Endpoint what,
      Optional<Credential> from,
      Optional<Credential> to) {
    return new Peer(
        name,
        kind,
        origin,
        realtime,
        place,
        from,
        to,
        access,
        media,
        treated,
        policy,
        style,
        terms,
        upkeep,
        watching,
        mail,
        transports,
        trunk,
        what);
  }

  /** What its channels and its device are named by: {@code SIP} or {@code PJSIP}. */
  public String technology() {
    return endpoint == null ? "SIP" : Endpoint.TECHNOLOGY;
  }

  /** Its device: {@code SIP/100}. */
  public String device() {
    return technology() + '/' + name;
  }

  /** What it is kept under where peers of both technologies are: no two share it. */
  public String key() {
    return endpoint == null ? name : device();
  }

  /** The device of who is kept under a key. */
  public static String device(String key) {
    return key.startsWith(Endpoint.PREFIX) ? key : "SIP/" + key;
  }

  /** The same peer with this registration, or none. */
  public Peer registered(@Nullable Registration registration) {
    Whereabouts w = whereabouts;
    return at(
        new Whereabouts(
            w.dynamic(),
            w.host(),
            w.port(),
            w.named(),
            registration,
            w.defaultIp(),
            w.userColumn()));
  }

  /** The proxies on the way to it: the configured one, and those that it registered through. */
  public Path way() {
    Registration registration = whereabouts.registration();
    return registration == null || registration.path().isEmpty()
        ? trunk.proxy().path()
        : trunk.proxy().path().then(Path.parse(registration.path()));
  }

  /** Whether a caller may be it by its name in From. */
  public boolean callsByName() {
    return kind == null || kind.callsByName();
  }

  /** Whether it may register, be called and be recognized by address. */
  public boolean isCalled() {
    return kind == null || kind.isCalled();
  }
}
