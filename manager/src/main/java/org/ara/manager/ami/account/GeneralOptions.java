package org.ara.manager.ami.account;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.ara.config.option.Option;
import org.ara.config.option.OptionTable;
import org.ara.config.option.OptionTypes;

/** The options of {@code [general]} in {@code manager.conf}. */
public final class GeneralOptions {

  static final Option<Boolean> ENABLED =
      Option.of("enabled", OptionTypes.yesNo())
          .defaultsTo(false)
          .documented("Whether there is a manager interface at all.");
  static final Option<String> ADDRESS =
      Option.of("bindaddr", OptionTypes.text())
          .defaultsTo("0.0.0.0")
          .documented("Where to listen: an address, or `address:port`.");
  static final Option<Integer> PORT =
      Option.of("port", OptionTypes.port())
          .defaultsTo(5038)
          .documented("Where to listen; 0 takes a free port.");
  static final Option<Boolean> TLS =
      Option.of("tlsenable", OptionTypes.yesNo())
          .defaultsTo(false)
          .since("1.6")
          .documented("Whether to listen for TLS too.");
  static final Option<String> TLS_ADDRESS =
      Option.of("tlsbindaddr", OptionTypes.text())
          .defaultsTo("0.0.0.0:5039")
          .since("1.6")
          .documented(
              "Where to listen for TLS: `address`, which means port 5039, or `address:port`.");
  static final Option<String> TLS_CERTIFICATE =
      Option.of("tlscertfile", OptionTypes.text())
          .since("1.6")
          .documented("The certificate and those that signed it, PEM; relative to this directory.");
  static final Option<String> TLS_KEY =
      Option.of("tlsprivatekey", OptionTypes.text())
          .since("1.6")
          .documented("Its key, PEM (PKCS 8, no password); `tlscertfile` where not set.");
  static final Option<Boolean> MULTIPLE =
      Option.of("allowmultiplelogin", OptionTypes.yesNo())
          .defaultsTo(true)
          .since("1.6")
          .documented("Whether an account may have several sessions at once.");
  static final Option<Boolean> DISPLAY =
      Option.of("displayconnects", OptionTypes.yesNo())
          .defaultsTo(true)
          .documented("Whether logins and their ends are logged.");
  static final Option<Boolean> TIMESTAMP =
      Option.of("timestampevents", OptionTypes.yesNo())
          .defaultsTo(false)
          .documented("Whether every event says when it happened.");
  static final Option<Duration> AUTH_TIMEOUT =
      Option.of("authtimeout", OptionTypes.duration(ChronoUnit.SECONDS, 1, 86_400))
          .defaultsTo(Duration.ofSeconds(30))
          .documented("Seconds until a connection that has not logged in is closed.");
  static final Option<Integer> AUTH_LIMIT =
      Option.of("authlimit", OptionTypes.number(1, 100_000))
          .defaultsTo(50)
          .documented("How many connections may be open that have not logged in.");
  static final Option<Integer> ADDRESS_LIMIT =
      Option.of("addresslimit", OptionTypes.number(0, 1_000_000))
          .defaultsTo(500)
          .since("Ara")
          .documented("How many connections one address may have; 0 for any number.");
  static final Option<Duration> WRITE_TIMEOUT =
      Option.of("writetimeout", OptionTypes.duration(ChronoUnit.MILLIS, 100, 3_600_000))
          .defaultsTo(Duration.ofMillis(100))
          .documented("Milliseconds for which a client may read nothing of what waits for it.");
  static final Option<List<String>> CHANNEL_VARIABLES =
      Option.of("channelvars", OptionTypes.list(OptionTypes.text()))
          .defaultsTo(List.of())
          .since("1.8")
          .documented("Channel variables that events about a channel tell, as `ChanVariable`.");
  static final Option<List<String>> DISABLED =
      Option.of("disabledevents", OptionTypes.list(OptionTypes.text()))
          .defaultsTo(List.of())
          .since("13")
          .documented("The names of events that nobody is sent.");
  static final Option<Boolean> BROKEN_EVENTS =
      Option.of("brokeneventsaction", OptionTypes.yesNo())
          .defaultsTo(false)
          .since("11")
          .documented("Answer the action Events only where it turns events off or names some.");

  /** All of them. */
  public static final OptionTable TABLE =
      OptionTable.of(
          ENABLED,
          ADDRESS,
          PORT,
          TLS,
          TLS_ADDRESS,
          TLS_CERTIFICATE,
          TLS_KEY,
          MULTIPLE,
          DISPLAY,
          TIMESTAMP,
          AUTH_TIMEOUT,
          AUTH_LIMIT,
          ADDRESS_LIMIT,
          WRITE_TIMEOUT,
          CHANNEL_VARIABLES,
          DISABLED,
          BROKEN_EVENTS,
          Option.unsupported("webenabled", "there is no manager interface over HTTP"),
          Option.unsupported("httptimeout", "there is no manager interface over HTTP"),
          Option.unsupported("debug", "events carry no places in source code"),
          Option.unsupported("tlscipher", "the ciphers of the Java runtime are used"),
          Option.unsupported("tlsdontverifyserver", "it is about clients, not servers"),
          Option.unsupported("block-sockets", "no connection ever blocks another"),
          Option.unsupported("displaysystemname", "events tell systemname wherever it is set"));

  private GeneralOptions() {}
}
