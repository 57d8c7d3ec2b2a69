package org.ara.server.tool;

import java.util.List;

/** The tools that there are. */
final class Tools {

  static final List<Tool> ALL = List.of();

  private Tools() {}
}
