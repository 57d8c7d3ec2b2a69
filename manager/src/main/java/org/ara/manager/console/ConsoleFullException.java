package org.ara.manager.console;

import java.io.IOException;

/** A server serves as many consoles as it does. */
public final class ConsoleFullException extends IOException {

  ConsoleFullException() {
    super(ConsoleProtocol.FULL);
  }
}
