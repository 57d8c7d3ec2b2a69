package org.ara.pbx;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The channels that exist. A channel is held by its leg until that hangs up and by its dialplan
 * while that runs; it is taken off when nobody holds it any more.
 */
final class ChannelList {

  private record Entry(
      long number, Channel channel, AtomicInteger holds, AtomicBoolean heldByLeg) {}

  private final AtomicLong numbers = new AtomicLong();
  private final Map<String, Entry> entries = new ConcurrentHashMap<>();

  /** Lists a channel, held by its leg. */
  void add(Channel channel) {
    Entry entry =
        new Entry(
            numbers.getAndIncrement(), channel, new AtomicInteger(1), new AtomicBoolean(true));
    entries.put(channel.name(), entry);
  }

  /** Holds a channel once more; false if it is gone already. */
  boolean hold(Channel channel) {
    Entry entry = entries.get(channel.name());
    return entry != null && entry.holds().getAndUpdate(n -> n == 0 ? 0 : n + 1) > 0;
  }

  /** Lets go of a channel; true if that was the last hold and it is gone now. */
  boolean release(Channel channel) {
    Entry entry = entries.get(channel.name());
    if (entry == null || entry.holds().decrementAndGet() > 0) {
      return false;
    }
    return entries.remove(channel.name(), entry);
  }

  /** The leg lets go, which it can do only once; true if the channel is gone now. */
  boolean releaseLeg(Channel channel) {
    Entry entry = entries.get(channel.name());
    return entry != null && entry.heldByLeg().getAndSet(false) && release(channel);
  }

  Optional<Channel> named(String name) {
    return Optional.ofNullable(entries.get(name)).map(Entry::channel);
  }

  /** Oldest first. */
  Collection<Channel> all() {
    List<Entry> sorted =
        entries.values().stream().sorted(Comparator.comparingLong(Entry::number)).toList();
    return sorted.stream().map(Entry::channel).toList();
  }
}
