package org.ara.pbx.application;

import java.time.Duration;
import org.ara.pbx.Channel;
import org.ara.pbx.Deadline;
import org.ara.pbx.HungUpException;
import org.ara.pbx.Location;
import org.ara.pbx.Signal;
import org.ara.pbx.dialplan.Step;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An application at work: on which channel, at which step.
 *
 * @param channel the channel, which belongs to the calling thread
 * @param step the step as it is written
 * @param location the channel's place, whose extension is the dialled number
 */
public record Call(Channel channel, Step step, Location location) {

  private static final Logger LOG = LoggerFactory.getLogger(Call.class);

  /** Logs that something about the step is wrong, with its place. */
  public void warn(String problem) {
    LOG.warn("{}: {}: {} (channel {})", step.origin(), step.application(), problem, channel);
  }

  /** Sets a variable of the channel. */
  public void set(String variable, String value) {
    channel.variables().set(variable, value);
  }

  /** Lets time pass, heedless of keys. */
  public void pause(Duration time) throws HungUpException {
    Deadline end = Deadline.in(time);
    Signal signal;
    do {
      signal = channel.await(end);
    } while (signal != null);
  }

  /** Waits until the far end is gone. */
  public void pauseUntilHangUp() throws HungUpException {
    while (true) {
      @Nullable Signal unused = channel.await(Deadline.NEVER);
    }
  }
}
