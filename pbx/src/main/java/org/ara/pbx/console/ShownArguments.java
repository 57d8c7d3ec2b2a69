package org.ara.pbx.console;

import java.util.regex.Pattern;

/**
 * Arguments of an application as they may be shown to whoever watches: without what is called a
 * password or stands where one would.
 */
final class ShownArguments {

  private static final String HIDDEN = "<hidden>";

  /** {@code secret=...}, {@code DB(users/pin)=...}: up to where the next argument may begin. */
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)([\\w(/-]*(?:passw|passwd|password|passcode|secret|pin|token|credential|md5)"
              + "[\\w)/-]*\\s*=)([^,&;]+)");

  /** {@code user:password@host}, as dial strings and addresses have it. */
  private static final Pattern IN_ADDRESS = Pattern.compile("([/\\w.+-]:)([^\\s:@/,&]+)(?=@)");

  private ShownArguments() {}

  static String of(String arguments) {
    String shown = arguments;
    if (shown.indexOf('=') >= 0) {
      shown = NAMED.matcher(shown).replaceAll("$1" + HIDDEN);
    }
    if (shown.indexOf('@') >= 0) {
      shown = IN_ADDRESS.matcher(shown).replaceAll("$1" + HIDDEN);
    }
    return shown;
  }
}
