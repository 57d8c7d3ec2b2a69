package org.ara.sip.command;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ara.module.manager.Header;
import org.ara.pbx.mailbox.MessageCount;
import org.ara.sip.digest.Credential;
import org.ara.sip.peer.NatPolicy;
import org.ara.sip.peer.Peer;
import org.ara.sip.peer.Registration;
import org.ara.sip.peer.SessionPolicy;
import org.ara.sip.qualify.Standing;

/** One peer as the answer to {@code SIPshowpeer}: its headers in the order that clients know. */
final class PeerHeaders {

  private final Peer peer;
  private final MessageCount told;
  private final List<Header> headers = new ArrayList<>();

  private PeerHeaders(Peer peer, MessageCount told) {
    this.peer = peer;
    this.told = told;
  }

  static List<Header> of(Peer peer, Standing standing, MessageCount told) {
    PeerHeaders all = new PeerHeaders(peer, told);
    all.identity();
    all.calls();
    all.media();
    all.place(standing);
    return all.headers;
  }

  private void identity() {
    Credential secret = peer.incoming().orElse(null);
    add("Channeltype", "SIP");
    add("ObjectName", peer.name());
    add("ChanObjectType", "peer");
    letter("SecretExist", secret instanceof Credential.Password);
    letter("RemoteSecretExist", PeerCells.hasRemoteSecret(peer));
    letter("MD5SecretExist", secret instanceof Credential.Hashes);
    add("Context", peer.calls().context());
    filled("SubscribeContext", peer.watching().context());
    add("Language", peer.calls().language());
    add("ToneZone", orNotSet(PeerCells.fact(peer, "tonezone")));
    filled("Accountcode", peer.calls().accountCode());
    add("AMAflags", PeerCells.amaFlags(peer));
    add("CID-CallingPres", PeerCells.presentation(peer.calls().callerId().presentation()));
    filled("SIP-FromUser", peer.calls().fromUser());
    filled("SIP-FromDomain", peer.calls().fromDomain());
  }

  private void calls() {
    add("Callgroup", PeerCells.fact(peer, "callgroup"));
    add("Pickupgroup", PeerCells.fact(peer, "pickupgroup"));
    add("Named Callgroup", PeerCells.fact(peer, "namedcallgroup"));
    add("Named Pickupgroup", PeerCells.fact(peer, "namedpickupgroup"));
    add("MOHSuggest", PeerCells.fact(peer, "mohsuggest"));
    add("VoiceMailbox", String.join(",", peer.mail().mailboxes()));
    add("TransferMode", peer.policy().transfers() ? "open" : "closed");
    add("Maxforwards", Integer.toString(PeerCells.maxForwards(peer)));
    add("LastMsgsSent", Integer.toString(told.fresh() << 16 | told.old()));
    add("Call-limit", Integer.toString(peer.policy().limit()));
    add("Busy-level", Integer.toString(peer.policy().busyLevel()));
    add("MaxCallBR", "384 kbps");
    letter("Dynamic", peer.whereabouts().dynamic());
    add("Callerid", Cells.callerId(peer.calls().callerId()));
    add("RegExpire", secondsLeft() + " seconds");
    add("SIP-AuthInsecure", PeerCells.insecure(peer.access().insecure()));
    add("SIP-Forcerport", letter(peer.access().nat().rport()));
    add("SIP-Comedia", letter(peer.access().nat().comedia()));
    letter("ACL", !peer.access().sources().isOpen());
  }

  private void media() {
    SessionPolicy session = peer.policy().session();
    letter("SIP-DirectMedia", false);
    letter("SIP-PromiscRedir", peer.policy().redirects());
    letter("SIP-UserPhone", peer.style().phone());
    letter("SIP-VideoSupport", false);
    letter("SIP-TextSupport", false);
    letter("SIP-T.38Support", false);
    add("SIP-T.38EC", "Unknown");
    add("SIP-T.38MaxDtgrm", "4294967295");
    add("SIP-Sess-Timers", PeerCells.title(session.mode().name()));
    add("SIP-Sess-Refresh", session.refresher().name().toLowerCase(Locale.ROOT));
    add("SIP-Sess-Expires", Integer.toString(session.expires()));
    add("SIP-Sess-Min", Integer.toString(session.minimum()));
    add("SIP-RTP-Engine", "asterisk");
    letter("SIP-Encryption", false);
    letter("SIP-RTCP-Mux", false);
    add("SIP-DTMFmode", peer.media().keys().label());
  }

  private void place(Standing standing) {
    String address = Cells.address(peer);
    String usual = peer.whereabouts().defaultIp();
    Registration registration = peer.whereabouts().registration();
    add("ToHost", peer.whereabouts().host());
    add("Address-IP", address.isEmpty() ? "(null)" : address);
    add("Address-Port", Integer.toString(Cells.port(peer)));
    add("Default-addr-IP", usual.isEmpty() ? "(null)" : usual);
    add("Default-addr-port", usual.isEmpty() ? "0" : Integer.toString(peer.whereabouts().port()));
    add("Default-Username", Cells.user(peer));
    filled("RegExtension", PeerCells.extensions(peer));
    add("Codecs", Cells.codecs(peer));
    add("Status", standing.text());
    add("SIP-Useragent", registration == null ? "" : registration.userAgent());
    add("Reg-Contact", registration == null ? "" : registration.contact());
    add("QualifyFreq", peer.upkeep().frequency() * 1000L + " ms");
    add("Parkinglot", PeerCells.fact(peer, "parkinglot"));
    PeerCells.variables(peer).forEach(set -> add("ChanVariable", set));
    letter("SIP-Use-Reason-Header", false);
    add("Description", peer.calls().description());
  }

  private long secondsLeft() {
    Registration registration = peer.whereabouts().registration();
    return registration == null
        ? -1
        : Math.max(0, Duration.between(Instant.now(), registration.expires()).toSeconds());
  }

  private static String orNotSet(String text) {
    return text.isEmpty() ? Cells.set(false) : text;
  }

  private static String letter(NatPolicy.Switch policy) {
    return switch (policy) {
      case YES -> "Y";
      case NO -> "N";
      case AUTO -> "A";
    };
  }

  private void letter(String name, boolean value) {
    add(name, value ? "Y" : "N");
  }

  private void filled(String name, String value) {
    if (!value.isEmpty()) {
      add(name, value);
    }
  }

  private void add(String name, String value) {
    headers.add(new Header(name, value));
  }
}
