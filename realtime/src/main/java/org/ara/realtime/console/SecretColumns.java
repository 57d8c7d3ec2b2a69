package org.ara.realtime.console;

import java.util.Locale;
import java.util.Set;
import org.ara.realtime.Field;

/** Which columns of the well-known families hold passwords, which are never printed. */
public final class SecretColumns {

  private static final Set<String> EXACT =
      Set.of("pin", "adminpin", "md5_cred", "auth_pass", "private_key", "refresh_token");

  private SecretColumns() {}

  /** The value as it may be printed: {@code <hidden>} for a password that is set. */
  public static String shown(Field field) {
    return field.value().isEmpty() || !isSecret(field.column()) ? field.value() : "<hidden>";
  }

  private static boolean isSecret(String column) {
    String name = column.toLowerCase(Locale.ROOT);
    return EXACT.contains(name)
        || name.contains("secret")
        || name.contains("password")
        || name.contains("passwd");
  }
}
