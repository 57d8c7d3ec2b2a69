package org.ara.sip.peer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ara.config.Problem;
import org.ara.config.access.AccessRule;
import org.ara.config.option.Option;
import org.ara.config.option.OptionTable;
import org.ara.config.option.OptionType;
import org.ara.config.option.OptionTypes;
import org.ara.config.option.OptionValues;
import org.ara.sip.route.OutboundProxy;
import org.ara.sip.rtp.KeyMode;
import org.ara.sip.transport.Protocol;

/** The options of a peer: of its section in {@code sip.conf} and of its row in {@code sippeers}. */
public final class PeerOptions {

  static final Option<PeerKind> TYPE =
      Option.of("type", OptionTypes.constant(PeerKind.class))
          .documented("What it may do: call in by name, be called and register, or both.");
  static final Option<String> SECRET =
      Option.of("secret", OptionTypes.secret())
          .documented("The password. Without it and a hash of it nobody is asked for one.");
  static final Option<String> MD5_SECRET =
      Option.of("md5secret", OptionType.of("32 hexadecimal digits", PeerOptions::md5).secret())
          .documented("MD5(name:realm:password) instead of the password; counts more than secret.");
  static final Option<String> REMOTE_SECRET =
      Option.of("remotesecret", OptionTypes.secret())
          .since("1.6.2")
          .documented("The password this server uses when it calls the peer; else secret.");
  public static final Option<String> CONTEXT =
      Option.of("context", OptionTypes.text())
          .defaultsTo("default")
          .documented("Where its calls start in the dialplan.");
  static final Option<String> CALLER_ID =
      Option.of("callerid", OptionTypes.text())
          .documented("`Name <number>`, who its calls are shown to come from.");
  static final Option<String> FULL_NAME =
      Option.of("fullname", OptionTypes.text()).documented("The name part of callerid.");
  static final Option<String> CID_NUMBER =
      Option.of("cid_number", OptionTypes.text()).documented("The number part of callerid.");
  static final Option<String> TRUNK_NAME =
      Option.of("trunkname", OptionTypes.text()).documented("Its calls are shown without a name.");
  static final Option<String> HOST =
      Option.of("host", OptionTypes.text())
          .documented("`dynamic` for one that registers, else its address or host name.");
  static final Option<Integer> PORT =
      Option.of("port", OptionTypes.port())
          .documented(
              "Its port; 0 is none, so that `host` may be a domain. Written when it registers.");
  static final Option<String> IP_ADDRESS =
      Option.of("ipaddr", OptionTypes.text())
          .documented("Written when it registers: where to send.");
  static final Option<Long> EXPIRY =
      Option.of("regseconds", OptionType.of("a Unix time in seconds", PeerOptions::seconds))
          .documented("Written when it registers: the Unix time at which that ends.");
  static final Option<String> FULL_CONTACT =
      Option.of("fullcontact", OptionTypes.text())
          .documented("Written when it registers: the Contact URI.");
  static final Option<String> USER_AGENT =
      Option.of("useragent", OptionTypes.text()).documented("Written when it registers.");
  static final Option<String> REG_SERVER =
      Option.of("regserver", OptionTypes.text())
          .documented(
              "Written when it registers: systemname, with rtsavesysname=yes; only that server asks"
                  + " whether it is there, also after a restart.");
  static final Option<String> PATH =
      Option.of("path", OptionTypes.text())
          .since("12")
          .documented("Written when it registers: the proxies on the way, with rtsavepath=yes.");
  static final Option<Integer> LAST_MILLIS =
      Option.of("lastms", OptionTypes.number(-1, Integer.MAX_VALUE))
          .documented("Written when it registers, and when it is found there or not (`qualify`).");
  static final Option<String> DEFAULT_USER =
      Option.of("defaultuser", OptionTypes.text())
          .alias("username")
          .documented("User part of calls to it, and of passwords proved to it.");
  static final Option<String> FROM_USER =
      Option.of("fromuser", OptionTypes.text()).documented("User in From of calls to it.");
  static final Option<String> FROM_DOMAIN =
      Option.of("fromdomain", OptionTypes.text()).documented("Host in From of calls to it.");
  static final Option<String> DEFAULT_IP =
      Option.of("defaultip", OptionTypes.text())
          .documented("Where to send while it is not registered.");
  static final Option<String> CALLBACK_EXTENSION =
      Option.of("callbackextension", OptionTypes.text())
          .documented(
              "This server registers at the `host` and takes its calls to this extension in; prefers"
                  + " this peer among those of one address for calls to it.");
  public static final Option<Set<Insecure>> INSECURE =
      Option.of("insecure", OptionType.of("a list of port, invite, no", Insecure::parse))
          .defaultsTo(Set.of())
          .documented("`port`: calls from any port of its address; `invite`: without a password.");
  public static final Option<NatPolicy> NAT =
      Option.of(
              "nat",
              OptionType.of(
                  "a list of force_rport, comedia, auto_force_rport, auto_comedia, no",
                  NatPolicy::parse))
          .documented("What of its own addresses is believed; auto_force_rport where not set.");
  static final Option<List<AccessRule>> PERMIT = rules("permit", true, "calls and registers");
  static final Option<List<AccessRule>> DENY = rules("deny", false, "calls and registers");
  static final Option<List<AccessRule>> CONTACT_PERMIT =
      rules("contactpermit", true, "wants to be reached at");
  static final Option<List<AccessRule>> CONTACT_DENY =
      rules("contactdeny", false, "wants to be reached at");
  static final Option<List<String>> DISALLOW =
      Option.of("disallow", OptionTypes.list(OptionTypes.text()))
          .repeatable()
          .documented("Codecs taken off the list, or `all`.");
  static final Option<List<String>> ALLOW =
      Option.of("allow", OptionTypes.list(OptionTypes.text()))
          .repeatable()
          .documented("Codecs put on the list: ulaw, alaw, or `all`. Both where nothing is set.");
  static final Option<String> DTMF_MODE =
      Option.of("dtmfmode", words("rfc2833", "auto", "inband", "info", "shortinfo"))
          .defaultsTo("rfc2833")
          .documented(
              "How keys travel: telephone events, INFO (`shortinfo` a bare digit), or sounds.");
  static final Option<List<String>> TRANSPORT =
      Option.of("transport", OptionTypes.list(words("udp", "tcp", "tls", "ws", "wss")))
          .defaultsTo(List.of("udp"))
          .documented("What it may use; calls to it use what it registered with, else the first.");
  static final Option<String> LANGUAGE =
      Option.of("language", OptionTypes.text()).documented("Of prompts on its calls.");
  static final Option<String> ACCOUNT_CODE =
      Option.of("accountcode", OptionTypes.text())
          .documented("For billing its calls; `CHANNEL(accountcode)`.");
  static final Option<String> SET_VARIABLE =
      Option.of("setvar", OptionTypes.text())
          .repeatable()
          .documented("`NAME=value` set on its channels; several separated by `;` in a row.");
  static final Option<String> DESCRIPTION =
      Option.of("description", OptionTypes.text()).documented("Shown in lists.");

