package org.ara.sip.peer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ara.config.Problem;
import org.ara.config.access.AccessList;
import org.ara.config.access.AccessRule;
import org.ara.config.option.Option;
import org.ara.config.option.OptionValues;
import org.ara.pbx.CallerId;
import org.ara.sip.rtp.KeyMode;
import org.jspecify.annotations.Nullable;

/** Makes peers: the one way from a section or a row to a {@link Peer}, checks included. */
final class PeerBuilder {

  /** Options whose bad value makes the whole peer unusable rather than fall to a default. */
  private static final Set<Option<?>> STRICT =
      Set.of(
          PeerOptions.PORT,
          PeerOptions.EXPIRY,
          PeerOptions.MD5_SECRET,
          AccountOptions.SHA256_SECRET,
          PeerOptions.PERMIT,
          PeerOptions.DENY,
          PeerOptions.CONTACT_PERMIT,
          PeerOptions.CONTACT_DENY);

  private final PeerDefaults defaults;
  private final NamedLists named;

  /**
   * A builder.
   *
   * @param named where access lists are that peers name
   */
  PeerBuilder(PeerDefaults defaults, NamedLists named) {
    this.defaults = defaults;
    this.named = named;
  }

  /** What became of a text. */
  sealed interface Built {

    /** A peer, with what was odd about it. */
    record Made(Peer peer, List<Problem> problems) implements Built {}

    /** It cannot be used. */
    record SetAside(String why) implements Built {}
  }

  Built build(PeerText text) {
    Optional<String> fatal = text.fatal(STRICT);
    if (fatal.isPresent()) {
      return new Built.SetAside(fatal.get());
    }
    OptionValues v = PeerOptions.TABLE.read(text.scope(), text.entries(), text.unknown());
    List<Problem> problems = new ArrayList<>(v.problems());
    Peer peer =
        new Peer(
            text.name(),
            v.find(PeerOptions.TYPE).orElse(null),
            text.scope(),
            text.realtime(),
            whereabouts(text, v),
            Credentials.incoming(text.name(), v),
            Credentials.outgoing(text.name(), v, defaults.realms()),
            access(v),
            new Peer.Media(Codecs.apply(defaults.codecs(), v, problems), keys(v)),
            calls(v),
            CallOptions.read(v, defaults.policy()),
            StyleOptions.read(v, defaults.style()),
            AccountOptions.terms(v, defaults.terms()),
            UpkeepOptions.read(v, defaults.upkeep()),
            WatchingOptions.read(v, defaults.watching()),
            MailOptions.read(text.name(), v, defaults.mail()),
            PeerOptions.transports(v).orElse(defaults.transports()),
            new Trunk(
                v.find(PeerOptions.CALLBACK_EXTENSION).orElse("").strip(),
                v.find(AccountOptions.PROXY).orElse(defaults.proxy())),
            null);
    return new Built.Made(peer, problems);
  }

  private Peer.Whereabouts whereabouts(PeerText text, OptionValues v) {
    String host = v.find(PeerOptions.HOST).orElse("").strip();
    boolean dynamic = host.equalsIgnoreCase("dynamic");
    int usual = PeerOptions.transports(v).orElse(defaults.transports()).getFirst().usualPort();
    Optional<Integer> port = v.find(PeerOptions.PORT).filter(p -> p > 0);
    return new Peer.Whereabouts(
        dynamic,
        dynamic ? "" : host,
        port.orElse(usual),
        port.isPresent(),
        dynamic && text.realtime() ? registration(v) : null,
        v.find(PeerOptions.DEFAULT_IP).orElse(""),
        text.userColumn());
  }

  private static @Nullable Registration registration(OptionValues v) {
    String contact = v.find(PeerOptions.FULL_CONTACT).orElse("");
    String address =
        v.find(PeerOptions.IP_ADDRESS).filter(a -> Addresses.literal(a).isPresent()).orElse("");
    Registration stored =
        new Registration(
            contact,
            address.equals("0.0.0.0") ? "" : address,
            v.find(PeerOptions.PORT).orElse(0),
            v.find(PeerOptions.DEFAULT_USER).orElse(""),
            v.find(PeerOptions.USER_AGENT).orElse(""),
            Instant.ofEpochSecond(v.find(PeerOptions.EXPIRY).orElse(0L)),
            v.find(PeerOptions.PATH).orElse(""),
            v.find(PeerOptions.REG_SERVER).orElse(""));
    return contact.isEmpty() && stored.address().isEmpty() ? null : stored;
  }

  private Peer.Access access(OptionValues v) {
    return new Peer.Access(
        gate(v, PeerOptions.PERMIT, PeerOptions.DENY, AccountOptions.ACL),
        gate(v, PeerOptions.CONTACT_PERMIT, PeerOptions.CONTACT_DENY, AccountOptions.CONTACT_ACL),
        v.get(PeerOptions.INSECURE),
        v.find(PeerOptions.NAT).orElse(defaults.nat()));
  }

  private AddressGate gate(
      OptionValues v,
      Option<List<AccessRule>> permit,
      Option<List<AccessRule>> deny,
      Option<List<String>> lists) {
    List<AccessRule> rules = new ArrayList<>();
    for (OptionValues.Setting<?> setting : v.settings()) {
      if ((setting.option() == permit || setting.option() == deny)
          && setting.value() instanceof List<?> list) {
        list.forEach(rule -> rules.add((AccessRule) rule));
      }
    }
    return new AddressGate(
        rules.isEmpty() ? AccessList.OPEN : new AccessList(rules),
        AccountOptions.names(v, lists),
        named);
  }

  private KeyMode keys(OptionValues v) {
    return v.set(PeerOptions.DTMF_MODE).flatMap(KeyMode::named).orElse(defaults.keys());
  }

  private Peer.Calls calls(OptionValues v) {
    return new Peer.Calls(
        v.set(PeerOptions.CONTEXT).orElse(defaults.context()),
        callerId(v),
        v.find(PeerOptions.LANGUAGE).orElse(defaults.language()),
        v.find(PeerOptions.ACCOUNT_CODE).orElse(""),
        v.all(PeerOptions.SET_VARIABLE),
        v.find(PeerOptions.FROM_USER).orElse(""),
        v.find(PeerOptions.FROM_DOMAIN).orElse(""),
        v.find(PeerOptions.DEFAULT_USER).orElse(""),
        v.find(PeerOptions.DESCRIPTION).orElse(""));
  }

  private static CallerId callerId(OptionValues v) {
    CallerId known =
        CallerIds.of(
            v.find(PeerOptions.CALLER_ID).orElse(""),
            v.find(PeerOptions.FULL_NAME).orElse(""),
            v.find(PeerOptions.CID_NUMBER).orElse(""));
    return AccountOptions.shown(
        v, v.find(PeerOptions.TRUNK_NAME).isPresent() ? known.named("", known.number()) : known);
  }
}
