package org.ara.sip;

import io.netty.channel.EventLoopGroup;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ara.config.Configuration;
import org.ara.config.LoadResult;
import org.ara.config.Problem;
import org.ara.module.LoadPriority;
import org.ara.module.Module;
import org.ara.module.ModuleContext;
import org.ara.module.ModuleException;
import org.ara.pbx.Pbx;
import org.ara.realtime.Realtime;
import org.ara.sip.answer.Complaints;
import org.ara.sip.answer.State;
import org.ara.sip.command.SipCommands;
import org.ara.sip.digest.DigestServer;
import org.ara.sip.peer.PeerDirectory;
import org.ara.sip.peer.StaticPeers;
import org.ara.sip.rtp.RtpPorts;
import org.ara.sip.rtp.RtpRange;
import org.ara.sip.settings.RtpSettings;
import org.ara.sip.settings.SettingsReader;
import org.ara.sip.settings.SipSettings;
import org.ara.sip.transport.Addresses;
import org.ara.sip.transport.TransportException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code chan_sip}: the SIP channel driver as a loadable unit. */
public final class SipModule implements Module {

  private static final Logger LOG = LoggerFactory.getLogger(SipModule.class);
  private static final String FILE = "sip.conf";
  private static final String MEDIA_FILE = "rtp.conf";
  private static final int COMPLAINTS_A_SECOND = 20;

  private final InstantSource clock = InstantSource.system();
  private @Nullable ModuleContext context;
  private @Nullable SipDriver driver;

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
  public void load(ModuleContext given) throws ModuleException {
    Pbx pbx = given.require(Pbx.class);
    SipDriver.States states = states(given);
    SipDriver started;
    try {
      started = new SipDriver(states, pbx, clock);
    } catch (TransportException e) {
      throw new ModuleException(FILE + ": " + e.getMessage(), e);
    }
    context = given;
    driver = started;
    SipCommands.of(started::state, started.calls(), this).forEach(given::register);
    LOG.info("SIP listens on UDP {}", Addresses.display(started.address()));
  }

  @Override
  public void reload() throws ModuleException {
    ModuleContext given = context;
    SipDriver running = driver;
    if (given == null || running == null) {
      return;
    }
    SipSettings before = running.state().settings();
    running.reload(states(given));
    if (!before.listen().equals(running.state().settings().listen())) {
      LOG.warn("{}: a new address or port takes effect at the next start", FILE);
    }
  }

  @Override
  public void unload() {
    SipDriver running = driver;
    driver = null;
    if (running != null) {
      running.close();
    }
  }

  /** The UDP port it listens on; 0 while it does not run. */
  int port() {
    SipDriver running = driver;
    return running == null ? 0 : running.address().getPort();
  }

  /** Reads the files; throws before anything is changed if they cannot be used. */
  private SipDriver.States states(ModuleContext given) throws ModuleException {
    Realtime realtime = given.require(Realtime.class);
    Configuration configuration = required(given);
    List<Problem> problems = new ArrayList<>();
    SipSettings settings = SettingsReader.read(configuration, given.systemName(), problems);
    RtpRange range = mediaRange(given, problems);
    return (before, threads) -> {
      State next = next(before, threads, configuration, settings, range, realtime, problems);
      given.report(problems);
      return next;
    };
  }

  private State next(
      @Nullable State before,
      EventLoopGroup threads,
      Configuration configuration,
      SipSettings settings,
      RtpRange range,
      Realtime realtime,
      List<Problem> problems) {
    StaticPeers known = before == null ? StaticPeers.none(clock) : before.peers().configured();
    StaticPeers peers =
        known.reloaded(
            SettingsReader.peerSections(configuration), settings.peerDefaults(), problems);
    InetAddress media = settings.listen().getAddress();
    return new State(
        settings,
        new PeerDirectory(peers, settings.peerDefaults(), realtime, settings.writeBack(), clock),
        digest(before, settings.realm()),
        new RtpPorts(threads, media, range, new SecureRandom()),
        before == null
            ? new Complaints(COMPLAINTS_A_SECOND, System::nanoTime)
            : before.complaints());
  }

  /** Keeps the nonces that are out, unless the realm changed. */
  private DigestServer digest(@Nullable State before, String realm) {
    return before != null && before.settings().realm().equals(realm)
        ? before.digest()
        : new DigestServer(realm, clock);
  }

  private static Configuration required(ModuleContext given) throws ModuleException {
    return switch (given.config().load(FILE)) {
      case LoadResult.Loaded(Configuration configuration, List<Problem> problems) -> {
        given.report(problems);
        yield configuration;
      }
      case LoadResult.Missing missing ->
          throw new ModuleException(FILE + " is not there: no SIP. " + words(missing.problems()));
      case LoadResult.Invalid invalid ->
          throw new ModuleException(FILE + " cannot be used: " + words(invalid.problems()));
    };
  }

  private static RtpRange mediaRange(ModuleContext given, List<Problem> problems) {
    return switch (given.config().load(MEDIA_FILE)) {
      case LoadResult.Loaded(Configuration configuration, List<Problem> odd) -> {
        problems.addAll(odd);
        yield RtpSettings.read(configuration, problems);
      }
      case LoadResult.Missing _ -> RtpRange.USUAL;
      case LoadResult.Invalid invalid -> {
        problems.addAll(invalid.problems());
        yield RtpRange.USUAL;
      }
    };
  }

  private static String words(List<Problem> problems) {
    return problems.stream().map(Problem::toString).collect(Collectors.joining("; "));
  }
}
