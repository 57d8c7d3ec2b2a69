package org.ara.sip.command;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.ara.module.Command.Output;
import org.ara.pbx.mailbox.MessageCount;
import org.ara.sip.answer.State;
import org.ara.sip.digest.Credential;
import org.ara.sip.peer.CallStyle;
import org.ara.sip.peer.Peer;
import org.ara.sip.peer.Registration;
import org.ara.sip.peer.SessionPolicy;
import org.ara.sip.qualify.Standing;
import org.ara.sip.transport.Addresses;

/** Prints one peer line by line, under the labels that scripts look for. */
final class PeerDetails {

  private final Peer peer;
  private final State state;
  private final Standing standing;
  private final MessageCount told;
  private final Output out;

  PeerDetails(Peer peer, State state, Standing standing, MessageCount told, Output out) {
    this.told = told;
    this.peer = peer;
    this.state = state;
    this.standing = standing;
    this.out = out;
  }

  void print() {
    out.line("");
    out.line("");
    out.line("  * Name       : " + peer.name());
    identity();
    calls();
    access();
    media();
    address();
    timers();
    out.line("");
  }

  private void identity() {
    Credential incoming = peer.incoming().orElse(null);
    line("Description", peer.calls().description());
    if (state.peers().hasRealtime()) {
      line("Realtime peer", peer.realtime() ? "Yes, cached" : "No");
    }
    line("Secret", Cells.set(incoming instanceof Credential.Password));
    line("MD5Secret", Cells.set(incoming instanceof Credential.Hashes));
    line("Remote Secret", Cells.set(PeerCells.hasRemoteSecret(peer)));
    line("Context", peer.calls().context());
    line("Record On feature ", "automon");
    line("Record Off feature ", "automon");
    line("Subscr.Cont.", orNotSet(peer.watching().context()));
    line("Language", peer.calls().language());
    line("Tonezone", orNotSet(PeerCells.fact(peer, "tonezone")));
  }

  private void calls() {
    if (!peer.calls().accountCode().isEmpty()) {
      line("Accountcode", peer.calls().accountCode());
    }
    line("AMA flags", PeerCells.amaFlags(peer));
    line("Transfer mode", peer.policy().transfers() ? "open" : "closed");
    line("CallingPres", PeerCells.presentation(peer.calls().callerId().presentation()));
    if (!peer.calls().fromUser().isEmpty()) {
      line("FromUser", peer.calls().fromUser());
    }
    if (!peer.calls().fromDomain().isEmpty()) {
      line("FromDomain", peer.calls().fromDomain());
    }
    line("Callgroup", PeerCells.fact(peer, "callgroup"));
    line("Pickupgroup", PeerCells.fact(peer, "pickupgroup"));
    line("Named Callgr", PeerCells.fact(peer, "namedcallgroup"));
    line("Nam. Pickupgr", PeerCells.fact(peer, "namedpickupgroup"));
    line("MOH Suggest", PeerCells.fact(peer, "mohsuggest"));
    line("Mailbox", String.join(",", peer.mail().mailboxes()));
    line("VM Extension", peer.mail().extension());
    line("LastMsgsSent", told.fresh() + "/" + told.old());
    line("Call limit", Integer.toString(peer.policy().limit()));
    if (peer.policy().busyLevel() > 0) {
      line("Busy level", Integer.toString(peer.policy().busyLevel()));
    }
    line("Max forwards", Integer.toString(PeerCells.maxForwards(peer)));
    line("Dynamic", Cells.yesNo(peer.whereabouts().dynamic()));
    line("Callerid", Cells.callerId(peer.calls().callerId()));
    line("MaxCallBR", "384 kbps");
    line("Expire", Long.toString(secondsLeft()));
  }

  private void access() {
    line("Insecure", PeerCells.insecure(peer.access().insecure()));
    line("Force rport", Cells.nat(peer.access().nat().rport(), peer));
    line("Symmetric RTP", Cells.nat(peer.access().nat().comedia(), peer));
    line("ACL", Cells.yesNo(!peer.access().sources().isOpen()));
    line("ContactACL", Cells.yesNo(!peer.access().contacts().isOpen()));
    line("DirectMedACL", "No");
  }

