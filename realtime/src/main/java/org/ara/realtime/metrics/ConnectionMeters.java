package org.ara.realtime.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.ara.realtime.spi.ConnectionStatus;

/** The meters of the connections to a database. */
public final class ConnectionMeters {

  private ConnectionMeters() {}

  /**
   * Registers them.
   *
   * @param tags of the database
   * @param connections empty while it is not configured
   */
  public static List<Meter> register(
      MeterRegistry registry, Tags tags, Supplier<Optional<ConnectionStatus>> connections) {
    Publication meters = new Publication(registry, tags);
    state(meters, "busy", connections, ConnectionStatus::busy);
    state(meters, "idle", connections, status -> status.open() - status.busy());
    meters.gauge(
        Names.CONNECTIONS_LIMIT,
        "",
        "connections that there may be",
        Tags.empty(),
        () -> figure(connections, ConnectionStatus::most));
    meters.gauge(
        Names.CONNECTIONS_WAITING,
        "",
        "operations that wait for a connection",
        Tags.empty(),
        () -> figure(connections, ConnectionStatus::waiting));
    opened(meters, "opened", connections, ConnectionStatus::opened);
    opened(meters, "failed", connections, ConnectionStatus::failed);
    return meters.meters();
  }

  private static void state(
      Publication meters,
      String state,
      Supplier<Optional<ConnectionStatus>> connections,
      ToDoubleFunction<ConnectionStatus> figure) {
    meters.gauge(
        Names.CONNECTIONS,
        "",
        "open connections",
        Tags.of("state", state),
        () -> figure(connections, figure));
  }

  private static void opened(
      Publication meters,
      String result,
      Supplier<Optional<ConnectionStatus>> connections,
      ToDoubleFunction<ConnectionStatus> figure) {
    meters.counter(
        Names.CONNECTIONS_OPENED,
        "",
        "attempts to open a connection",
        Tags.of("result", result),
        () -> figure(connections, figure));
  }

  private static double figure(
      Supplier<Optional<ConnectionStatus>> connections, ToDoubleFunction<ConnectionStatus> figure) {
    return connections.get().map(figure::applyAsDouble).orElse(0.0);
  }
}
