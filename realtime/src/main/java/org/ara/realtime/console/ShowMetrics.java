package org.ara.realtime.console;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.ara.module.Command;
import org.ara.realtime.status.Inspection;
import org.ara.realtime.status.LatencyStatus;

/** {@code realtime show metrics}: how long each family waited for its storages. */
final class ShowMetrics implements Command {

  private static final String LAYOUT = "%-16s %-8s %-8s %-11s %10s %9s %9s %9s %9s %9s";

  private final Inspection inspection;

  ShowMetrics(Inspection inspection) {
    this.inspection = inspection;
  }

  @Override
  public List<String> words() {
    return List.of("realtime", "show", "metrics");
  }

  @Override
  public String summary() {
    return "Show how long families waited for their storages";
  }

  @Override
  public String usage() {
    return """
    Usage: realtime show metrics [family]
           Shows, for each family, driver and answer, how many there were and how many
           milliseconds they took: on average since the start; half of them, 95 and 99 of
           a hundred, and the longest within the last two minutes.""";
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    if (arguments.size() > 1) {
      return Status.USAGE;
    }
    String wanted = arguments.isEmpty() ? "" : arguments.getFirst().toLowerCase(Locale.ROOT);
    List<LatencyStatus> latencies =
        inspection.latencies().stream()
            .filter(latency -> wanted.isEmpty() || latency.family().equals(wanted))
            .toList();
    if (latencies.isEmpty()) {
      out.line(
          wanted.isEmpty()
              ? "No storage was asked anything yet."
              : "No storage was asked anything for family '" + wanted + "' yet.");
      return Status.SUCCESS;
    }
    out.line(
        LAYOUT, "Family", "Driver", "What", "Answer", "Count", "Mean ms", "p50", "p95", "p99",
        "Longest");
    latencies.forEach(latency -> line(latency, out));
    return Status.SUCCESS;
  }

  @Override
  public List<String> complete(List<String> arguments, String prefix) {
    if (!arguments.isEmpty()) {
      return List.of();
    }
    String start = prefix.toLowerCase(Locale.ROOT);
    return inspection.latencies().stream()
        .map(LatencyStatus::family)
        .filter(family -> family.startsWith(start))
        .distinct()
        .toList();
  }

  private static void line(LatencyStatus latency, Output out) {
    out.line(
        LAYOUT,
        latency.family(),
        latency.driver(),
        latency.operation(),
        latency.answer(),
        latency.count(),
        millis(latency.mean()),
        millis(latency.p50()),
        millis(latency.p95()),
        millis(latency.p99()),
        millis(latency.longest()));
  }

  private static String millis(Duration duration) {
    return duration.isZero() ? "-" : String.format(Locale.ROOT, "%.3f", duration.toNanos() / 1e6);
  }
}
