package org.ara.pbx.console;

import java.util.Locale;
import org.ara.module.Command.Output;
import org.ara.pbx.Pbx;

/** The lines that count channels and calls. A call is a channel that the dialplan runs. */
final class Totals {

  private Totals() {}

  static void print(Pbx pbx, Output out) {
    out.line(counted(pbx.channels().size(), "active channel"));
    printCalls(pbx, out);
  }

  static void printCalls(Pbx pbx, Output out) {
    long calls = pbx.channels().stream().filter(c -> c.location().isPresent()).count();
    int maximum = pbx.admission().maximum();
    out.line(
        maximum == 0
            ? counted(calls, "active call")
            : counted(calls, "of " + maximum + " max active call")
                + String.format(Locale.ROOT, " (%.2f%% of capacity)", 100.0 * calls / maximum));
    out.line(counted(pbx.callsStarted(), "call") + " processed");
  }

  private static String counted(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
