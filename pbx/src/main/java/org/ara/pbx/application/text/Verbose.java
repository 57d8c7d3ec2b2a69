package org.ara.pbx.application.text;

import org.ara.pbx.Description;
import org.ara.pbx.application.Application;
import org.ara.pbx.application.Call;
import org.ara.pbx.application.Outcome;
import org.ara.pbx.dialplan.Arguments;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a text to the log: levels 0 to 3 as information, level 4 only where one debugs. */
public final class Verbose implements Application {

  private static final Logger LOG = LoggerFactory.getLogger(Verbose.class);
  private static final int HIGHEST = 4;

  @Override
  public Description description() {
    return new Description(
        "Verbose",
        "Writes a text to the log",
        "Verbose([level,]text)",
        "The level is 0, the default, to 4.");
  }

  @Override
  public Outcome run(Call call, String arguments) {
    Arguments split = Arguments.split(arguments, 2);
    if (split.count() < 2) {
      write(0, split.text(0));
    } else {
      write(level(call, split.text(0).strip()), split.text(1));
    }
    return Outcome.NEXT;
  }

  private static int level(Call call, String text) {
    try {
      return Math.clamp(Integer.parseInt(text), 0, HIGHEST);
    } catch (NumberFormatException e) {
      call.warn("'" + text + "' is not a level (0-4); taken as 0");
      return 0;
    }
  }

  private static void write(int level, String text) {
    if (level < HIGHEST) {
      LOG.info("{}", text);
    } else {
      LOG.debug("{}", text);
    }
  }
}
