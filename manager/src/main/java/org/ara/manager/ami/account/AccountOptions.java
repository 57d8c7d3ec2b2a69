package org.ara.manager.ami.account;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.ara.config.access.AccessRule;
import org.ara.config.option.Option;
import org.ara.config.option.OptionTable;
import org.ara.config.option.OptionType;
import org.ara.config.option.OptionTypes;
import org.ara.module.manager.Permissions;

/** The options of an account: of its section in {@code manager.conf}, or the columns of its row. */
public final class AccountOptions {

  private static final OptionType<Permissions> CLASSES =
      OptionType.of("a list of classes", text -> Optional.of(Permissions.list(text)));

  static final Option<String> SECRET =
      Option.of("secret", OptionTypes.secret())
          .documented("The password. An account without one cannot log in.");
  static final Option<Permissions> READ =
      Option.of("read", CLASSES)
          .defaultsTo(Permissions.NONE)
          .documented("The classes of events it may be told.");
  static final Option<Permissions> WRITE =
      Option.of("write", CLASSES)
          .defaultsTo(Permissions.NONE)
          .documented("The classes of actions it may ask for.");
  static final Option<List<AccessRule>> PERMIT =
      Option.of("permit", rule(true))
          .repeatable()
          .documented(
              "Networks it may come from; the last of permit and deny that matches counts.");
  static final Option<List<AccessRule>> DENY =
      Option.of("deny", rule(false)).repeatable().documented("Networks it may not come from.");
  static final Option<List<String>> ACL =
      Option.of("acl", OptionTypes.list(OptionTypes.text()))
          .repeatable()
          .since("11")
          .documented("Names of access lists that must all let it in, besides permit and deny.");
  static final Option<Boolean> DISPLAY =
      Option.of("displayconnects", OptionTypes.yesNo())
          .documented("As in `[general]`, for this account.");
  static final Option<Boolean> MULTIPLE =
      Option.of("allowmultiplelogin", OptionTypes.yesNo())
          .since("1.6")
          .documented("As in `[general]`, for this account.");
  static final Option<Duration> WRITE_TIMEOUT =
      Option.of("writetimeout", OptionTypes.duration(ChronoUnit.MILLIS, 100, 3_600_000))
          .documented("As in `[general]`, for this account.");
  static final Option<String> VARIABLE =
      Option.of("setvar", OptionTypes.text())
          .repeatable()
          .since("1.6")
          .documented("`name=value`, set on the channels that its Originate makes.");
  static final Option<String> FILTER =
      Option.of("eventfilter", OptionTypes.text())
          .repeatable()
          .since("1.8")
          .documented("Which events it is told, see [Event filters](#event-filters).");

  /** All of them. */
  public static final OptionTable TABLE =
      OptionTable.of(
          SECRET,
          READ,
          WRITE,
          PERMIT,
          DENY,
          ACL,
          DISPLAY,
          MULTIPLE,
          WRITE_TIMEOUT,
          VARIABLE,
          FILTER);

  private AccountOptions() {}

  private static OptionType<List<AccessRule>> rule(boolean permit) {
    return OptionType.of(
        "a list of address, address/bits or address/mask",
        text -> AccessRule.parseAll(permit, text));
  }
}
