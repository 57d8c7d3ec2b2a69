package org.ara.pbx.application;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The applications there are, by name ignoring case. Published as a service by the core. */
public final class Applications {

  private final ConcurrentSkipListMap<String, Application> byName = new ConcurrentSkipListMap<>();

  /** Makes applications available; one of the same name is replaced. */
  public void register(Application... applications) {
    for (Application application : applications) {
      byName.put(key(application.description().name()), application);
    }
  }

  /** Takes applications away; channels inside them finish them. */
  public void unregister(Application... applications) {
    for (Application application : applications) {
      byName.remove(key(application.description().name()), application);
    }
  }

  /** The application of that name. */
  public Optional<Application> named(String name) {
    return Optional.ofNullable(byName.get(key(name)));
  }

  /** All of them, sorted by name. */
  public Collection<Application> all() {
    return List.copyOf(byName.values());
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
