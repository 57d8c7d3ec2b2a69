package org.ara.pbx.application;

import org.ara.pbx.Description;
import org.ara.pbx.HungUpException;

/** What a step of the dialplan does. One object serves all channels, so it keeps no call state. */
public interface Application {

  /** Its name and documentation. */
  Description description();

  /**
   * Does the work on the channel's own thread, waiting as long as it takes.
   *
   * @param call the channel and the step
   * @param arguments what the step says, variables substituted, not split
   * @return where the dialplan goes on; bad arguments are a warning and usually {@link
   *     Outcome#NEXT}
   * @throws HungUpException if the channel is over, thrown by whatever waits
   */
  Outcome run(Call call, String arguments) throws HungUpException;
}
