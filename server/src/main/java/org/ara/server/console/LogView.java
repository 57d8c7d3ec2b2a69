package org.ara.server.console;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an interactive console is to show of the log from its start.
 *
 * @param verbose how much of calls, 0 for what the server would show anyway
 * @param debug how much the server is to log for those who look for faults, 0 for as much as it
 *     does
 * @param muted whether nothing is shown until {@code logger mute}
 * @param colours whether levels have colours, on a terminal that has them
 * @param timestamps whether verbose messages are shown with the time
 */
public record LogView(int verbose, int debug, boolean muted, boolean colours, boolean timestamps) {

  /** Without any option. */
  public static final LogView USUAL = new LogView(0, 0, false, true, false);

  /** What {@code -v}, {@code -d}, {@code -m}, {@code -n} and {@code -T} may be combined to. */
  private static final String OPTIONS = "-[vdmnT]+";

  /** Whether that is one or more of the options. */
  public static boolean isOption(String argument) {
    return argument.matches(OPTIONS);
  }

  /** This view with an option, such as {@code -vvv} or {@code -m}. */
  public LogView with(String option) {
    LogView view = this;
    for (int letter : option.substring(1).chars().toArray()) {
      view =
          new LogView(
              view.verbose + (letter == 'v' ? 1 : 0),
              view.debug + (letter == 'd' ? 1 : 0),
              view.muted || letter == 'm',
              view.colours && letter != 'n',
              view.timestamps || letter == 'T');
    }
    return view;
  }

  /** The options that make this view. */
  public List<String> options() {
    List<String> options = new ArrayList<>();
    options.addAll(Collections.nCopies(verbose, "-v"));
    options.addAll(Collections.nCopies(debug, "-d"));
    if (muted) {
      options.add("-m");
    }
    if (!colours) {
      options.add("-n");
    }
    if (timestamps) {
      options.add("-T");
    }
    return options;
  }

  /** The commands by which a console asks its server for this view. */
  List<String> commands() {
    return Stream.of(
            verbose > 0 ? "core set verbose atleast " + verbose + " silent" : "",
            debug > 0 ? "core set debug atleast " + debug : "",
            muted ? "" : "logger mute silent")
        .filter(command -> !command.isEmpty())
        .toList();
  }
}
