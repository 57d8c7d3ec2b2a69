package org.ara.realtime.files;

import org.ara.config.file.Elsewhere;

/**
 * The configuration files that {@code extconfig.conf} maps to tables, as the place where a {@link
 * org.ara.config.file.FileConfigSource} looks before its directory. The mapping {@code global}
 * stands for every file without one of its own, except those that are needed to get at a database
 * at all.
 */
public interface StaticFiles extends Elsewhere {

  /** Whether a file is mapped by its own name; case is ignored. */
  boolean isMapped(String file);
}
