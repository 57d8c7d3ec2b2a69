package org.ara.pbx.dialplan.realtime;

/**
 * What stands after {@code Realtime/} in a switch line: {@code [context]@[family][/options]}.
 *
 * @param context the context whose rows are asked for
 * @param family the family in {@code extconfig.conf}
 * @param patterns whether pattern rows are tried; option {@code p} says no
 * @param callers whether rows have conditions on the caller's number; option {@code c} says yes
 */
public record SwitchData(String context, String family, boolean patterns, boolean callers) {

  private static final String DEFAULT_FAMILY = "extensions";

  /**
   * Splits the text, at its first slash, then at its first {@code @}. Without an {@code @} what
   * stands before the slash is ignored; letters nobody knows are, too.
   *
   * @param containing the context that holds the line, for where the text names none
   */
  public static SwitchData parse(String text, String containing) {
    int slash = text.indexOf('/');
    String place = slash < 0 ? text : text.substring(0, slash);
    String options = slash < 0 ? "" : text.substring(slash + 1);
    int at = place.indexOf('@');
    String context = at <= 0 ? containing : place.substring(0, at);
    String family = at < 0 || at + 1 == place.length() ? DEFAULT_FAMILY : place.substring(at + 1);
    return new SwitchData(context, family, options.indexOf('p') < 0, options.indexOf('c') >= 0);
  }
}
