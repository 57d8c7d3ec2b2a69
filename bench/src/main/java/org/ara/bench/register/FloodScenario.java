package org.ara.bench.register;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ara.bench.Options;
import org.ara.bench.Scenario;
import org.ara.bench.register.KamailioRegistrar.Writing;

/**
 * Registers known peers while somebody sends REGISTER requests of unknown ones, from one address
 * and from many, with Ara and with Kamailio.
 */
public final class FloodScenario implements Scenario {

  private static final long WARM_UP_NANOS = 10_000_000_000L;

  @Override
  public String summary() {
    return "REGISTER of known peers during a flood of unknown ones, beside Kamailio [--seconds N]"
        + " [--callers N] [--flood N] [--addresses N]";
  }

  @Override
  public void run(Options options, PrintStream out) throws Exception {
    options.only(Set.of("seconds", "callers", "flood", "addresses"));
    long nanos = options.get("seconds", 10) * 1_000_000_000L;
    int callers = options.get("callers", 8);
    int flood = options.get("flood", 20_000);
    int addresses = options.get("addresses", 250);
    Contest.with(
        out,
        List.of(Writing.THROUGH),
        registrars -> {
          out.printf(
              "%n%-10s %-22s %9s %12s %9s %9s %7s %7s%n",
              "", "flood", "flood/s", "registers/s", "p50 ms", "p99 ms", "resent", "failed");
          for (Registrar registrar : registrars) {
            Load.run(registrar, callers, WARM_UP_NANOS);
            print(registrar, "none", 0, Load.run(registrar, callers, nanos), out);
            for (int from : List.of(1, addresses)) {
              flooded(registrar, flood, from, callers, nanos, out);
            }
          }
        });
  }

  private static void flooded(
      Registrar registrar, int flood, int from, int callers, long nanos, PrintStream out)
      throws Exception {
    try (Flood running = new Flood(registrar.address(), flood, from)) {
      Load load = Load.run(registrar, callers, nanos);
      String what = from == 1 ? "from one address" : "from " + from + " addresses";
      print(registrar, what, running.perSecond(), load, out);
    }
  }

  private static void print(
      Registrar registrar, String flood, double rate, Load load, PrintStream out) {
    out.printf(
        Locale.ROOT,
        "%-10s %-22s %9.0f %12.0f %9.1f %9.1f %7d %7d%n",
        registrar.name(),
        flood,
        rate,
        load.perSecond(),
        load.p50Millis(),
        load.p99Millis(),
        load.retransmissions(),
        load.failed());
  }
}
