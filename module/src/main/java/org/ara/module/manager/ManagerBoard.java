package org.ara.module.manager;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * Where modules offer actions and tell events, whether or not a manager interface is there to use
 * them. Published as a service by the core. Safe for any number of threads.
 */
public final class ManagerBoard {

  /** Is told events. Must be quick, must not throw: it is called where things happen. */
  public interface Watcher {

    /** Whether events of these classes are of interest at the moment. */
    boolean wants(Permissions classes);

    /** Something happened. */
    void happened(ManagerEvent event);
  }

  private final Map<String, ManagerAction> actions = new ConcurrentHashMap<>();
  private final List<Watcher> watchers = new CopyOnWriteArrayList<>();

  /** Offers actions; one of the same name is replaced. */
  public void offer(Collection<? extends ManagerAction> more) {
    more.forEach(action -> actions.put(key(action.name()), action));
  }

  /** Takes actions back. */
  public void withdraw(Collection<? extends ManagerAction> fewer) {
    fewer.forEach(action -> actions.remove(key(action.name()), action));
  }

  /** The action of that name, case ignored. */
  public Optional<ManagerAction> action(String name) {
    return Optional.ofNullable(actions.get(key(name)));
  }

  /** Tells an event that is cheap to make. */
  public void tell(ManagerEvent event) {
    tell(event.classes(), () -> event);
  }

  /** Tells an event, which is made only if somebody wants to know. */
  public void tell(Permissions classes, Supplier<ManagerEvent> event) {
    if (isWanted(classes)) {
      ManagerEvent made = event.get();
      watchers.forEach(watcher -> watcher.happened(made));
    }
  }

  /** Whether anybody wants events of these classes. */
  public boolean isWanted(Permissions classes) {
    for (Watcher watcher : watchers) {
      if (watcher.wants(classes)) {
        return true;
      }
    }
    return false;
  }

  /** Has somebody told of events from now on. */
  public void watch(Watcher watcher) {
    watchers.add(watcher);
  }

  /** Has somebody told no longer. */
  public void unwatch(Watcher watcher) {
    watchers.remove(watcher);
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
