package org.ara.realtime.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * Registers figures that are kept anyway, and read when somebody looks at the registry.
 *
 * @param registry where
 * @param tags of every meter
 * @param meters those registered so far
 */
record Publication(MeterRegistry registry, Tags tags, List<Meter> meters) {

  Publication(MeterRegistry registry, Tags tags) {
    this(registry, tags, new ArrayList<>());
  }

  /** What may rise and fall. */
  void gauge(String name, String unit, String description, Tags more, DoubleSupplier figure) {
    meters.add(
        Gauge.builder(name, figure::getAsDouble)
            .tags(tags.and(more))
            .baseUnit(unit.isEmpty() ? null : unit)
            .description(description)
            .strongReference(true)
            .register(registry));
  }

  /** What only rises. */
  void counter(String name, String unit, String description, Tags more, DoubleSupplier figure) {
    // The meter holds what it reads only weakly: the supplier must be held by the meter's function.
    meters.add(
        FunctionCounter.builder(name, registry, any -> figure.getAsDouble())
            .tags(tags.and(more))
            .baseUnit(unit.isEmpty() ? null : unit)
            .description(description)
            .register(registry));
  }
}
