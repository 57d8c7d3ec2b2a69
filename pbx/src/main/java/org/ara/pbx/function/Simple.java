package org.ara.pbx.function;

import org.ara.pbx.Channel;
import org.ara.pbx.Description;

/** A function that is only read. */
record Simple(Description description, Reading reading) implements DialplanFunction {

  /** How it is read. */
  @FunctionalInterface
  interface Reading {
    String read(Channel channel, String arguments) throws FunctionException;
  }

  @Override
  public String read(Channel channel, String arguments) throws FunctionException {
    return reading.read(channel, arguments);
  }
}
