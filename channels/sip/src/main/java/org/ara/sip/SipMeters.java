package org.ara.sip;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.ara.sip.provider.RegistryState;
import org.ara.sip.transport.DropReason;
import org.ara.sip.transport.Protocol;
import org.ara.sip.transport.Transport;
import org.ara.sip.transport.TransportCounters.Snapshot;
import org.ara.sip.transport.Transports;

/** What the driver tells monitoring: messages, connections, transactions, registrations. */
final class SipMeters implements AutoCloseable {

  private final MeterRegistry registry;
  private final SipDriver driver;
  private final List<Meter> meters = new ArrayList<>();

  /** Adds the meters of a running driver to a registry. */
  SipMeters(MeterRegistry registry, SipDriver driver) {
    this.registry = registry;
    this.driver = driver;
    for (Protocol protocol : Protocol.values()) {
      count("ara.sip.received", protocol, Snapshot::received);
      count("ara.sip.sent", protocol, Snapshot::sent);
      for (DropReason reason : DropReason.values()) {
        drops(protocol, reason);
      }
      gauge(
          "ara.sip.connections",
          "protocol",
          protocol.name(),
          d -> d.transports().links().stream().filter(link -> link.protocol() == protocol).count());
    }
    for (RegistryState state : RegistryState.values()) {
      gauge(
          "ara.sip.provider.registrations",
          "state",
          word(state),
          d -> d.providers().views().stream().filter(view -> view.state() == state).count());
    }
  }

  private void count(String name, Protocol protocol, ToDoubleFunction<Snapshot> what) {
    meters.add(
        FunctionCounter.builder(name, driver.transports(), all -> value(all, protocol, what))
            .tag("protocol", protocol.name())
            .register(registry));
  }

  private void drops(Protocol protocol, DropReason reason) {
    meters.add(
        FunctionCounter.builder(
                "ara.sip.dropped",
                driver.transports(),
                all -> value(all, protocol, counts -> counts.dropped(reason)))
            .tag("protocol", protocol.name())
            .tag("reason", word(reason))
            .register(registry));
  }

  private static double value(Transports all, Protocol protocol, ToDoubleFunction<Snapshot> what) {
    return all.of(protocol)
        .map(Transport::counters)
        .map(counters -> what.applyAsDouble(counters.snapshot()))
        .orElse(0.0);
  }

  private void gauge(String name, String tag, String value, ToDoubleFunction<SipDriver> what) {
    meters.add(Gauge.builder(name, driver, what).tag(tag, value).register(registry));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public void close() {
    meters.forEach(registry::remove);
  }
}
