package org.ara.sip.peer;

import java.util.stream.Stream;
import org.ara.config.option.Option;
import org.ara.config.option.OptionTypes;
import org.ara.config.option.OptionValues;

/** The options of peers that make a {@link Watching}. */
final class WatchingOptions {

  static final Option<Boolean> ALLOW =
      Option.of("allowsubscribe", OptionTypes.yesNo())
          .documented("Whether it may watch numbers; yes where not set.");
  static final Option<String> CONTEXT =
      Option.of("subscribecontext", OptionTypes.text())
          .documented("Where the hints are that it watches; `context` where not set.");

  private WatchingOptions() {}

  static Stream<Option<?>> all() {
    return Stream.of(ALLOW, CONTEXT);
  }

  /** What the options say, and where they say nothing the other. */
  static Watching read(OptionValues v, Watching otherwise) {
    return new Watching(
        v.set(ALLOW).orElse(otherwise.allowed()), v.set(CONTEXT).orElse(otherwise.context()));
  }
}
