package org.ara.sip.peer;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ara.config.option.Option;
import org.ara.config.option.OptionType;
import org.ara.config.option.OptionTypes;
import org.ara.config.option.OptionValues;
import org.ara.sip.peer.CallStyle.Identity;

/** The options of peers that make a {@link CallStyle}. */
final class StyleOptions {

  static final Option<String> HEADER =
      Option.of("header", OptionType.of("`Name: value`", StyleOptions::header))
          .repeatable()
          .documented("A header of calls to it.");
  static final Option<Boolean> PHONE =
      Option.of("usereqphone", OptionTypes.yesNo())
          .documented("Whether `user=phone` goes with the numbers of calls to it.");
  static final Option<Integer> HOPS =
      Option.of("maxforwards", OptionTypes.number(1, 255))
          .documented("`Max-Forwards` of calls to it; 70 where not set.");
  static final Option<Identity> IDENTITY =
      Option.of("sendrpid", OptionType.of("yes, rpid, pai or no", StyleOptions::identity))
          .documented("Show it who calls: `Remote-Party-ID` (yes), or `P-Asserted-Identity`.");
  static final Option<Boolean> TRUSTED =
      Option.of("trustrpid", OptionTypes.yesNo())
          .documented("Believe what such a header of its calls says of the caller.");
  static final Option<String> AMA_FLAGS =
      Option.of(
              "amaflags",
              OptionType.of("default, omit, billing or documentation", StyleOptions::amaFlags))
          .documented("What `CHANNEL(amaflags)` says of its calls.");
  static final Option<String> MUSIC =
      fact("musicclass", "Music for who it puts on hold")
          .alias("mohinterpret")
          .alias("musiconhold");
  static final Option<String> MUSIC_SUGGESTED = fact("mohsuggest", "Music it asks others to play");
  static final Option<String> TONE_ZONE = fact("tonezone", "The country of its tones");
  static final Option<String> PARKING = fact("parkinglot", "Where it parks calls");
  static final Option<String> CALL_GROUP = fact("callgroup", "Groups whose calls it is part of");
  static final Option<String> PICKUP_GROUP =
      fact("pickupgroup", "Groups whose calls it may pick up");
  static final Option<String> NAMED_CALL_GROUP =
      fact("namedcallgroup", "Groups by name whose calls it is part of");
  static final Option<String> NAMED_PICKUP_GROUP =
      fact("namedpickupgroup", "Groups by name whose calls it may pick up");

  private static final List<Option<String>> FACTS =
      List.of(
          AMA_FLAGS,
          MUSIC,
          MUSIC_SUGGESTED,
          TONE_ZONE,
          PARKING,
          CALL_GROUP,
          PICKUP_GROUP,
          NAMED_CALL_GROUP,
          NAMED_PICKUP_GROUP);

  private StyleOptions() {}

  static Stream<Option<?>> all() {
    return Stream.concat(
        Stream.<Option<?>>of(HEADER, PHONE, HOPS, IDENTITY, TRUSTED), FACTS.stream());
  }

  /** What the options say, and where they say nothing the other style. */
  static CallStyle read(OptionValues v, CallStyle otherwise) {
    Map<String, String> facts = new HashMap<>(otherwise.facts());
    for (Option<String> fact : FACTS) {
      v.find(fact).ifPresent(value -> facts.put(fact.name(), value));
    }
    v.find(PeerOptions.ACCOUNT_CODE).ifPresent(code -> facts.put("accountcode", code));
    List<String> headers = v.all(HEADER);
    return new CallStyle(
        headers.isEmpty() ? otherwise.headers() : headers,
        v.set(PHONE).orElse(otherwise.phone()),
        v.set(HOPS).orElse(otherwise.hops()),
        v.set(IDENTITY).orElse(otherwise.identity()),
        v.set(TRUSTED).orElse(otherwise.trusted()),
        facts);
  }

  private static Option<String> fact(String name, String what) {
    return Option.of(name, OptionTypes.text()).documented(what + "; `CHANNEL(" + name + ")`.");
  }

  private static Optional<String> amaFlags(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "default", "documentation" -> Optional.of("DOCUMENTATION");
      case "omit" -> Optional.of("OMIT");
      case "billing" -> Optional.of("BILLING");
      default -> Optional.empty();
    };
  }

  private static Optional<String> header(String text) {
    return Optional.of(text.strip())
        .filter(t -> t.matches("[-.!%*_+`'~0-9A-Za-z]+[ \t]*:[^\\p{Cntrl}]*"));
  }

  private static Optional<Identity> identity(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "rpid" -> Optional.of(Identity.RPID);
      case "pai" -> Optional.of(Identity.PAI);
      default -> OptionTypes.truth(text.strip()).map(on -> on ? Identity.RPID : Identity.NONE);
    };
  }
}
