package org.ara.manager.ami.wire;

/** What is told about a connection, on an event loop: must not block. */
public interface Receiver {

  /** The client sent a message. */
  void received(Inbound message);

  /** Whether more can be sent has changed. */
  void writabilityChanged();

  /** The connection is gone. */
  void closed();
}
