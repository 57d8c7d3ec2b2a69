package org.ara.manager;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/**
 * Which program this is.
 *
 * @param number Ara's own version
 * @param date when it was built
 */
public record Version(String number, String date) {

  /** The Asterisk release whose behaviour is followed; clients read it to know what to expect. */
  private static final String BEHAVES_LIKE = "20";

  /** What the build wrote down. */
  public static Version current() {
    Properties properties = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
      properties.load(Objects.requireNonNull(in, "version.properties"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Version(
        properties.getProperty("version", "unknown"), properties.getProperty("date", "unknown"));
  }

  /** The word that stands after {@code Asterisk} wherever a client looks for a version. */
  public String asterisk() {
    return BEHAVES_LIKE + "-ara-" + number;
  }
}
