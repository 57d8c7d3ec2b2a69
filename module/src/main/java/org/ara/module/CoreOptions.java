package org.ara.module;

import java.util.Objects;

/**
 * What {@code asterisk.conf} says to all modules.
 *
 * @param maxCalls {@code maxcalls}: the most calls at a time; 0 is no limit
 * @param maxLoad {@code maxload}: the load average from which no new call is taken; 0 is no limit
 * @param defaultLanguage {@code defaultlanguage} of channels that nobody gives another
 */
public record CoreOptions(int maxCalls, double maxLoad, String defaultLanguage) {

  /** What holds where nothing is written. */
  public static final CoreOptions DEFAULTS = new CoreOptions(0, 0, "en");

  public CoreOptions {
    Objects.requireNonNull(defaultLanguage, "defaultLanguage");
  }
}
