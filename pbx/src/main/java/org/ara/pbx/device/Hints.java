package org.ara.pbx.device;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.ara.pbx.dialplan.Context;
import org.ara.pbx.dialplan.CurrentDialplan;
import org.ara.pbx.dialplan.Dialplan;
import org.ara.pbx.dialplan.Extension;
import org.ara.pbx.dialplan.Search;
import org.ara.pbx.dialplan.Step;
import org.ara.realtime.Lookup;

/**
 * The numbers of the dialplan that tell what devices are doing: {@code exten => 100,hint,SIP/100}.
 */
public final class Hints {

  /**
   * One of them.
   *
   * @param extension the number, as written
   * @param context where it is
   * @param devices {@code SIP/100&SIP/101}
   */
  public record Hint(String extension, String context, String devices) {

    /** The names of its devices. */
    public List<String> names() {
      return Arrays.stream(devices.split("&", -1)).map(String::strip).toList();
    }
  }

  /** The hints of one dialplan, by device in lower case. */
  private record Index(Dialplan dialplan, List<Hint> all, Map<String, List<Hint>> byDevice) {}

  private final CurrentDialplan dialplan;
  private final DeviceStates devices;
  private final AtomicReference<Index> index;

  public Hints(CurrentDialplan dialplan, DeviceStates devices) {
    this.dialplan = dialplan;
    this.devices = devices;
    this.index = new AtomicReference<>(index(dialplan.get()));
  }

  /** Those of the dialplan as it is now, in its order. */
  public List<Hint> all() {
    return current().all();
  }

  /** Those that tell of a device. */
  public List<Hint> on(String device) {
    return current().byDevice().getOrDefault(key(device), List.of());
  }

  /** The hint that holds for a number. */
  public Optional<Hint> find(String context, String extension) {
    return dialplan.get().find(Search.priority(context, extension, Step.HINT))
            instanceof Lookup.Found<Step>(Step step)
        ? Optional.of(new Hint(extension, context, step.application()))
        : Optional.empty();
  }

  /** What the devices of a hint are doing; may block while databases are asked. */
  public ExtensionState state(Hint hint) {
    return ExtensionState.of(hint.names().stream().map(devices::of).toList());
  }

  /**
   * What the devices of a hint are doing, of which one is known; may block while databases are
   * asked about the others.
   */
  public ExtensionState state(Hint hint, String device, DeviceState known) {
    return ExtensionState.of(
        hint.names().stream()
            .map(name -> key(name).equals(key(device)) ? known : devices.of(name))
            .toList());
  }

  /** What a device is doing; may block while a database is asked. */
  public DeviceState device(String name) {
    return devices.of(name);
  }

  private Index current() {
    Dialplan now = dialplan.get();
    Index known = index.get();
    if (known.dialplan() == now) {
      return known;
    }
    Index made = index(now);
    index.set(made);
    return made;
  }

  private static Index index(Dialplan dialplan) {
    List<Hint> all = new ArrayList<>();
    Map<String, List<Hint>> byDevice = new HashMap<>();
    for (Context context : dialplan.contexts()) {
      for (Extension extension : context.extensions()) {
        Step step = extension.steps().get(Step.HINT);
        if (step != null) {
          Hint hint = new Hint(extension.name().text(), context.name(), step.application());
          all.add(hint);
          hint.names()
              .forEach(
                  name -> byDevice.computeIfAbsent(key(name), n -> new ArrayList<>()).add(hint));
        }
      }
    }
    return new Index(dialplan, List.copyOf(all), byDevice);
  }

  private static String key(String device) {
    return device.toLowerCase(Locale.ROOT);
  }
}
