package org.ara.bench.register;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ara.bench.Options;
import org.ara.bench.Scenario;
import org.ara.bench.register.KamailioRegistrar.Writing;

/**
 * Registers one of 10,000 peers, challenge included, with Ara and with Kamailio in turns; all read
 * the password from PostgreSQL and write the registration to it before they answer, but for a
 * Kamailio that writes afterwards.
 */
public final class RegisterScenario implements Scenario {

  /** A virtual machine takes its time to compile what it runs often. */
  private static final long WARM_UP_NANOS = 10_000_000_000L;

  @Override
  public String summary() {
    return "REGISTER of one of 10,000 peers, beside Kamailio [--seconds N] [--callers N]"
        + " [--rounds N]";
  }

  @Override
  public void run(Options options, PrintStream out) throws Exception {
    options.only(Set.of("seconds", "callers", "rounds"));
    long nanos = options.get("seconds", 5) * 1_000_000_000L;
    int callers = options.get("callers", 64);
    int rounds = options.get("rounds", 3);
    Contest.with(
        out,
        List.of(Writing.THROUGH, Writing.BACK),
        registrars -> measure(registrars, callers, nanos, rounds, out));
  }

  private static void measure(
      List<Registrar> registrars, int callers, long nanos, int rounds, PrintStream out)
      throws Exception {
    for (Registrar registrar : registrars) {
      Load.run(registrar, callers, WARM_UP_NANOS);
    }
    List<List<Load>> loads =
        registrars.stream().map(r -> (List<Load>) new ArrayList<Load>()).toList();
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < registrars.size(); i++) {
        loads.get(i).add(Load.run(registrars.get(i), callers, nanos));
      }
    }
    out.println();
    out.println(
        String.format(
            Locale.ROOT,
            "%d callers, medians of %d rounds of %.0f s in turns, %d processors for all",
            callers,
            rounds,
            nanos / 1e9,
            Runtime.getRuntime().availableProcessors()));
    out.println(
        "%-16s %12s %9s %9s %10s %7s %7s %7s"
            .formatted(
                "", "registers/s", "p50 ms", "p99 ms", "CPU us/op", "resent", "failed", "ratio"));
    double reference = Load.median(loads.get(Math.min(1, loads.size() - 1))).perSecond();
    for (int i = 0; i < registrars.size(); i++) {
      print(registrars.get(i).name(), Load.median(loads.get(i)), reference, out);
    }
  }

  private static void print(String name, Load load, double reference, PrintStream out) {
    out.println(
        String.format(
            Locale.ROOT,
            "%-16s %12.0f %9.1f %9.1f %10.0f %7d %7d %7.2f",
            name,
            load.perSecond(),
            load.p50Millis(),
            load.p99Millis(),
            load.cpuMicros(),
            load.retransmissions(),
            load.failed(),
            load.perSecond() / reference));
  }
}
