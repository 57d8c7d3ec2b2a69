package org.ara.sip;

import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ara.config.Problem;
import org.ara.module.InternalDatabase;
import org.ara.module.LoadPriority;
import org.ara.module.Module;
import org.ara.module.ModuleContext;
import org.ara.module.ModuleException;
import org.ara.module.manager.ManagerAction;
import org.ara.module.manager.ManagerBoard;
import org.ara.module.reload.OwnReload;
import org.ara.module.reload.ReloadPlan;
import org.ara.pbx.Pbx;
import org.ara.pbx.device.DeviceStates;
import org.ara.pbx.device.Hints;
import org.ara.pbx.dialplan.CurrentDialplan;
import org.ara.pbx.function.DialplanFunction;
import org.ara.pbx.function.FunctionRegistry;
import org.ara.pbx.mailbox.Mailboxes;
import org.ara.sip.answer.State;
import org.ara.sip.command.ListRegistry;
import org.ara.sip.command.NotifyAction;
import org.ara.sip.command.PeerActions;
import org.ara.sip.command.SipCommands;
import org.ara.sip.defence.Alarm;
import org.ara.sip.peer.NeededColumns;
import org.ara.sip.pjsip.EndpointActions;
import org.ara.sip.pjsip.EndpointCommands;
import org.ara.sip.pjsip.EndpointFunctions;
import org.ara.sip.settings.SipSettings;
import org.ara.sip.transport.Addresses;
import org.ara.sip.transport.Protocol;
import org.ara.sip.transport.TransportException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code chan_sip}: the SIP channel driver as a loadable unit. */
public final class SipModule implements Module {

  private static final Logger LOG = LoggerFactory.getLogger(SipModule.class);

  private final InstantSource clock = InstantSource.system();
  private @Nullable ModuleContext context;
  private @Nullable Inputs inputs;
  private ManagerBoard board = new ManagerBoard();
  private List<ManagerAction> actions = List.of();
  private FunctionRegistry known = new FunctionRegistry();
  private DialplanFunction[] functions = {};
  private @Nullable SipDriver driver;
  private @Nullable SipMeters meters;

  @Override
  public String name() {
    return "chan_sip";
  }

  @Override
  public String description() {
    return "Session Initiation Protocol (SIP)";
  }

  @Override
  public LoadPriority priority() {
    return LoadPriority.CHANNEL_DRIVER;
  }

  @Override
  public Set<String> needs() {
    return Set.of("extconfig", "acl", "pbx_core");
  }

  /** {@inheritDoc} Without a usable {@code sip.conf} there is no SIP. */
  @Override
  public void load(ModuleContext given) throws ModuleException {
    Pbx pbx = given.require(Pbx.class);
    Inputs first = Inputs.first(given);
    ManagerBoard on = board(given);
    DeviceStates devices = devices(given, pbx);
    CurrentDialplan dialplan = dialplan(given);
    SipDriver started;
    try {
      started =
          new SipDriver(
              media ->
                  new States(clock, media, new Alarm(on, clock), database(given)).next(null, first),
              pbx,
              new Hints(dialplan, devices),
              devices,
              mailboxes(given),
              dialplan.live(),
              on,
              clock);
    } catch (TransportException e) {
      throw new ModuleException(Inputs.FILE + ": " + e.getMessage(), e);
    }
    Tls tls = Tls.read(first.settings().network());
    tls.problem().ifPresent(first.problems()::add);
    for (TransportException failure : started.listen(tls.contexts())) {
      first.problems().add(Tls.problem(failure));
    }
    started.register();
    given.report(first.problems());
    context = given;
    inputs = first;
    driver = started;
    meters = meters(given, started);
    expectColumns(first, started.state());
    SipCommands.of(
            started::state,
            started.calls(),
            started.probes(),
            started.subscriptions(),
            started.notices(),
            started.nudges(),
            given.config(),
            started.registrar(),
            started.transports(),
            started.providers(),
            new OwnReload(given, this))
        .forEach(given::register);
    EndpointCommands.of(started::state, started.calls().uses(), started.probes())
        .forEach(given::register);
    actions =
        Stream.concat(
                PeerActions.of(started::state, started.probes(), started.notices(), on).stream(),
                Stream.concat(
                    EndpointActions.of(started::state, started.calls().uses(), started.probes())
                        .stream(),
                    Stream.of(
                        new ListRegistry(started.providers()), new NotifyAction(started.nudges()))))
            .toList();
    on.offer(actions);
    functions = EndpointFunctions.of(started::state, started.probes());
    known = registry(given);
    known.register(functions);
    board = on;
    LOG.info("SIP listens on UDP {}", Addresses.display(started.address()));
  }

