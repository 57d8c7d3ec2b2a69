package org.ara.sip.peer;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ara.config.option.Option;
import org.ara.config.option.OptionType;
import org.ara.config.option.OptionTypes;
import org.ara.config.option.OptionValues;

/** The options of peers about hashes of passwords, named access lists and registrations. */
final class AccountOptions {

  static final Option<List<String>> ACL =
      lists("acl", "Names of access lists that must all let it in, besides permit and deny.");
  static final Option<List<String>> CONTACT_ACL =
      lists("contactacl", "The same for the address it wants to be reached at.");
  static final Option<String> SHA256_SECRET =
      Option.of(
              "sha256secret",
              OptionType.of("64 hexadecimal digits", AccountOptions::sha256).secret())
          .documented("SHA-256(name:realm:password); counts more than secret.");
  static final Option<RealmSecret> AUTH =
      Option.of(
              "auth",
              OptionType.of("user:secret@realm or user#md5hash@realm", RealmSecret::parse).secret())
          .repeatable()
          .documented("What this server proves in a realm, where that is asked for.");
  static final Option<Duration> LEAST =
      Option.of("minexpiry", OptionTypes.duration(ChronoUnit.SECONDS, 1, 604_800))
          .alias("minexpirey")
          .documented("The least seconds granted to its registrations.");
  static final Option<Duration> MOST =
      Option.of("maxexpiry", OptionTypes.duration(ChronoUnit.SECONDS, 1, 604_800))
          .alias("maxexpirey")
          .documented("The most seconds granted to its registrations.");

  private AccountOptions() {}

  static Stream<Option<?>> all() {
    return Stream.of(ACL, CONTACT_ACL, SHA256_SECRET, AUTH, LEAST, MOST);
  }

  static RegistrationTerms terms(OptionValues v) {
    return new RegistrationTerms(v.find(LEAST).orElse(null), v.find(MOST).orElse(null), List.of());
  }

  /** The names in every setting of an option. */
  static List<String> names(OptionValues v, Option<List<String>> option) {
    List<String> names = new ArrayList<>();
    v.all(option).forEach(names::addAll);
    return names.stream().map(String::strip).filter(name -> !name.isEmpty()).toList();
  }

  private static Option<List<String>> lists(String name, String meaning) {
    return Option.of(name, OptionTypes.list(OptionTypes.text()))
        .repeatable()
        .since("11")
        .documented(meaning);
  }

  private static Optional<String> sha256(String text) {
    return Optional.of(text).filter(t -> t.matches("[0-9a-fA-F]{64}"));
  }
}
