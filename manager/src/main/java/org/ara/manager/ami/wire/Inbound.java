package org.ara.manager.ami.wire;

import java.util.List;
import org.ara.module.manager.Header;

/** What a client sent: one block of lines up to an empty one. */
public sealed interface Inbound {

  /** Its lines as far as they could be read. */
  List<Header> headers();

  /** A message within all limits; it may lack anything. */
  record Message(List<Header> headers) implements Inbound {
    public Message {
      headers = List.copyOf(headers);
    }
  }

  /**
   * A message beyond a limit.
   *
   * @param why in the words for the client
   */
  record Malformed(List<Header> headers, String why) implements Inbound {
    public Malformed {
      headers = List.copyOf(headers);
    }
  }
}
