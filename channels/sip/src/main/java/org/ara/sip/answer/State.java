package org.ara.sip.answer;

import org.ara.sip.defence.Guard;
import org.ara.sip.digest.DigestServer;
import org.ara.sip.endpoint.Endpoints;
import org.ara.sip.host.KnownHosts;
import org.ara.sip.message.SipRequest;
import org.ara.sip.peer.Endpoint;
import org.ara.sip.peer.Peer;
import org.ara.sip.peer.PeerDirectory;
import org.ara.sip.provider.ProviderLines;
import org.ara.sip.rtp.RtpPorts;
import org.ara.sip.settings.SipSettings;

/**
 * One state of the driver's configuration: swapped as a whole by a reload, so that a request sees
 * one or the other and never a mixture.
 */
public record State(
    SipSettings settings,
    PeerDirectory peers,
    Endpoints endpoints,
    Realms realms,
    RtpPorts mediaPorts,
    Complaints complaints,
    Guard guard,
    ProviderLines providers,
    KnownHosts hosts) {

  /** Who asks a peer for the password of a request. */
  public DigestServer digest(SipRequest request, Peer peer) {
    Endpoint endpoint = peer.endpoint();
    return endpoint == null || endpoint.realm().isEmpty()
        ? digest(request)
        : realms.named(endpoint.realm());
  }

  /** Who asks for the password of a request. */
  public DigestServer digest(SipRequest request) {
    return realms.of(request);
  }
}
