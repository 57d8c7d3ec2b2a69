package org.ara.pbx;

/** The channel that an application was working for is gone; thrown out of anything that waits. */
public final class HungUpException extends Exception {

  public HungUpException(Channel channel) {
    super(channel.name() + " hung up", null, false, false);
  }
}
