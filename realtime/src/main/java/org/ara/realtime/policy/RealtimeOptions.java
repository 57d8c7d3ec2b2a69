package org.ara.realtime.policy;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.ara.config.option.Option;
import org.ara.config.option.OptionTable;
import org.ara.config.option.OptionType;
import org.ara.config.option.OptionTypes;
import org.ara.config.option.OptionValues;

/** The options of {@code realtime.conf}, the same in {@code [general]} and for each family. */
final class RealtimeOptions {

  private static final int YEAR = 366 * 86_400;

  private RealtimeOptions() {}

  static final Option<CacheMode> CACHE =
      Option.of("cache", OptionTypes.constant(CacheMode.class))
          .defaultsTo(CacheMode.NONE)
          .documented(
              "When an answer is given again without asking: never (`none`), while it is younger"
                  + " than `ttl` (`ttl`), or until the database tells of a change (`feed`).");

  static final Option<Duration> TTL =
      Option.of("ttl", OptionTypes.duration(ChronoUnit.SECONDS, 1, YEAR))
          .defaultsTo(Duration.ofSeconds(30))
          .documented("Seconds that an answer is given again, with `cache = ttl`.");

  static final Option<Long> MAX_BYTES =
      Option.of("max_bytes", bytes())
          .defaultsTo(64L << 20)
          .documented(
              "The most memory for kept answers of the family; what was not asked for lately goes"
                  + " first. A known SIP peer takes about half a kilobyte.");

  static final Option<OnOutage> ON_OUTAGE =
      Option.of("on_outage", OptionTypes.constant(OnOutage.class))
          .defaultsTo(OnOutage.NEXT)
          .documented(
              "While the first mapping is unavailable: ask the `next` mapping; the same, and where"
                  + " all are unavailable give the last known answer (`stale`); or `fail` without"
                  + " asking the next.");

  static final Option<Duration> MAX_STALE =
      Option.of("max_stale", OptionTypes.duration(ChronoUnit.SECONDS, 0, YEAR))
          .defaultsTo(Duration.ofDays(1))
          .documented(
              "Seconds that an answer may be old and still be given with `on_outage = stale`; 0 is"
                  + " any age.");

  static final Option<Duration> DEADLINE =
      Option.of("deadline", OptionTypes.duration(ChronoUnit.MILLIS, 0, 600_000))
          .defaultsTo(Duration.ZERO)
          .documented(
              "Milliseconds that a caller waits for each mapping before it counts as unavailable;"
                  + " 0 is as long as the driver allows.");

  static final Option<Boolean> SNAPSHOT =
      Option.of("snapshot", OptionTypes.yesNo())
          .defaultsTo(false)
          .documented(
              "Keep the known answers on disk as well, so that a server that starts while its"
                  + " database is away still has them. Needs `on_outage = stale`.");

  static final OptionTable TABLE =
      OptionTable.of(CACHE, TTL, MAX_BYTES, ON_OUTAGE, MAX_STALE, DEADLINE, SNAPSHOT);

  static FamilyPolicy policy(OptionValues values) {
    return new FamilyPolicy(
        values.get(CACHE),
        values.get(TTL),
        values.get(MAX_BYTES),
        values.get(ON_OUTAGE),
        values.get(MAX_STALE),
        values.get(DEADLINE),
        values.get(SNAPSHOT) && values.get(ON_OUTAGE) == OnOutage.STALE);
  }

  /** A number of bytes, perhaps in units of 1024: {@code 64m}. */
  private static OptionType<Long> bytes() {
    return OptionType.of(
            "a number of bytes from 1m to 1024g, written 64m, 2g or in full", RealtimeOptions::size)
        .rendered(value -> (value >> 20) + "m");
  }

  private static Optional<Long> size(String text) {
    String word = text.toLowerCase(Locale.ROOT);
    int unit = word.isEmpty() ? -1 : "kmg".indexOf(word.charAt(word.length() - 1));
    String digits = unit < 0 ? word : word.substring(0, word.length() - 1);
    if (!digits.matches("[0-9]{1,13}")) {
      return Optional.empty();
    }
    long count = Long.parseLong(digits);
    int shift = (unit + 1) * 10;
    boolean fits = count <= (1024L << 30) >> shift && count << shift >= 1 << 20;
    return fits ? Optional.of(count << shift) : Optional.empty();
  }
}
