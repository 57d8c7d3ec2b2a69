package org.ara.config;

/**
 * Answers requests for a configuration by name, from a directory of files or from a database; who
 * asks cannot tell which.
 */
@FunctionalInterface
public interface ConfigSource {

  /**
   * Reads a configuration afresh.
   *
   * @param name a file name such as {@code sip.conf}, relative to the configuration directory
   * @return what was found; never throws for bad content
   */
  LoadResult load(String name);
}