  private void media() {
    line("T.38 support", "No");
    line("T.38 EC mode", "Unknown");
    line("T.38 MaxDtgrm", "4294967295");
    line("DirectMedia", "No");
    line("PromiscRedir", Cells.yesNo(peer.policy().redirects()));
    line("User=Phone", Cells.yesNo(peer.style().phone()));
    line("Video Support", "No");
    line("Text Support", "No");
    line("Ign SDP ver", "No");
    line("Trust RPID", Cells.yesNo(peer.style().trusted()));
    line("Send RPID", Cells.yesNo(peer.style().identity() != CallStyle.Identity.NONE));
    line("Path support", Cells.yesNo(peer.terms().path()));
    line("Path", PeerCells.path(peer));
    line("TrustIDOutbnd", "Legacy");
    line("Subscriptions", Cells.yesNo(peer.watching().allowed()));
    line("Overlap dial", Cells.yesNo(peer.policy().overlap()));
    line("DTMFmode", peer.media().keys().label());
    line("Timer T1", Integer.toString(peer.policy().t1()));
    line("Timer B", Integer.toString(peer.policy().timerB()));
  }

  private void address() {
    String address = Cells.address(peer);
    String defaultIp = peer.whereabouts().defaultIp();
    Registration registration = peer.whereabouts().registration();
    line("ToHost", peer.whereabouts().host());
    String known =
        state.hosts().of(peer.name()).stream()
            .map(Addresses::display)
            .findFirst()
            .orElse(address + ':' + Cells.port(peer));
    line("Addr->IP", address.isEmpty() ? "(null)" : known);
    line("Defaddr->IP", defaultIp.isEmpty() ? "(null)" : defaultIp);
    line("Prim.Transp.", peer.transports().getFirst().name());
    line("Allowed.Trsp", PeerCells.transports(peer.transports()));
    if (!peer.terms().extensions().isEmpty()) {
      line("Reg. exten", PeerCells.extensions(peer));
    }
    line("Def. Username", Cells.user(peer));
    line("SIP Options", "(none)");
    line("Codecs", Cells.codecs(peer));
    line("Auto-Framing", "No");
    line("Status", standing.text());
    line("Useragent", registration == null ? "" : registration.userAgent());
    line("Reg. Contact", registration == null ? "" : registration.contact());
  }

  private void timers() {
    SessionPolicy session = peer.policy().session();
    line("Qualify Freq", peer.upkeep().frequency() * 1000L + " ms");
    line("Keepalive", peer.upkeep().keepAlive() * 1000L + " ms");
    List<String> variables = PeerCells.variables(peer);
    if (!variables.isEmpty()) {
      line("Variables", "");
      variables.forEach(set -> out.line("                 " + set.replaceFirst("=", " = ")));
    }
    line("Sess-Timers", PeerCells.title(session.mode().name()));
    line("Sess-Refresh", session.refresher().name().toLowerCase(Locale.ROOT));
    line("Sess-Expires", session.expires() + " secs");
    line("Min-Sess", session.minimum() + " secs");
    line("RTP Engine", "asterisk");
    line("Parkinglot", PeerCells.fact(peer, "parkinglot"));
    line("Use Reason", "No");
    line("Encryption", "No");
    line("RTCP Mux", "No");
  }

  private long secondsLeft() {
    Registration registration = peer.whereabouts().registration();
    return registration == null || peer.realtime()
        ? -1
        : Math.max(0, Duration.between(Instant.now(), registration.expires()).toSeconds());
  }

  private static String orNotSet(String text) {
    return text.isEmpty() ? Cells.set(false) : text;
  }

  private void line(String label, String value) {
    out.line(String.format(Locale.ROOT, "  %-13s: %s", label, value));
  }
}
