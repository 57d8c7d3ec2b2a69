package org.ara.pbx.function;

import org.ara.pbx.Channel;
import org.ara.pbx.Description;

/** A function of the dialplan. One object serves all channels. */
public interface DialplanFunction {

  /** Its name, in which case matters, and documentation. */
  Description description();

  /**
   * Its value.
   *
   * @param channel the channel whose dialplan asks
   * @param arguments what stands between the parentheses, substituted, not split
   * @throws FunctionException if it has none; the dialplan then gets an empty text
   */
  default String read(Channel channel, String arguments) throws FunctionException {
    throw new FunctionException("it can only be written");
  }

  /**
   * Writes to it.
   *
   * @throws FunctionException if that is not possible
   */
  default void write(Channel channel, String arguments, String value) throws FunctionException {
    throw new FunctionException("it can only be read");
  }
}
