package org.ara.module;

import java.nio.file.Path;
import java.util.List;

/**
 * The directories of {@code asterisk.conf} {@code [directories]}, all absolute.
 *
 * @param etc configuration files ({@code astetcdir})
 * @param modules drop-in jars ({@code astmoddir})
 * @param varLib state kept between runs ({@code astvarlibdir})
 * @param data sounds and other data that come with the program ({@code astdatadir})
 * @param spool messages and recordings ({@code astspooldir})
 * @param run the control socket and the pid file ({@code astrundir})
 * @param log log files ({@code astlogdir})
 * @param database where the internal database is ({@code astdbdir})
 */
public record Directories(
    Path etc, Path modules, Path varLib, Path data, Path spool, Path run, Path log, Path database) {

  /** With the internal database in {@code varLib}. */
  public Directories(
      Path etc, Path modules, Path varLib, Path data, Path spool, Path run, Path log) {
    this(etc, modules, varLib, data, spool, run, log, varLib);
  }

  /** Those that the server writes to, and makes where they are missing. */
  public List<Path> kept() {
    return List.of(varLib, spool, run, log, database);
  }
}
