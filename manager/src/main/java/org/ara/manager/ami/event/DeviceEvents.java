package org.ara.manager.ami.event;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;
import org.ara.module.manager.Header;
import org.ara.module.manager.ManagerBoard;
import org.ara.module.manager.ManagerEvent;
import org.ara.module.manager.Permission;
import org.ara.module.manager.Permissions;
import org.ara.pbx.device.DeviceListener;
import org.ara.pbx.device.DeviceState;
import org.ara.pbx.device.DeviceStates;
import org.ara.pbx.device.ExtensionState;
import org.ara.pbx.device.Hints;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what devices, and the numbers with hints on them, are doing: each change once, on a thread
 * that may wait for a database, and nothing while nobody wants to know.
 */
public final class DeviceEvents implements DeviceListener {

  private static final Logger LOG = LoggerFactory.getLogger(DeviceEvents.class);
  private static final Permissions CALL = Permissions.of(Permission.CALL);

  private final ManagerBoard board;
  private final DeviceStates states;
  private final Hints hints;
  private final Object lock = new Object();
  private final SequencedSet<String> waiting = new LinkedHashSet<>();
  private final Map<String, DeviceState> devices = new Remembered<>();
  private final Map<Hints.Hint, ExtensionState> extensions = new Remembered<>();
  private boolean working;
  private boolean missedSome;

  /** What was last told of things; of those beyond a number it may be told once too often. */
  private static final class Remembered<K, V> extends LinkedHashMap<K, V> {

    private static final int MOST = 100_000;
    private static final long serialVersionUID = 1;

    Remembered() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > MOST;
    }
  }

  public DeviceEvents(ManagerBoard board, DeviceStates states, Hints hints) {
    this.board = board;
    this.states = states;
    this.hints = hints;
  }

  @Override
  public void changed(String device) {
    boolean wanted = board.isWanted(CALL);
    synchronized (lock) {
      missedSome |= !wanted;
      if (!wanted || !waiting.add(device) || working) {
        return;
      }
      working = true;
    }
    Thread unused = Thread.ofVirtual().name("manager-devices").start(this::work);
  }

  private void work() {
    for (String device = next(); device != null; device = next()) {
      try {
        look(device);
      } catch (RuntimeException e) {
        LOG.error("manager: the state of {} cannot be told", device, e);
      }
    }
  }

  private @Nullable String next() {
    synchronized (lock) {
      working = !waiting.isEmpty();
      if (missedSome) {
        devices.clear();
        extensions.clear();
        missedSome = false;
      }
      return working ? waiting.removeFirst() : null;
    }
  }

  private void look(String device) {
    DeviceState state = states.of(device);
    if (isNews(devices, device, state)) {
      board.tell(
          ManagerEvent.of(
              "DeviceStateChange",
              Permission.CALL,
              new Header("Device", device),
              new Header("State", state.name())));
    }
    for (Hints.Hint hint : hints.on(device)) {
      ExtensionState together = hints.state(hint, device, state);
      if (isNews(extensions, hint, together)) {
        board.tell(status(hint, together));
      }
    }
  }

  private <K, V> boolean isNews(Map<K, V> told, K about, V now) {
    synchronized (lock) {
      return !now.equals(told.put(about, now));
    }
  }

  private static ManagerEvent status(Hints.Hint hint, ExtensionState state) {
    return ManagerEvent.of(
        "ExtensionStatus",
        Permission.CALL,
        new Header("Exten", hint.extension()),
        new Header("Context", hint.context()),
        new Header("Hint", hint.devices()),
        Header.of("Status", state.number()),
        new Header("StatusText", state.text()));
  }
}