  /** Where monitoring looks; programs that embed the driver may have none. */
  private static @Nullable SipMeters meters(ModuleContext given, SipDriver started) {
    try {
      return new SipMeters(given.require(CompositeMeterRegistry.class), started);
    } catch (ModuleException nobody) {
      return null;
    }
  }

  /** Where hints are; programs that embed the driver may have no dialplan of files. */
  private static CurrentDialplan dialplan(ModuleContext given) {
    try {
      return given.require(CurrentDialplan.class);
    } catch (ModuleException nobody) {
      return new CurrentDialplan();
    }
  }

  /** Where registrations outlive the server. SIP works without: it starts first, if it can. */
  private static @Nullable InternalDatabase database(ModuleContext given) {
    try {
      return given.require(InternalDatabase.class);
    } catch (ModuleException nobody) {
      LOG.info("Registrations that no row keeps end with the server: {}", nobody.getMessage());
      return null;
    }
  }

  /** Where functions are; programs that embed the driver may have no dialplan. */
  private static FunctionRegistry registry(ModuleContext given) {
    try {
      return given.require(FunctionRegistry.class);
    } catch (ModuleException nobody) {
      return new FunctionRegistry();
    }
  }

  /** Who watches devices; programs that embed the driver may have nobody. */
  private static DeviceStates devices(ModuleContext given, Pbx pbx) {
    try {
      return given.require(DeviceStates.class);
    } catch (ModuleException nobody) {
      return new DeviceStates(pbx);
    }
  }

  /** Who knows of messages; programs that embed the driver may have nobody. */
  private static Mailboxes mailboxes(ModuleContext given) {
    try {
      return given.require(Mailboxes.class);
    } catch (ModuleException nobody) {
      return new Mailboxes();
    }
  }

  /** Where clients of the manager interface look; programs that embed the driver may have none. */
  private static ManagerBoard board(ModuleContext given) {
    try {
      return given.require(ManagerBoard.class);
    } catch (ModuleException nobody) {
      return new ManagerBoard();
    }
  }

  /** {@inheritDoc} Registrations, calls, nonces and media ports in use are carried over. */
  @Override
  public Optional<ReloadPlan> plan() throws ModuleException {
    ModuleContext given = context;
    SipDriver running = driver;
    Inputs before = inputs;
    if (given == null || running == null || before == null) {
      return Optional.empty();
    }
    Inputs after = Inputs.again(given);
    State next =
        new States(clock, running.media(), new Alarm(board, clock), null)
            .next(running.state(), after);
    Tls tls = Tls.read(after.settings().network());
    tls.problem().ifPresent(after.problems()::add);
    PlannedChanges changes = new PlannedChanges(before, after);
    List<Problem> problems = List.copyOf(after.problems());
    return Optional.of(
        new ReloadPlan(
            changes.differences(),
            changes.touched(running.state().peers().configured(), running.calls()),
            problems,
            changes.notes(),
            () -> {
              given.report(problems);
              changes.notes().forEach(LOG::warn);
              inputs = after;
              given.report(running.use(next, tls.contexts()).stream().map(Tls::problem).toList());
              expectColumns(after, next);
            }));
  }

  private static void expectColumns(Inputs inputs, State state) {
    SipSettings settings = inputs.settings();
    NeededColumns.expect(inputs.realtime(), settings.rows().writeBack(), settings.regServer());
    state.endpoints().expectColumns();
  }

  @Override
  public List<String> users() {
    SipDriver running = driver;
    return running == null ? List.of() : running.channelNames();
  }

  @Override
  public void unload() {
    SipDriver running = driver;
    driver = null;
    board.withdraw(actions);
    SipMeters told = meters;
    meters = null;
    if (told != null) {
      told.close();
    }
    known.unregister(functions);
    if (running != null) {
      running.close();
    }
  }

  /** The port it listens on; 0 if it does not. */
  int port(Protocol protocol) {
    SipDriver running = driver;
    return running == null
        ? 0
        : running
            .transports()
            .of(protocol)
            .map(transport -> transport.localAddress().getPort())
            .orElse(0);
  }

  /** The UDP port it listens on; 0 while it does not run. */
  int port() {
    SipDriver running = driver;
    return running == null ? 0 : running.address().getPort();
  }
}
