package org.ara.server.console;

import org.ara.manager.Version;

/** What a console says first. */
final class Banner {

  private Banner() {}

  static String of(Version version) {
    return """
        Ara %s, the Asterisk Realtime Architecture in Java. Apache License 2.0.
        'core show help' lists the commands, 'quit' leaves.
        ========================================================================="""
        .formatted(version.number());
  }
}
