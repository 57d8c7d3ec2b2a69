package org.ara.sip.transport;

import org.ara.sip.message.MessageParser;
import org.ara.sip.message.ParseResult;
import org.ara.sip.message.StreamFramer;

/** Makes messages of the octets of one connection. For one thread. */
interface Intake {

  /** What comes of octets. */
  interface Outlet {

    /** A message, good or bad. */
    void message(ParseResult result);

    /** An empty message that asks for one in return (RFC 5626 section 4.4.1). */
    void ping();
  }

  /** Takes octets; false if the connection is of no use any more. */
  boolean feed(byte[] bytes);

  /** Whether a message has begun and not ended. */
  boolean isIncomplete();

  /** Cuts a stream into messages by their length. */
  static Intake ofStream(MessageParser parser, Outlet outlet) {
    StreamFramer framer = new StreamFramer(parser, outlet::message, outlet::ping);
    return new Intake() {
      @Override
      public boolean feed(byte[] bytes) {
        return framer.feed(bytes, 0, bytes.length);
      }

      @Override
      public boolean isIncomplete() {
        return framer.isIncomplete();
      }
    };
  }

  /** Takes every feed as one message, as WebSocket delivers them. */
  static Intake ofFrames(MessageParser parser, Outlet outlet) {
    return new Intake() {
      @Override
      public boolean feed(byte[] bytes) {
        if (bytes.length == 4 && bytes[0] == '\r' && bytes[1] == '\n') {
          outlet.ping();
        } else {
          outlet.message(parser.parse(bytes, 0, bytes.length));
        }
        return true;
      }

      @Override
      public boolean isIncomplete() {
        return false;
      }
    };
  }
}
