package org.ara.pbx;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The technologies that can be dialled, by name ignoring case. */
final class Drivers {

  private final Map<String, ChannelDriver> byName = new ConcurrentHashMap<>();

  void add(ChannelDriver driver) {
    byName.put(key(driver.technology()), driver);
  }

  void remove(ChannelDriver driver) {
    byName.remove(key(driver.technology()), driver);
  }

  Optional<ChannelDriver> named(String technology) {
    return Optional.ofNullable(byName.get(key(technology)));
  }

  private static String key(String technology) {
    return technology.toLowerCase(Locale.ROOT);
  }
}
