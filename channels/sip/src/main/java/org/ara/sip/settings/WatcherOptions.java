package org.ara.sip.settings;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.ara.config.option.Option;
import org.ara.config.option.OptionTable;
import org.ara.config.option.OptionType;
import org.ara.config.option.OptionTypes;
import org.ara.config.option.OptionValues;

/** The options of {@code [general]} that make {@link Watchers}. */
final class WatcherOptions {

  private static final OptionType<Duration> SECONDS =
      OptionTypes.duration(ChronoUnit.SECONDS, 1, 604_800);

  static final Option<Boolean> RINGING =
      Option.of("notifyringing", OptionTypes.yesNo())
          .defaultsTo(true)
          .documented("Whether those who watch a number are told that its phone rings.");
  static final Option<Boolean> HOLD =
      Option.of("notifyhold", OptionTypes.yesNo())
          .defaultsTo(false)
          .documented("Whether they are told that its call is on hold; else it is in use.");
  static final Option<Duration> LEAST =
      Option.of("subminexpiry", SECONDS)
          .documented("The least seconds that a number may be watched; `minexpiry` where not set.");
  static final Option<Duration> MOST =
      Option.of("submaxexpiry", SECONDS)
          .documented("The most seconds granted to that; `maxexpiry` where not set.");

  static final OptionTable TABLE = OptionTable.of(RINGING, HOLD, LEAST, MOST);

  private WatcherOptions() {}

  /** What {@code [general]} says. */
  static Watchers read(OptionValues v) {
    return new Watchers(
        v.get(RINGING),
        v.get(HOLD),
        v.set(LEAST).orElseGet(() -> v.get(GeneralOptions.MIN_EXPIRY)),
        v.set(MOST).orElseGet(() -> v.get(GeneralOptions.MAX_EXPIRY)));
  }
}
