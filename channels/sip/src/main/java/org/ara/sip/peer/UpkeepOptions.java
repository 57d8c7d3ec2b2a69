package org.ara.sip.peer;

import java.util.Optional;
import java.util.stream.Stream;
import org.ara.config.option.Option;
import org.ara.config.option.OptionType;
import org.ara.config.option.OptionTypes;
import org.ara.config.option.OptionValues;

/** The options of peers that make an {@link Upkeep}. */
final class UpkeepOptions {

  private static final int USUAL_LIMIT = 2000;
  private static final int USUAL_KEEP_ALIVE = 60;
  private static final int MOST = 1_000_000;

  static final Option<Integer> QUALIFY =
      Option.of(
              "qualify", OptionType.of("yes, no or milliseconds", text -> count(text, USUAL_LIMIT)))
          .documented(
              "Whether it is asked if it is there, and in how many milliseconds it is to answer;"
                  + " `yes` is 2000.");
  static final Option<Integer> FREQUENCY =
      Option.of("qualifyfreq", OptionTypes.number(1, MOST))
          .documented("Seconds between such questions; 60 where not set, 10 while it is away.");
  static final Option<Integer> KEEP_ALIVE =
      Option.of(
              "keepalive",
              OptionType.of("yes, no or seconds", text -> count(text, USUAL_KEEP_ALIVE)))
          .documented(
              "Seconds between empty packets that keep the way through a NAT open; `yes` is 60.");

  private UpkeepOptions() {}

  static Stream<Option<?>> all() {
    return Stream.of(QUALIFY, FREQUENCY, KEEP_ALIVE);
  }

  /** What the options say, and where they say nothing the other upkeep. */
  static Upkeep read(OptionValues v, Upkeep otherwise) {
    return new Upkeep(
        v.set(QUALIFY).orElse(otherwise.limit()),
        v.set(FREQUENCY).orElse(otherwise.frequency()),
        v.set(KEEP_ALIVE).orElse(otherwise.keepAlive()),
        v.find(PeerOptions.LAST_MILLIS).orElse(0));
  }

  private static Optional<Integer> count(String text, int meantByYes) {
    String plain = text.strip();
    if (plain.matches("[0-9]{1,6}")) {
      return Optional.of(Integer.parseInt(plain));
    }
    return OptionTypes.truth(plain).map(yes -> yes ? meantByYes : 0);
  }
}
