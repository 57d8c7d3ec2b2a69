package org.ara.sip;

import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.ara.module.manager.ManagerBoard;
import org.ara.pbx.Channel;
import org.ara.pbx.Pbx;
import org.ara.pbx.device.DeviceStates;
import org.ara.pbx.device.Hints;
import org.ara.pbx.dialplan.LiveExtensions;
import org.ara.pbx.mailbox.Mailboxes;
import org.ara.sip.answer.State;
import org.ara.sip.call.Calls;
import org.ara.sip.call.OutgoingCalls;
import org.ara.sip.call.Switchboard;
import org.ara.sip.endpoint.ContactListener;
import org.ara.sip.host.HostWatch;
import org.ara.sip.message.MessageParser;
import org.ara.sip.message.ParseLimits;
import org.ara.sip.name.Names;
import org.ara.sip.nudge.Nudges;
import org.ara.sip.peer.Peer;
import org.ara.sip.provider.ProviderRegistrations;
import org.ara.sip.qualify.Probes;
import org.ara.sip.registrar.ContactKeeper;
import org.ara.sip.registrar.Expirer;
import org.ara.sip.registrar.PeerEvents;
import org.ara.sip.registrar.Rediscovery;
import org.ara.sip.registrar.RegisteredExtensions;
import org.ara.sip.registrar.Registrar;
import org.ara.sip.registrar.RegistrationListener;
import org.ara.sip.route.Router;
import org.ara.sip.rtp.MediaLoop;
import org.ara.sip.subscribe.Notices;
import org.ara.sip.subscribe.Subscriptions;
import org.ara.sip.transaction.TransactionLayer;
import org.ara.sip.transaction.TransactionOptions;
import org.ara.sip.transaction.WheelTimers;
import org.ara.sip.transport.EventLoops;
import org.ara.sip.transport.Flows;
import org.ara.sip.transport.TlsContexts;
import org.ara.sip.transport.TransportException;
import org.ara.sip.transport.Transports;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running driver: sockets, timers, transactions, calls, and the configuration in force. */
final class SipDriver implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SipDriver.class);

  /** As long as it takes to repeat a BYE twice. */
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  private static final Duration TICK = Duration.ofMillis(10);

  private final AtomicReference<State> state;
  private final Calls calls;
  private final Probes probes;
  private final EventLoops wire = new EventLoops(1);
  private final MediaLoop media = new MediaLoop();
  private final WheelTimers timers = new WheelTimers(TICK);
  private final TransactionLayer layer;
  private final Transports transports;
  private final OutgoingCalls outgoing;
  private final OutgoingCalls toEndpoints;
  private final ContactKeeper contacts;
  private final Subscriptions subscriptions;
  private final Notices notices;
  private final Nudges nudges;
  private final Mailboxes mailboxes;
  private final DeviceStates devices;
  private final Registrar registrar;
  private final Expirer expirer;
  private final Pbx pbx;
  private final RegisteredExtensions extensions;
  private final Rediscovery rediscovery;
  private final ProviderRegistrations providers;
  private final Names names;
  private final HostWatch watch;

  /**
   * Starts listening.
   *
   * @param first makes the first configuration, given the thread for media
   * @throws TransportException if the address cannot be had; everything is released
   */
  SipDriver(
      Function<MediaLoop, State> first,
      Pbx pbx,
      Hints hints,
      DeviceStates devices,
      Mailboxes mailboxes,
      LiveExtensions live,
      ManagerBoard board,
      InstantSource clock)
      throws TransportException {
    this.pbx = pbx;
    this.mailboxes = mailboxes;
    this.calls = new Calls(name -> devices.changed(Peer.device(name)));
    this.state = new AtomicReference<>(first.apply(media));
    this.names = new Names(state.get().settings().naming());
    PeerEvents events = new PeerEvents(board, devices);
    this.probes = new Probes(state::get, events, clock);
    Flows flows = new Flows();
    this.extensions = new RegisteredExtensions(state::get, live);
    this.notices = new Notices(state::get, mailboxes);
    RegistrationListener listener = RegistrationListener.all(List.of(probes, extensions, notices));
    ContactListener contactListener = ContactListener.all(List.of(probes, notices));
    this.registrar = new Registrar(clock, events, listener, contactListener, probes::isLost, flows);
    this.contacts =
        new ContactKeeper(
            state::get, registrar, events, contactListener, probes::configuredContacts, clock);
    this.rediscovery = new Rediscovery(state::get, listener, clock);
    AtomicReference<@Nullable Switchboard> made = new AtomicReference<>();
    AtomicReference<@Nullable Subscriptions> watching = new AtomicReference<>();
    this.layer =
        new TransactionLayer(
            TransactionOptions.DEFAULTS,
            timers,
            self -> {
              Subscriptions watchers = new Subscriptions(self, hints, mailboxes, clock);
              watching.set(watchers);
              Switchboard switchboard =
                  new Switchboard(
                      state::get,
                      self,
                      calls,
                      registrar,
                      probes,
                      watchers,
                      pbx,
                      new SecureRandom());
              made.set(switchboard);
              return switchboard;
            });
    try {
      this.transports =
          new Transports(
              state.get().settings().listen(),
              wire,
              new MessageParser(ParseLimits.DEFAULTS),
              layer,
              flows,
              () -> state.get().settings().manners());
    } catch (TransportException e) {
      release();
      throw e;
    }
    Switchboard switchboard = made.get();
    Subscriptions watchers = watching.get();
    if (switchboard == null || watchers == null) {
      throw new IllegalStateException("the transaction layer made no user");
    }
    this.subscriptions = watchers;
    this.devices = devices;
    devices.watch(watchers);
    mailboxes.watch(watchers);
    mailboxes.watch(notices);
    Router router = new Router(transports, names, new SecureRandom());
    state.get().hosts().configured(state.get().peers().configured().all());
    this.watch = new HostWatch(state.get().hosts(), router);
    this.outgoing = switchboard.toPeers(router);
    this.toEndpoints = switchboard.toEndpoints(router);
    pbx.register(outgoing);
    pbx.register(toEndpoints);
    probes.start(layer, router);
    probes.configured(state.get().peers().configured().all());
    extensions.configured(state.get().peers().configured().all());
    this.nudges = new Nudges(state::get, layer, router);
    notices.start(layer, switchboard.addressees(router), watchers::tells);
    notices.configured(state.get().peers().configured().all());
    this.expirer = new Expirer(state::get, registrar, clock);
    rediscovery.start();
    contacts.start();
    this.providers =
        new ProviderRegistrations(
            layer,
            router,
            state.get().providers(),
            state.get().settings(),
            board,
            clock,
            new SecureRandom());
  }

  /** Begins to register at providers; to be called once connections can be made. */
  void register() {
    providers.configured(state.get().settings(), state.get().peers());
  }

  ProviderRegistrations providers() {
    return providers;
  }

  State state() {
    return state.get();
  }

  Subscriptions subscriptions() {
    return subscriptions;
  }

  Nudges nudges() {
    return nudges;
  }

  Notices notices() {
    return notices;
  }

  Probes probes() {
    return probes;
  }

  Calls calls() {
    return calls;
  }

  Registrar registrar() {
    return registrar;
  }

  /** Where it listens, with the real port. */
  InetSocketAddress address() {
    return transports.udp().localAddress();
  }

  MediaLoop media() {
    return media;
  }

  /** The channels that this driver made, oldest first. */
  List<String> channelNames() {
    return pbx.channels().stream()
        .filter(
            channel ->
                channel.technology().equalsIgnoreCase(outgoing.technology())
                    || channel.technology().equalsIgnoreCase(toEndpoints.technology()))
        .map(Channel::name)
        .toList();
  }

  /** The transports that are open. */
  Transports transports() {
    return transports;
  }

  /**
   * Swaps the configuration.
   *
   * @param certificate for secure transports; without one, that of before is kept
   * @return addresses that could not be had
   */
  List<TransportException> use(State next, Optional<TlsContexts> certificate) {
    state.set(next);
    names.use(next.settings().naming());
    next.hosts().configured(next.peers().configured().all());
    watch.changed();
    List<TransportException> failures = listen(certificate);
    probes.configured(next.peers().configured().all());
    extensions.configured(next.peers().configured().all());
    providers.configured(next.settings(), next.peers());
    notices.configured(next.peers().configured().all());
    return failures;
  }

  /** Opens and closes transports with connections as the configuration in force wants. */
  List<TransportException> listen(Optional<TlsContexts> certificate) {
    return transports.use(state.get().settings().network(), certificate);
  }

  @Override
  public void close() {
    devices.unwatch(subscriptions);
    mailboxes.unwatch(subscriptions);
    mailboxes.unwatch(notices);
    notices.close();
    watch.close();
    rediscovery.close();
    contacts.close();
    probes.close();
    expirer.close();
    extensions.close();
    pbx.unregister(outgoing);
    pbx.unregister(toEndpoints);
    providers.close();
    calls.endAll();
    sayGoodbye();
    transports.close();
    release();
  }

  /** Has goodbyes that get lost repeated. */
  private void sayGoodbye() {
    try {
      if (!layer.awaitAnswers(FAREWELL)) {
        LOG.info("Not every phone answered that its call is over");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void release() {
    layer.close();
    timers.close();
    wire.close();
    media.close();
    names.close();
  }
}
