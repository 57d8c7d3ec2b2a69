package org.ara.sip;

import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.ara.module.InternalDatabase;
import org.ara.sip.answer.Complaints;
import org.ara.sip.answer.Realms;
import org.ara.sip.answer.State;
import org.ara.sip.defence.Alarm;
import org.ara.sip.defence.Defence;
import org.ara.sip.defence.DefenceLimits;
import org.ara.sip.defence.Guard;
import org.ara.sip.endpoint.Endpoints;
import org.ara.sip.host.KnownHosts;
import org.ara.sip.peer.Expiries;
import org.ara.sip.peer.PeerDirectory;
import org.ara.sip.peer.StaticPeers;
import org.ara.sip.provider.ProviderLines;
import org.ara.sip.rtp.MediaLoop;
import org.ara.sip.rtp.RtpPorts;
import org.ara.sip.settings.SettingsReader;
import org.ara.sip.settings.SipSettings;
import org.jspecify.annotations.Nullable;

/** Makes states of the driver's configuration, each building on the one before. */
final class States {

  private static final int COMPLAINTS_A_SECOND = 20;

  private final InstantSource clock;
  private final MediaLoop media;
  private final @Nullable InternalDatabase database;
  private final Alarm alarm;

  /**
   * Maker of states.
   *
   * @param database where registrations outlive the server; null for nowhere
   */
  States(InstantSource clock, MediaLoop media, Alarm alarm, @Nullable InternalDatabase database) {
    this.clock = clock;
    this.media = media;
    this.database = database;
    this.alarm = alarm;
  }

  /** A state of these inputs; the one before is not changed. */
  State next(@Nullable State before, Inputs inputs) {
    SipSettings settings = inputs.settings();
    StaticPeers known =
        before == null ? StaticPeers.none(clock, database) : before.peers().configured();
    StaticPeers peers =
        known.reloaded(
            SettingsReader.peerSections(inputs.sip()),
            settings.peerDefaults(),
            inputs.named(),
            inputs.problems());
    return new State(
        settings,
        new PeerDirectory(
            peers,
            settings.peerDefaults(),
            inputs.named(),
            inputs.realtime(),
            settings.rows(),
            before == null ? new Expiries() : before.peers().expiries(),
            clock),
        new Endpoints(
            inputs.realtime(), inputs.families(), settings.peerDefaults(), inputs.named(), clock),
        before == null ? new Realms(settings, clock) : before.realms().with(settings),
        ports(before, inputs),
        before == null
            ? new Complaints(COMPLAINTS_A_SECOND, System::nanoTime)
            : before.complaints(),
        guard(before, settings.defence()),
        before == null ? new ProviderLines() : before.providers(),
        before == null ? new KnownHosts() : before.hosts());
  }

  /** Keeps what is known of addresses. */
  private Guard guard(@Nullable State before, DefenceLimits limits) {
    return before == null
        ? new Guard(new Defence(limits, System::nanoTime), alarm)
        : before.guard().with(limits);
  }

  /** Keeps account of the ports in use, unless others are wanted. */
  private RtpPorts ports(@Nullable State before, Inputs inputs) {
    InetAddress address = inputs.settings().listen().getAddress();
    int marked = inputs.settings().media().trafficClass();
    return before != null && before.mediaPorts().serves(address, inputs.range(), marked)
        ? before.mediaPorts()
        : new RtpPorts(media, address, inputs.range(), marked, new SecureRandom());
  }
}
