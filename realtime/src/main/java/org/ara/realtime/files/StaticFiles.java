package org.ara.realtime.files;

import org.ara.config.ConfigSource;
import org.ara.config.LoadResult;
import org.ara.realtime.Lookup;

/** The configuration files that {@code extconfig.conf} maps to tables. */
public interface StaticFiles {

  /** Whether a file is mapped, by its own name; case is ignored. */
  boolean isMapped(String file);

  /**
   * Reads a mapped file.
   *
   * @param file as it is named in the mapping and in the table, {@code queues.conf}
   * @param includes where {@code #include} rows find what they name
   * @return found, also where the table has no row of the file: then it is empty; never absent
   */
  Lookup<LoadResult.Loaded> read(String file, ConfigSource includes);
}
