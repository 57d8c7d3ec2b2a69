package org.ara.pbx.console;

import java.util.regex.Pattern;

/**
 * Arguments of an application as they may be shown to whoever watches: without what is called a
 * password or stands where one would.
 */
final class ShownArguments {

  private static final String HIDDEN = "<hidden>";

  /** {@code secret=...}, {@code DB(pin/100)=...}: all that follows, which may hold commas. */
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)((?:passw|passcode|secret|token|credential|md5|(?<![a-z])pin(?![a-z]))"
              + "[\\w)/-]*\\s*=).+",
          Pattern.DOTALL);

  /** {@code user:password@host}, as dial strings and addresses have it, and not {@code sip:}. */
  private static final Pattern IN_ADDRESS =
      Pattern.compile("(?<=[\\w.+-])(?<!\\bsips?):[^\\s@,&]+(?=@)", Pattern.CASE_INSENSITIVE);

  private ShownArguments() {}

  static String of(String arguments) {
    String shown = arguments;
    if (shown.indexOf('=') >= 0) {
      shown = NAMED.matcher(shown).replaceAll("$1" + HIDDEN);
    }
    if (shown.indexOf('@') >= 0) {
      shown = IN_ADDRESS.matcher(shown).replaceAll(":" + HIDDEN);
    }
    return shown;
  }
}
