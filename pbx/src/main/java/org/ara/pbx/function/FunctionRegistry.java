package org.ara.pbx.function;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.ara.pbx.Channel;

/** The functions there are, by name. Published as a service by the core. */
public final class FunctionRegistry {

  private final ConcurrentSkipListMap<String, DialplanFunction> byName =
      new ConcurrentSkipListMap<>();

  /** Makes functions available; one of the same name is replaced. */
  public void register(DialplanFunction... functions) {
    for (DialplanFunction function : functions) {
      byName.put(function.description().name(), function);
    }
  }

  /** Takes functions away. */
  public void unregister(DialplanFunction... functions) {
    for (DialplanFunction function : functions) {
      byName.remove(function.description().name(), function);
    }
  }

  /** The function of that name, case matters. */
  public Optional<DialplanFunction> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Writes to a function. */
  public void write(Channel channel, String name, String arguments, String value)
      throws FunctionException {
    DialplanFunction function =
        named(name).orElseThrow(() -> new FunctionException("there is no such function"));
    function.write(channel, arguments, value);
  }

  /** All of them, sorted by name. */
  public Collection<DialplanFunction> all() {
    return List.copyOf(byName.values());
  }
}
