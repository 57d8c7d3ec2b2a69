package org.ara.pbx.application.text;

import java.util.Locale;
import org.ara.module.log.VerboseLog;
import org.ara.pbx.Description;
import org.ara.pbx.application.Application;
import org.ara.pbx.application.Call;
import org.ara.pbx.application.Outcome;
import org.ara.pbx.dialplan.Arguments;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The application Log: writes a text to the log at one of its levels. */
public final class Log implements Application {

  private static final Logger LOG = LoggerFactory.getLogger(Log.class);
  private static final Logger DTMF = LoggerFactory.getLogger("dtmf.Log");
  private static final VerboseLog VERBOSE = new VerboseLog(Log.class);

  @Override
  public Description description() {
    return new Description(
        "Log",
        "Writes a text to the log at a level",
        "Log(level,text)",
        "The level is ERROR, WARNING, NOTICE, DEBUG, VERBOSE or DTMF.");
  }

  @Override
  public Outcome run(Call call, String arguments) {
    Arguments split = Arguments.split(arguments, 2);
    String level = split.text(0).strip().toUpperCase(Locale.ROOT);
    if (split.count() < 2) {
      call.warn("'" + arguments + "' is not of the form level,text; nothing logged");
      return Outcome.NEXT;
    }
    String text = split.text(1);
    switch (level) {
      case "ERROR" -> LOG.error("Ext. {}: {}", call.location(), text);
      case "WARNING" -> LOG.warn("Ext. {}: {}", call.location(), text);
      case "NOTICE" -> LOG.info("Ext. {}: {}", call.location(), text);
      case "DEBUG" -> LOG.debug("Ext. {}: {}", call.location(), text);
      case "VERBOSE" -> VERBOSE.tell(0, "Ext. {}: {}", call.location(), text);
      case "DTMF" -> DTMF.info("Ext. {}: {}", call.location(), text);
      default ->
          call.warn(
              "'"
                  + split.text(0)
                  + "' is no level (ERROR, WARNING, NOTICE, DEBUG, VERBOSE, DTMF); nothing logged");
    }
    return Outcome.NEXT;
  }
}
