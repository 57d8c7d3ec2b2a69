package org.ara.manager.ami.account;

import java.time.Duration;
import org.ara.config.option.OptionValues;

/**
 * What holds for accounts that say nothing themselves: {@code [general]}.
 *
 * @param displayConnects whether logins are logged
 * @param allowMultiple whether an account may have several sessions
 * @param writeTimeout how long a client may read nothing
 */
public record AccountDefaults(
    boolean displayConnects, boolean allowMultiple, Duration writeTimeout) {

  static AccountDefaults of(OptionValues general) {
    return new AccountDefaults(
        general.get(GeneralOptions.DISPLAY),
        general.get(GeneralOptions.MULTIPLE),
        general.get(GeneralOptions.WRITE_TIMEOUT));
  }
}
