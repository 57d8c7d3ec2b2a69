package org.ara.server;

import java.util.ArrayList;
import java.util.List;
import org.ara.config.Category;
import org.ara.config.ConfigSource;
import org.ara.config.LoadResult;
import org.ara.config.Problem;
import org.ara.config.Variable;
import org.ara.config.option.OptionTypes;
import org.ara.manager.Dispatcher;
import org.ara.manager.Transcript;
import org.ara.module.Command.Status;
import org.ara.server.loader.ProblemLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The commands of {@code cli.conf}, run once when every module has started. */
final class StartupCommands {

  static final String FILE = "cli.conf";
  static final String SECTION = "startup_commands";

  private static final Logger LOG = LoggerFactory.getLogger(StartupCommands.class);

  private StartupCommands() {}

  /** Runs them in the order of the file; what they print goes to the log. */
  static void run(ConfigSource config, Dispatcher dispatcher) {
    LoadResult result = config.load(FILE);
    List<Problem> problems = new ArrayList<>(result.problems());
    if (result instanceof LoadResult.Loaded loaded) {
      loaded
          .configuration()
          .category(SECTION)
          .map(Category::variables)
          .orElse(List.of())
          .forEach(line -> run(line, dispatcher, problems));
    }
    ProblemLog.report(problems);
  }

  /** {@code core show version = yes}; older files have {@code fullybooted} for yes. */
  private static void run(Variable line, Dispatcher dispatcher, List<Problem> problems) {
    boolean wanted =
        OptionTypes.truth(line.value()).orElse(line.value().equalsIgnoreCase("fullybooted"));
    if (!wanted) {
      if (OptionTypes.truth(line.value()).isEmpty()) {
        problems.add(
            Problem.warning(
                line.origin(), "[" + SECTION + "] " + line.name() + ": yes or no is expected"));
      }
      return;
    }
    Transcript transcript = new Transcript();
    Status status = dispatcher.execute(line.name(), transcript);
    String said = transcript.toString().stripTrailing();
    if (status == Status.SUCCESS) {
      LOG.info("{}: {}{}", FILE, line.name(), said.isEmpty() ? "" : "\n" + said);
    } else {
      LOG.warn("{}: '{}' failed: {}", line.origin(), line.name(), said);
    }
  }
}
