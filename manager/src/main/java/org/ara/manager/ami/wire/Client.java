package org.ara.manager.ami.wire;

import java.net.InetSocketAddress;

/** The connection to one client, as its session uses it. Safe for any number of threads. */
public interface Client {

  /** Whether what is sent now would not have to wait long. */
  boolean isWritable();

  /** How many bytes the client must read before {@link #isWritable} is true again. */
  long backlog();

  /** Sends a text; returns at once. */
  void send(String text);

  /** Reads on, or takes nothing in any more until told to. */
  void read(boolean on);

  /** Closes the connection once what was sent before is on its way. */
  void close();

  /** Where the client is. */
  InetSocketAddress remote();

  /** Where it connected to. */
  InetSocketAddress local();

  /** {@code TCP} or {@code TLS}. */
  String transport();
}
