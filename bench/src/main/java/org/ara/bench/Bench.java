package org.ara.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ara.bench.cache.CacheScenario;
import org.ara.bench.call.CallsScenario;
import org.ara.bench.call.RtpScenario;
import org.ara.bench.files.StaticScenario;
import org.ara.bench.lookup.LookupScenario;
import org.ara.bench.outage.OutageScenario;
import org.ara.bench.register.CrashScenario;
import org.ara.bench.register.FloodScenario;
import org.ara.bench.register.PeersScenario;
import org.ara.bench.register.RegisterScenario;
import org.ara.bench.update.UpdateScenario;
import org.ara.server.log.Logging;

/** {@code ./ara bench SCENARIO}: runs a load scenario and prints what it measured. */
public final class Bench {

  private static final Map<String, Scenario> SCENARIOS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("calls", new CallsScenario()),
              Map.entry("cache", new CacheScenario()),
              Map.entry("crash", new CrashScenario()),
              Map.entry("flood", new FloodScenario()),
              Map.entry("lookup", new LookupScenario()),
              Map.entry("outage", new OutageScenario()),
              Map.entry("peers", new PeersScenario()),
              Map.entry("register", new RegisterScenario()),
              Map.entry("rtp", new RtpScenario()),
              Map.entry("static", new StaticScenario()),
              Map.entry("update", new UpdateScenario())));

  private Bench() {}

  /** Exits with 0 after a scenario, 1 where it failed, 2 for wrong arguments. */
  public static void main(String[] arguments) {
    Logging.takeOver(false).terminal(System.err::println);
    System.exit(run(arguments));
  }

  private static int run(String[] arguments) {
    Scenario scenario = arguments.length == 0 ? null : SCENARIOS.get(arguments[0]);
    if (scenario == null) {
      System.err.println("Usage: ara bench SCENARIO [OPTION ...]");
      SCENARIOS.forEach((name, known) -> System.err.println("  " + name + "  " + known.summary()));
      return arguments.length == 0 ? 0 : 2;
    }
    List<String> options = Arrays.asList(arguments).subList(1, arguments.length);
    try {
      scenario.run(Options.parse(options), System.out);
      return 0;
    } catch (IllegalArgumentException e) {
      System.err.println("ara bench " + arguments[0] + ": " + e.getMessage());
      return 2;
    } catch (Exception e) {
      System.err.println("ara bench " + arguments[0] + ": " + e);
      return 1;
    }
  }
}
