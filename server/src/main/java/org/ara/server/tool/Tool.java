package org.ara.server.tool;

import java.util.List;

/** A program of the launcher that works on an installation and ends: {@code ./ara import}. */
public interface Tool {

  /** What the launcher calls it. */
  String name();

  /** Its command line, without the launcher's name and {@code -C FILE}: {@code import DIR}. */
  String usage();

  /**
   * Does the work.
   *
   * @param arguments what follows the name, without {@code -C FILE}
   * @param surroundings the installation and the terminal
   * @return the exit status: 0 if all is well, 1 if not, when that has been said already
   * @throws IllegalArgumentException for arguments that it does not take; the message says why
   * @throws ToolException if it cannot do its work
   */
  int run(List<String> arguments, Surroundings surroundings) throws ToolException;
}
