package org.ara.pbx;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a channel's account says of it, by the names that {@code CHANNEL()} has for it. Safe for any
 * number of threads.
 */
public final class ChannelFacts {

  private static final Set<String> ITEMS =
      Set.of(
          "accountcode",
          "amaflags",
          "callgroup",
          "mohsuggest",
          "musicclass",
          "namedcallgroup",
          "namedpickupgroup",
          "parkinglot",
          "pickupgroup",
          "tonezone");

  private final Map<String, String> values = new ConcurrentHashMap<>();

  ChannelFacts() {}

  /** Whether there is such an item, set or not. */
  public boolean has(String item) {
    return ITEMS.contains(item.toLowerCase(Locale.ROOT));
  }

  /** An item, or nothing where it was not set. */
  public Optional<String> get(String item) {
    return Optional.ofNullable(values.get(item.toLowerCase(Locale.ROOT)));
  }

  /**
   * Sets an item.
   *
   * @throws IllegalArgumentException if there is no such item
   */
  public void set(String item, String value) {
    if (!has(item)) {
      throw new IllegalArgumentException("no item of a channel: " + item);
    }
    values.put(item.toLowerCase(Locale.ROOT), value);
  }
}