  private static final Pattern SECONDS = Pattern.compile("-?[0-9]{1,15}");

  /** All of them, and those that are accepted without having an effect yet. */
  public static final OptionTable TABLE = OptionTable.of(all());

  private PeerOptions() {}

  private static Option<?>[] all() {
    Stream<Option<?>> acted =
        Stream.of(
            TYPE,
            SECRET,
            MD5_SECRET,
            REMOTE_SECRET,
            CONTEXT,
            CALLER_ID,
            FULL_NAME,
            CID_NUMBER,
            TRUNK_NAME,
            HOST,
            PORT,
            IP_ADDRESS,
            EXPIRY,
            FULL_CONTACT,
            USER_AGENT,
            REG_SERVER,
            PATH,
            LAST_MILLIS,
            DEFAULT_USER,
            FROM_USER,
            FROM_DOMAIN,
            DEFAULT_IP,
            CALLBACK_EXTENSION,
            INSECURE,
            NAT,
            PERMIT,
            DENY,
            CONTACT_PERMIT,
            CONTACT_DENY,
            DISALLOW,
            ALLOW,
            DTMF_MODE,
            TRANSPORT,
            LANGUAGE,
            ACCOUNT_CODE,
            SET_VARIABLE,
            DESCRIPTION);
    return Stream.of(
            acted,
            AccountOptions.all(),
            CallOptions.all(),
            UpkeepOptions.all(),
            WatchingOptions.all(),
            MailOptions.all(),
            StyleOptions.all(),
            LaterOptions.all())
        .flatMap(Function.identity())
        .toArray(Option<?>[]::new);
  }

  private static OptionType<String> words(String... words) {
    Map<String, String> meanings = new LinkedHashMap<>();
    for (String word : words) {
      meanings.put(word, word);
    }
    return OptionTypes.word(meanings);
  }

  private static Option<List<AccessRule>> rules(String name, boolean permit, String what) {
    return Option.of(
            name,
            OptionType.of(
                "a list of address, address/bits or address/mask",
                text -> AccessRule.parseAll(permit, text)))
        .repeatable()
        .documented("Addresses it " + what + ": the last entry that covers one decides.");
  }

  private static Optional<String> md5(String text) {
    return Optional.of(text).filter(t -> t.matches("[0-9a-fA-F]{32}"));
  }

  private static Optional<Long> seconds(String text) {
    return Optional.of(text).filter(t -> SECONDS.matcher(t).matches()).map(Long::valueOf);
  }

  /** What may be used, in order; empty where that is not set. */
  static Optional<List<Protocol>> transports(OptionValues v) {
    return v.set(TRANSPORT)
        .map(words -> words.stream().flatMap(word -> Protocol.named(word).stream()).toList())
        .filter(list -> !list.isEmpty());
  }

  /**
   * What holds for peers that do not say otherwise.
   *
   * @param general the values of {@code [general]}
   * @param ignoreExpiry see {@link PeerDefaults}
   * @param realms what is proved in some realms
   * @param problems takes in what is wrong with the codecs
   */
  public static PeerDefaults defaults(
      OptionValues general, boolean ignoreExpiry, RealmSecrets realms, List<Problem> problems) {
    return new PeerDefaults(
        general.get(CONTEXT),
        general.find(NAT).orElse(NatPolicy.USUAL),
        Codecs.apply(Codecs.ALL, general, problems),
        KeyMode.named(general.get(DTMF_MODE)).orElse(KeyMode.RFC2833),
        general.find(LANGUAGE).orElse(""),
        ignoreExpiry,
        CallOptions.read(general, CallPolicy.USUAL),
        StyleOptions.read(general, CallStyle.USUAL),
        AccountOptions.terms(general, RegistrationTerms.USUAL),
        UpkeepOptions.read(general, Upkeep.USUAL),
        WatchingOptions.read(general, Watching.USUAL),
        MailOptions.read("", general, Mail.USUAL),
        transports(general).orElse(List.of(Protocol.UDP)),
        general.find(AccountOptions.PROXY).orElse(OutboundProxy.NONE),
        realms);
  }
}
