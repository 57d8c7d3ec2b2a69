package org.ara.server.settings;

/** {@code asterisk.conf} cannot be used; the message names it and says why. */
public final class SettingsException extends Exception {

  SettingsException(String message) {
    super(message);
  }
}
