package org.ara.sip.peer;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ara.config.option.Option;
import org.ara.config.option.OptionType;
import org.ara.config.option.OptionTypes;
import org.ara.config.option.OptionValues;
import org.ara.pbx.CallerId;
import org.ara.pbx.Presentation;
import org.ara.sip.route.OutboundProxy;

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

  static final Option<String> REGISTERED =
      Option.of("regexten", OptionTypes.text())
          .documented(
              "Extensions that exist in `regcontext` while it is registered: `ext` or"
                  + " `ext@context`, several with `&`; its name where not set.");
  static final Option<Boolean> PATH =
      Option.of("supportpath", OptionTypes.yesNo())
          .since("12")
          .documented("Whether it may register through proxies that stay on the way (RFC 3327).");
  static final Option<Presentation> PRESENTATION =
      Option.of(
              "callingpres",
              OptionType.of(
                      "allowed_not_screened ... unavailable, or its number", Presentation::named)
                  .rendered(Presentation::word))
          .documented(
              "Whether its number may be shown: `allowed` or `prohib`, alone or with"
                  + " `_not_screened`, `_passed_screen`, `_failed_screen`, or `unavailable`;"
                  + " `CALLERID(pres)`.");
  static final Option<String> TAG =
      Option.of("cid_tag", OptionTypes.text())
          .since("1.8")
          .documented("A mark of its calls for the dialplan; `CALLERID(tag)`.");

  static final Option<OutboundProxy> PROXY =
      Option.of(
              "outboundproxy",
              OptionType.of(OutboundProxy.FORM, OutboundProxy::parse)
                  .rendered(OutboundProxy::toString))
          .documented(
              "A proxy that requests to it go to; with `force` those within a call, too, whatever"
                  + " the proxy says.");

  private AccountOptions() {}

  static Stream<Option<?>> all() {
    return Stream.of(
        ACL,
        CONTACT_ACL,
        SHA256_SECRET,
        AUTH,
        LEAST,
        MOST,
        REGISTERED,
        PATH,
        PRESENTATION,
        TAG,
        PROXY);
  }

  static RegistrationTerms terms(OptionValues v, RegistrationTerms otherwise) {
    List<String> extensions = v.find(REGISTERED).map(AccountOptions::extensions).orElse(List.of());
    return new RegistrationTerms(
        v.find(LEAST).orElse(null),
        v.find(MOST).orElse(null),
        extensions,
        v.set(PATH).orElse(otherwise.path()));
  }

  private static List<String> extensions(String text) {
    return Arrays.stream(text.split("&", -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /** A caller as the peer's options have it shown. */
  static CallerId shown(OptionValues v, CallerId caller) {
    CallerId presented = v.set(PRESENTATION).map(caller::presented).orElse(caller);
    return v.find(TAG).map(presented::tagged).orElse(presented);
  }

  /** The names in every setting of an option. */
  static List<String> names(OptionValues v, Option<List<String>> option) {
    if (!v.isSet(option)) {
      return List.of();
    }
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
