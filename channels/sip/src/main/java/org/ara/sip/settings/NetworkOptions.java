package org.ara.sip.settings;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.ara.config.option.Option;
import org.ara.config.option.OptionTable;
import org.ara.config.option.OptionTypes;

/** The options of {@code [general]} in {@code sip.conf} about connections. */
final class NetworkOptions {

  static final Option<Boolean> TCP =
      Option.of("tcpenable", OptionTypes.yesNo())
          .defaultsTo(false)
          .documented("Whether SIP is spoken over TCP.");
  static final Option<String> TCP_ADDRESS =
      Option.of("tcpbindaddr", OptionTypes.text())
          .documented("Where to listen for TCP: `address[:port]`; as UDP where not set.");
  static final Option<Boolean> TLS =
      Option.of("tlsenable", OptionTypes.yesNo())
          .defaultsTo(false)
          .documented("Whether SIP is spoken over TLS.");
  static final Option<String> TLS_ADDRESS =
      Option.of("tlsbindaddr", OptionTypes.text())
          .documented(
              "Where to listen for TLS: `address[:port]`; as UDP, port 5061, where not set.");
  static final Option<String> CERTIFICATE =
      Option.of("tlscertfile", OptionTypes.text())
          .documented("PEM file with this server's certificate and those that vouch for it.");
  static final Option<String> KEY =
      Option.of("tlsprivatekey", OptionTypes.text())
          .documented(
              "PEM file with its private key, without a password; `tlscertfile` where not set.");
  static final Option<String> AUTHORITY_FILE =
      Option.of("tlscafile", OptionTypes.text())
          .documented(
              "PEM file with the certificates of who is believed; where not set, those that Java believes.");
  static final Option<String> AUTHORITY_DIRECTORY =
      Option.of("tlscadir", OptionTypes.text())
          .alias("tlscapath")
          .documented("A directory of such files.");
  static final Option<Boolean> VERIFY_CLIENT =
      Option.of("tlsverifyclient", OptionTypes.yesNo())
          .defaultsTo(false)
          .documented("Whether who connects over TLS must show a certificate.");
  static final Option<Boolean> DO_NOT_VERIFY_SERVER =
      Option.of("tlsdontverifyserver", OptionTypes.yesNo())
          .defaultsTo(false)
          .documented("Whether calls go to servers whose certificate proves nothing.");
  static final Option<Boolean> WS =
      Option.of("wsenable", OptionTypes.yesNo())
          .defaultsTo(false)
          .documented("Whether SIP is spoken over WebSocket, at the path `/ws`.");
  static final Option<String> WS_ADDRESS =
      Option.of("wsbindaddr", OptionTypes.text())
          .documented(
              "Where to listen for it: `address[:port]`; as UDP, port 8088, where not set.");
  static final Option<Boolean> WSS =
      Option.of("wssenable", OptionTypes.yesNo())
          .defaultsTo(false)
          .documented("The same over TLS, with `tlscertfile`.");
  static final Option<String> WSS_ADDRESS =
      Option.of("wssbindaddr", OptionTypes.text())
          .documented(
              "Where to listen for that: `address[:port]`; as UDP, port 8089, where not set.");
  static final Option<Duration> PROVING =
      Option.of("tcpauthtimeout", OptionTypes.duration(ChronoUnit.SECONDS, 1, 3600))
          .defaultsTo(Duration.ofSeconds(30))
          .documented(
              "Seconds within which somebody must be let in on a connection, or it is closed.");
  static final Option<Integer> STRANGERS =
      Option.of("tcpauthlimit", OptionTypes.number(1, 1_000_000))
          .defaultsTo(1_000)
          .documented(
              "Connections at once on which nobody was let in yet; of one address a tenth.");
  static final Option<Integer> MOST =
      Option.of("tcpmaxconnections", OptionTypes.number(1, 1_000_000))
          .defaultsTo(10_000)
          .documented("Connections at once, all kinds together.");
  static final Option<Integer> PER_SOURCE =
      Option.of("tcpmaxpersource", OptionTypes.number(1, 1_000_000))
          .defaultsTo(1_000)
          .documented("Connections at once from one address.");
  static final Option<Duration> IDLE =
      Option.of("tcpidletimeout", OptionTypes.duration(ChronoUnit.SECONDS, 60, 604_800))
          .defaultsTo(Duration.ofHours(2))
          .documented("Seconds after which a connection is closed on which nothing passes.");

  static final OptionTable TABLE =
      OptionTable.of(
          TCP,
          TCP_ADDRESS,
          TLS,
          TLS_ADDRESS,
          CERTIFICATE,
          KEY,
          AUTHORITY_FILE,
          AUTHORITY_DIRECTORY,
          VERIFY_CLIENT,
          DO_NOT_VERIFY_SERVER,
          later("tlscipher", "Accepted; the ciphers are those of the Java platform."),
          later("tlsclientmethod", "Accepted; TLS 1.2 and 1.3 are spoken."),
          WS,
          WS_ADDRESS,
          WSS,
          WSS_ADDRESS,
          PROVING,
          STRANGERS,
          MOST,
          PER_SOURCE,
          IDLE);

  private NetworkOptions() {}

  private static Option<String> later(String name, String reason) {
    return Option.of(name, OptionTypes.text()).documented(reason);
  }
}
