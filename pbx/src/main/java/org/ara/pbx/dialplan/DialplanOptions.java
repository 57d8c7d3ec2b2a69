package org.ara.pbx.dialplan;

import java.util.Optional;
import org.ara.config.option.Option;
import org.ara.config.option.OptionTable;
import org.ara.config.option.OptionTypes;
import org.ara.config.option.OptionValues;

/** The options of {@code extensions.conf} {@code [general]}. */
public final class DialplanOptions {

  static final Option<Boolean> AUTO_FALLTHROUGH =
      Option.of("autofallthrough", OptionTypes.yesNo())
          .defaultsTo(true)
          .documented("Whether a call that runs out of priorities ends; else it waits for digits.");
  static final Option<Boolean> CLEAR_GLOBALS =
      Option.of("clearglobalvars", OptionTypes.yesNo())
          .defaultsTo(false)
          .documented("Whether a reload forgets global variables that the file does not set.");
  static final Option<String> OVERRIDE_SWITCH =
      Option.of("overrideswitch", OptionTypes.text())
          .since("1.6.2")
          .documented("A switch, Name/data, that is asked before a context's own extensions.");
  static final Option<Boolean> STATIC =
      Option.of("static", OptionTypes.yesNo())
          .defaultsTo(false)
          .documented("Accepted without effect: the dialplan is never saved from memory.");
  static final Option<Boolean> WRITE_PROTECT =
      Option.of("writeprotect", OptionTypes.yesNo())
          .defaultsTo(false)
          .documented("Accepted without effect: the dialplan is never saved from memory.");
  static final Option<Boolean> PATTERN_TREE =
      Option.of("extenpatternmatchnew", OptionTypes.yesNo())
          .defaultsTo(true)
          .since("1.6.0")
          .documented("Accepted without effect: patterns are always looked up in a tree.");

  /** All of them, for reading and for the reference page. */
  public static final OptionTable TABLE =
      OptionTable.of(
          AUTO_FALLTHROUGH,
          CLEAR_GLOBALS,
          OVERRIDE_SWITCH,
          STATIC,
          WRITE_PROTECT,
          PATTERN_TREE,
          Option.unsupported("priorityjumping", "use DIALSTATUS and the like instead of n+101"),
          Option.unsupported("userscontext", "users.conf is not read"));

  private DialplanOptions() {}

  static DialplanSettings settings(OptionValues values) {
    Optional<SwitchLine> overriding =
        values
            .find(OVERRIDE_SWITCH)
            .filter(text -> !text.isBlank())
            .map(text -> SwitchLine.parse(text, false));
    return new DialplanSettings(
        values.get(AUTO_FALLTHROUGH), values.get(CLEAR_GLOBALS), overriding);
  }
}
