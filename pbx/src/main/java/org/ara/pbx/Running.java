package org.ara.pbx;

import java.util.Objects;

/**
 * The application a channel is in.
 *
 * @param application its name
 * @param data its arguments after substitution
 */
public record Running(String application, String data) {

  public Running {
    Objects.requireNonNull(application, "application");
    Objects.requireNonNull(data, "data");
  }
}
