package org.ara.manager.ami;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.ara.manager.ami.account.AccountBook;
import org.ara.manager.ami.account.Settings;
import org.ara.manager.ami.account.SettingsReader;
import org.ara.manager.ami.action.Actions;
import org.ara.manager.ami.event.CallEvents;
import org.ara.manager.ami.event.DeviceEvents;
import org.ara.manager.ami.session.Sessions;
import org.ara.manager.ami.session.Surroundings;
import org.ara.manager.ami.wire.Certificate;
import org.ara.manager.ami.wire.WireThreads;
import org.ara.module.ModuleContext;
import org.ara.module.ModuleException;
import org.ara.module.ServerFacts;
import org.ara.module.manager.ManagerAction;
import org.ara.module.manager.ManagerBoard;
import org.ara.pbx.Pbx;
import org.ara.pbx.access.NamedAccess;
import org.ara.pbx.device.DeviceStates;
import org.ara.pbx.device.Hints;
import org.ara.pbx.dialplan.CurrentDialplan;
import org.ara.realtime.Realtime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running interface: listeners, sessions, actions, events, and the settings in force. */
public final class ManagerServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ManagerServer.class);

  private final AtomicReference<Settings> settings = new AtomicReference<>(SettingsReader.none());
  private final WireThreads threads = new WireThreads();
  private final Listeners listeners = new Listeners(threads);
  private final ManagerBoard board;
  private final Pbx pbx;
  private final Sessions sessions;
  private final CallEvents calls;
  private final DeviceStates states;
  private final DeviceEvents devices;
  private final List<ManagerAction> actions;

  /** One that listens nowhere yet. */
  ManagerServer(ModuleContext context) throws ModuleException {
    board = context.require(ManagerBoard.class);
    pbx = context.require(Pbx.class);
    sessions =
        new Sessions(
            new Surroundings(
                settings,
                new AccountBook(settings, context.require(Realtime.class)),
                context.require(NamedAccess.class),
                board,
                context.require(ServerFacts.class)));
    calls = new CallEvents(board, () -> settings.get().events().channelVariables());
    states = context.require(DeviceStates.class);
    Hints hints = new Hints(context.require(CurrentDialplan.class), states);
    devices = new DeviceEvents(board, states, hints);
    actions = Actions.of(context, hints);
    board.offer(actions);
    board.watch(sessions);
    pbx.watch(calls);
    states.watch(devices);
  }

  /**
   * Puts the first settings in force. A certificate that cannot be used is an error in the log, and
   * there is no TLS until a reload finds one.
   *
   * @throws ModuleException if an address cannot be had
   */
  void start(Settings first) throws ModuleException {
    Optional<Certificate> certificate = Optional.empty();
    try {
      certificate = Listeners.certificate(first);
    } catch (ModuleException e) {
      LOG.error("{}; no TLS until it is mended and reloaded", e.getMessage());
    }
    listeners.use(first, certificate, sessions);
    settings.set(first);
  }

  /**
   * Puts settings in force; sessions that are open stay as they are. An address that cannot be had
   * is an error in the log, and the rest holds.
   */
  void reload(Settings next, Optional<Certificate> certificate) {
    try {
      listeners.use(next, certificate, sessions);
    } catch (ModuleException e) {
      LOG.error("{}; the rest of the new settings is in force", e.getMessage());
    }
    settings.set(next);
  }

  /** Those in force. */
  public Settings settings() {
    return settings.get();
  }

  /** Those that are open. */
  public Sessions sessions() {
    return sessions;
  }

  /** Where it listens for TCP, with the real port. */
  public Optional<InetSocketAddress> address() {
    return listeners.plain();
  }

  /** Where it listens for TLS, with the real port. */
  public Optional<InetSocketAddress> tlsAddress() {
    return listeners.tls();
  }

  @Override
  public void close() {
    states.unwatch(devices);
    pbx.unwatch(calls);
    board.withdraw(actions);
    listeners.close();
    sessions.close();
    board.unwatch(sessions);
    threads.close();
  }
}
