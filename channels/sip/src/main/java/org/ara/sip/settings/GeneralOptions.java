package org.ara.sip.settings;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ara.config.option.Option;
import org.ara.config.option.OptionTable;
import org.ara.config.option.OptionType;
import org.ara.config.option.OptionTypes;
import org.ara.sip.digest.DigestAlgorithm;
import org.ara.sip.peer.PeerOptions;

/** The options of {@code [general]} in {@code sip.conf}, beyond those of peers. */
public final class GeneralOptions {

  private static final OptionType<Duration> SECONDS =
      OptionTypes.duration(ChronoUnit.SECONDS, 1, 604_800);

  static final Option<String> ADDRESS =
      Option.of("udpbindaddr", OptionTypes.text())
          .alias("bindaddr")
          .defaultsTo("0.0.0.0")
          .documented("Where to listen for UDP: `address` or `address:port`.");
  static final Option<Integer> PORT =
      Option.of("bindport", OptionTypes.port())
          .defaultsTo(5060)
          .documented("Where to listen for UDP; 0 takes a free port.");
  static final Option<String> REALM =
      Option.of("realm", OptionTypes.text())
          .documented("Of passwords; `systemname` where not set, else `asterisk`.");
  static final Option<List<DigestAlgorithm>> ALGORITHMS =
      Option.of(
              "authalgorithms",
              OptionType.of("a list of md5, sha256", DigestAlgorithm::list)
                  .rendered(GeneralOptions::words))
          .defaultsTo(List.of(DigestAlgorithm.MD5, DigestAlgorithm.SHA_256))
          .documented("By which anybody may prove a password, the first offered first.");
  static final Option<Boolean> ALLOW_GUEST =
      Option.of("allowguest", OptionTypes.yesNo())
          .defaultsTo(false)
          .documented("Whether callers that are no peer may call into `context`.");
  static final Option<Boolean> ALWAYS_REJECT =
      Option.of("alwaysauthreject", OptionTypes.yesNo())
          .defaultsTo(true)
          .documented("Answer unknown names exactly like wrong passwords.");
  static final Option<Duration> DEFAULT_EXPIRY =
      Option.of("defaultexpiry", SECONDS)
          .alias("defaultexpirey")
          .defaultsTo(Duration.ofSeconds(120))
          .documented("Seconds granted to a registration that asks for none.");
  static final Option<Duration> MIN_EXPIRY =
      Option.of("minexpiry", SECONDS)
          .alias("minexpirey")
          .defaultsTo(Duration.ofSeconds(60))
          .documented("The least seconds granted.");
  static final Option<Duration> MAX_EXPIRY =
      Option.of("maxexpiry", SECONDS)
          .alias("maxexpirey")
          .defaultsTo(Duration.ofSeconds(3600))
          .documented("The most seconds granted.");
  static final Option<String> USER_AGENT =
      Option.of("useragent", OptionTypes.text())
          .defaultsTo("Ara")
          .documented("What this server calls itself.");
  static final Option<Boolean> UPDATE =
      Option.of("rtupdate", OptionTypes.yesNo())
          .defaultsTo(true)
          .documented("Write registrations into the peers' rows; else keep them apart.");
  static final Option<Boolean> SAVE_SYSTEM_NAME =
      Option.of("rtsavesysname", OptionTypes.yesNo())
          .defaultsTo(false)
          .documented("Write systemname into `regserver` along with a registration.");
  static final Option<Boolean> IGNORE_EXPIRY =
      Option.of("ignoreregexpire", OptionTypes.yesNo())
          .defaultsTo(false)
          .documented("Go on using registrations in rows beyond their end.");
  static final Option<Boolean> CACHE =
      Option.of("rtcachefriends", OptionTypes.yesNo())
          .defaultsTo(false)
          .documented("Keep peers of rows in memory after their first use.");

  static final Option<Integer> MAX_UNPROVEN =
      Option.of("maxunproven", OptionTypes.number(0, 1_000_000))
          .defaultsTo(50)
          .documented(
              "Requests a second from one address that are looked up without a password; 0 is no limit.");
  static final Option<Integer> MAX_FAILURES =
      Option.of("maxfailures", OptionTypes.number(0, 1_000_000))
          .defaultsTo(60)
          .documented("Wrong passwords a minute from one address; 0 is no limit.");

  static final Option<Duration> AUTO_CLEAR =
      Option.of(
              "rtautoclear",
              OptionType.of("yes (120), no, or a whole number of seconds", GeneralOptions::lifetime)
                  .rendered(time -> time.isZero() ? "no" : Long.toString(time.toSeconds())))
          .defaultsTo(Duration.ZERO)
          .documented("How long rtcachefriends keeps a peer; not its registration.");

  private static final OptionTable BASICS =
      OptionTable.of(
          ADDRESS,
          PORT,
          REALM,
          ALGORITHMS,
          ALLOW_GUEST,
          ALWAYS_REJECT,
          DEFAULT_EXPIRY,
          MIN_EXPIRY,
          MAX_EXPIRY,
          USER_AGENT,
          UPDATE,
          SAVE_SYSTEM_NAME,
          IGNORE_EXPIRY,
          CACHE,
          AUTO_CLEAR,
          MAX_UNPROVEN,
          MAX_FAILURES,
          later("auth_message_requests"),
          later("accept_outofcall_message"),
          later("limitonpeers", "Accepted; calls are counted for every peer."),
          later("cos_sip", "Accepted; tos_sip marks packets, what is below is the system's."),
          later("cos_audio", "Accepted; tos_audio marks packets, what is below is the system's."),
          later("pedantic", "Accepted; messages are always read by the letter."),
          later("relaxdtmf", "Accepted; keys in sounds are heard in one way."),
          later("checkmwi"),
          later("sipdebug"),
          later("mwiexpiry"),
          later("legacy_useroption_parsing"));

  private static final OptionTable OWN =
      BASICS
          .and(AccountSettings.TABLE)
          .and(OutsideSettings.TABLE)
          .and(NetworkOptions.TABLE)
          .and(RegisteringOptions.TABLE)
          .and(WatcherOptions.TABLE)
          .and(NamingOptions.TABLE);

  /** All that may stand in {@code [general]}: its own, and the defaults of peers. */
  public static final OptionTable TABLE = OWN.and(ofPeers());

  /** The options of {@code [general]} alone. */
  public static OptionTable own() {
    return OWN;
  }

  private GeneralOptions() {}

  /** The options of peers, without those whose name means something else in {@code [general]}. */
  private static OptionTable ofPeers() {
    return OptionTable.of(
        PeerOptions.TABLE.options().stream()
            .filter(option -> OWN.option(option.name()).isEmpty())
            .toArray(Option<?>[]::new));
  }

  private static Optional<Duration> lifetime(String text) {
    String word = text.strip();
    if (word.matches("[0-9]{1,8}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(word)));
    }
    return OptionTypes.truth(word).map(on -> on ? Duration.ofSeconds(120) : Duration.ZERO);
  }

  private static String words(List<DigestAlgorithm> algorithms) {
    return algorithms.stream()
        .map(algorithm -> algorithm.name().replace("_", "").toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(","));
  }

  private static Option<String> later(String name) {
    return later(name, "Accepted; has no effect yet.");
  }

  private static Option<String> later(String name, String reason) {
    return Option.of(name, OptionTypes.text()).repeatable().documented(reason);
  }
}
