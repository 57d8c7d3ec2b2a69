package org.ara.manager.ami.guard;

import java.util.Locale;
import java.util.Set;

/**
 * Tells values that are passwords by the names under which they are kept, and hides them from those
 * who may not reach the system.
 */
public final class Secrets {

  private static final String HIDDEN = "<hidden>";

  /** Names that hold a password, or texts with one in them. */
  private static final Set<String> NAMES =
      Set.of(
          "pin",
          "adminpin",
          "md5_cred",
          "auth_pass",
          "private_key",
          "refresh_token",
          "pass",
          "dbpass",
          "register",
          "auth",
          "dsn");

  private Secrets() {}

  /** Whether what has this name, a variable's, an option's or a column's, is a password. */
  public static boolean isSecret(String name) {
    String plain = name.strip().toLowerCase(Locale.ROOT);
    return NAMES.contains(plain)
        || plain.contains("secret")
        || plain.contains("password")
        || plain.contains("passwd");
  }

  /** A value as everybody may see it. */
  public static String shown(String name, String value) {
    return value.isEmpty() || !isSecret(name) ? value : HIDDEN;
  }

  /**
   * A line of a configuration file as everybody may see it. Mailboxes begin with their password:
   * {@code 100 => 4242,Alice}.
   */
  public static String shown(String file, String section, String name, String value) {
    boolean mailbox =
        file.equalsIgnoreCase("voicemail.conf")
            && !section.equalsIgnoreCase("general")
            && !section.equalsIgnoreCase("zonemessages")
            && !value.isEmpty();
    if (!mailbox) {
      return shown(name, value);
    }
    int comma = value.indexOf(',');
    return comma < 0 ? HIDDEN : HIDDEN + value.substring(comma);
  }
}
