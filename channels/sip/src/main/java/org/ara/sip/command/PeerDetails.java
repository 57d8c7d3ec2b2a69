package org.ara.sip.command;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.ara.module.Command.Output;
import org.ara.sip.answer.State;
import org.ara.sip.digest.Credential;
import org.ara.sip.peer.Insecure;
import org.ara.sip.peer.Peer;
import org.ara.sip.peer.Registration;
import org.ara.sip.peer.SessionPolicy;
import org.ara.sip.qualify.Standing;

/** Prints one peer line by line, under the labels that scripts look for. */
final class PeerDetails {

  private final Peer peer;
  private final State state;
  private final Standing standing;
  private final Output out;

  PeerDetails(Peer peer, State state, Standing standing, Output out) {
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
    line("Remote Secret", Cells.set(false));
    line("Context", peer.calls().context());
    line("Record On feature ", "automon");
    line("Record Off feature ", "automon");
    line("Subscr.Cont.", Cells.set(false));
    line("Language", peer.calls().language());
    line("Tonezone", Cells.set(false));
  }

  private void calls() {
    if (!peer.calls().accountCode().isEmpty()) {
      line("Accountcode", peer.calls().accountCode());
    }
    line("AMA flags", "Unknown");
    line("Transfer mode", peer.policy().transfers() ? "open" : "closed");
    line("CallingPres", "Presentation Allowed, Not Screened");
    if (!peer.calls().fromUser().isEmpty()) {
      line("FromUser", peer.calls().fromUser());
    }
    if (!peer.calls().fromDomain().isEmpty()) {
      line("FromDomain", peer.calls().fromDomain());
    }
    for (String label : "Callgroup,Pickupgroup,Named Callgr,Nam. Pickupgr".split(",", -1)) {
      line(label, "");
    }
    line("MOH Suggest", "");
    line("Mailbox", "");
    line("VM Extension", "asterisk");
    line("LastMsgsSent", "0/0");
    line("Call limit", Integer.toString(peer.policy().limit()));
    if (peer.policy().busyLevel() > 0) {
      line("Busy level", Integer.toString(peer.policy().busyLevel()));
    }
    line("Max forwards", "0");
    line("Dynamic", Cells.yesNo(peer.whereabouts().dynamic()));
    line("Callerid", Cells.callerId(peer.calls().callerId()));
    line("MaxCallBR", "384 kbps");
    line("Expire", Long.toString(secondsLeft()));
  }

  private void access() {
    line("Insecure", insecure(peer.access().insecure()));
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
    for (String label :
        ("DirectMedia,PromiscRedir,User=Phone,Video Support,Text Support,Ign SDP ver,"
                + "Trust RPID,Send RPID,Path support")
            .split(",", -1)) {
      line(label, "No");
    }
    line("Path", "N/A");
    line("TrustIDOutbnd", "Legacy");
    line("Subscriptions", "Yes");
    line("Overlap dial", "Yes");
    line("DTMFmode", peer.media().keys().label());
    line("Timer T1", "500");
    line("Timer B", "32000");
  }

  private void address() {
    String address = Cells.address(peer);
    String defaultIp = peer.whereabouts().defaultIp();
    Registration registration = peer.whereabouts().registration();
    line("ToHost", peer.whereabouts().host());
    line("Addr->IP", address.isEmpty() ? "(null)" : address + ':' + Cells.port(peer));
    line("Defaddr->IP", defaultIp.isEmpty() ? "(null)" : defaultIp);
    line("Prim.Transp.", "UDP");
    line("Allowed.Trsp", "UDP");
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
    line("Sess-Timers", title(session.mode().name()));
    line("Sess-Refresh", session.refresher().name().toLowerCase(Locale.ROOT));
    line("Sess-Expires", session.expires() + " secs");
    line("Min-Sess", session.minimum() + " secs");
    line("RTP Engine", "asterisk");
    line("Parkinglot", "");
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

  private static String title(String name) {
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }

  private static String insecure(Set<Insecure> words) {
    return words.isEmpty()
        ? "no"
        : words.stream()
            .sorted()
            .map(word -> word.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(","));
  }

  private void line(String label, String value) {
    out.line(String.format(Locale.ROOT, "  %-13s: %s", label, value));
  }
}
