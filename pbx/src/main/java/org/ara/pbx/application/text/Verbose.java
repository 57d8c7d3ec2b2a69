package org.ara.pbx.application.text;

import org.ara.module.log.VerboseLog;
import org.ara.pbx.Description;
import org.ara.pbx.application.Application;
import org.ara.pbx.application.Call;
import org.ara.pbx.application.Outcome;
import org.ara.pbx.dialplan.Arguments;

/** The application Verbose: tells a text to those who watch calls. */
public final class Verbose implements Application {

  private static final VerboseLog LIVE = new VerboseLog(Verbose.class);

  @Override
  public Description description() {
    return new Description(
        "Verbose",
        "Tells a text to those who watch calls",
        "Verbose([level,]text)",
        "Consoles and files show it that take verbose messages up to this level; it is 0, the"
            + " default, to 10.");
  }

  @Override
  public Outcome run(Call call, String arguments) {
    Arguments split = Arguments.split(arguments, 2);
    if (split.count() < 2) {
      LIVE.tell(0, "{}", split.text(0));
    } else {
      LIVE.tell(level(call, split.text(0).strip()), "{}", split.text(1));
    }
    return Outcome.NEXT;
  }

  private static int level(Call call, String text) {
    try {
      return Math.clamp(Integer.parseInt(text), 0, VerboseLog.MOST);
    } catch (NumberFormatException e) {
      call.warn("'" + text + "' is not a level (0-10); taken as 0");
      return 0;
    }
  }
}
