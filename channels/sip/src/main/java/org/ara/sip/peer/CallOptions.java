package org.ara.sip.peer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ara.config.option.Option;
import org.ara.config.option.OptionType;
import org.ara.config.option.OptionTypes;
import org.ara.config.option.OptionValues;

/** The options of peers that make a {@link CallPolicy}. */
final class CallOptions {

  private static final OptionType<Integer> COUNT =
      OptionType.of("a whole number, 0 for none", CallOptions::count);
  private static final OptionType<Integer> SECONDS = OptionTypes.number(0, 1_000_000);
  private static final OptionType<Boolean> TRANSFER =
      OptionType.of("yes, no or closed", CallOptions::transfer);

  static final Option<Integer> LIMIT =
      Option.of("call-limit", COUNT)
          .alias("incominglimit")
          .documented("How many calls it may have at once, both ways together; 0 for any number.");
  static final Option<Boolean> COUNTER =
      Option.of("callcounter", OptionTypes.yesNo())
          .documented("Accepted; calls are always counted.");
  static final Option<Integer> BUSY_LEVEL =
      Option.of("busylevel", COUNT)
          .documented("From how many calls on it is shown as busy; 0 for never.");
  static final Option<SessionPolicy.Mode> TIMERS =
      Option.of("session-timers", OptionTypes.constant(SessionPolicy.Mode.class))
          .documented("Session timers where the far end asks, on every call, or never.");
  static final Option<Integer> EXPIRES =
      Option.of("session-expires", OptionTypes.number(90, 86_400))
          .documented("The seconds this server asks for; 1800 where not set.");
  static final Option<Integer> MINIMUM =
      Option.of("session-minse", OptionTypes.number(90, 86_400))
          .documented("The least seconds it accepts; 90 where not set.");
  static final Option<SessionPolicy.Refresher> REFRESHER =
      Option.of("session-refresher", OptionTypes.constant(SessionPolicy.Refresher.class))
          .documented("Who refreshes where this server may choose; uas where not set.");
  static final Option<Boolean> TRANSFERS =
      Option.of("allowtransfer", TRANSFER)
          .documented("Whether it may transfer calls; yes where not set.");
  static final Option<Boolean> REDIRECTS =
      Option.of("promiscredir", OptionTypes.yesNo())
          .documented(
              "Whether its redirections may lead to any host; else to numbers of the dialplan.");
  static final Option<Integer> SILENCE =
      Option.of("rtptimeout", SECONDS)
          .documented("Seconds without media after which a call ends; 0 for never.");
  static final Option<Integer> HELD_SILENCE =
      Option.of("rtpholdtimeout", SECONDS).documented("The same for a call on hold; 0 for never.");
  static final Option<Integer> KEEP_ALIVE =
      Option.of("rtpkeepalive", SECONDS)
          .documented("Seconds without sending media after which a packet is sent; 0 for never.");

  static final Option<Integer> T1 =
      Option.of("timert1", OptionTypes.number(10, 10_000))
          .since("1.6.0")
          .documented("Milliseconds after which an INVITE to it is sent again; 500 where not set.");
  static final Option<Integer> TIMER_B =
      Option.of("timerb", OptionTypes.number(640, 640_000))
          .since("1.6.0")
          .documented(
              "Milliseconds after which a call to it that nothing answers ends; 64 times"
                  + " `timert1` where not set, and at least.");
  static final Option<Boolean> OVERLAP =
      Option.of("allowoverlap", OptionType.of("yes, no or dtmf", CallOptions::overlap))
          .documented(
              "Whether a number that could be longer is answered 484 and not 404; yes where not set.");
  static final Option<List<String>> REFUSED =
      Option.of("disallowed_methods", OptionTypes.list(OptionTypes.text()))
          .since("1.8")
          .documented(
              "Methods it does not take: UPDATE, INFO, REFER, PRACK or OPTIONS is not sent to it.");

  private CallOptions() {}

  static Stream<Option<?>> all() {
    return Stream.of(
        LIMIT,
        COUNTER,
        BUSY_LEVEL,
        TIMERS,
        EXPIRES,
        MINIMUM,
        REFRESHER,
        TRANSFERS,
        REDIRECTS,
        SILENCE,
        HELD_SILENCE,
        KEEP_ALIVE,
        OVERLAP,
        T1,
        TIMER_B,
        REFUSED);
  }

  /** What the options say, and where they say nothing the other policy. */
  static CallPolicy read(OptionValues v, CallPolicy otherwise) {
    SessionPolicy session = otherwise.session();
    return new CallPolicy(
        v.set(LIMIT).orElse(otherwise.limit()),
        v.set(BUSY_LEVEL).orElse(otherwise.busyLevel()),
        new SessionPolicy(
            v.set(TIMERS).orElse(session.mode()),
            v.set(EXPIRES).orElse(session.expires()),
            v.set(MINIMUM).orElse(session.minimum()),
            v.set(REFRESHER).orElse(session.refresher())),
        v.set(TRANSFERS).orElse(otherwise.transfers()),
        v.set(REDIRECTS).orElse(otherwise.redirects()),
        v.set(SILENCE).orElse(otherwise.silence()),
        v.set(HELD_SILENCE).orElse(otherwise.heldSilence()),
        v.set(KEEP_ALIVE).orElse(otherwise.keepAlive()),
        v.set(OVERLAP).orElse(otherwise.overlap()),
        v.set(T1).orElse(otherwise.t1()),
        timerB(v, otherwise),
        v.set(REFUSED).map(CallOptions::methods).orElse(otherwise.refused()));
  }

  /** What is said; else, where only T1 is, 64 times that. */
  private static int timerB(OptionValues v, CallPolicy otherwise) {
    return v.set(TIMER_B).orElseGet(() -> v.set(T1).map(t1 -> 64 * t1).orElse(otherwise.timerB()));
  }

  private static Set<String> methods(List<String> names) {
    return names.stream().map(n -> n.strip().toUpperCase(Locale.ROOT)).collect(Collectors.toSet());
  }

  /** A number below 0 is none, as ever. */
  private static Optional<Integer> count(String text) {
    try {
      return Optional.of(Math.max(0, Integer.parseInt(text.strip())));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Boolean> overlap(String text) {
    return text.strip().equalsIgnoreCase("dtmf") ? Optional.of(false) : OptionTypes.truth(text);
  }

  private static Optional<Boolean> transfer(String text) {
    return text.strip().equalsIgnoreCase("closed")
        ? Optional.of(false)
        : text.strip().equalsIgnoreCase("open") ? Optional.of(true) : OptionTypes.truth(text);
  }
}
