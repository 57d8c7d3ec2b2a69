package org.ara.sip.command;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.ara.config.access.AccessRule;
import org.ara.module.Command;
import org.ara.pbx.media.Codec;
import org.ara.sip.answer.State;
import org.ara.sip.peer.CallStyle;
import org.ara.sip.peer.NatPolicy;
import org.ara.sip.peer.PeerDefaults;
import org.ara.sip.peer.RowLife;
import org.ara.sip.settings.Recognition;
import org.ara.sip.settings.SipSettings;
import org.ara.sip.transport.Addresses;
import org.ara.sip.transport.Outside;
import org.ara.sip.transport.Protocol;

/** {@code sip show settings}: what {@code [general]} amounts to, section by section. */
final class ShowSettings implements Command {

  private final Supplier<State> state;

  ShowSettings(Supplier<State> state) {
    this.state = state;
  }

  @Override
  public List<String> words() {
    return List.of("sip", "show", "settings");
  }

  @Override
  public String summary() {
    return "Show SIP global settings";
  }

  @Override
  public String usage() {
    return """
        Usage: sip show settings
               Provides detailed list of the configuration of the SIP channel.""";
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    if (!arguments.isEmpty()) {
      return Status.USAGE;
    }
    State now = state.get();
    Sheet sheet = new Sheet(out);
    out.line("");
    out.line("");
    global(now, sheet);
    network(now.settings(), sheet);
    defaults(now.settings().peerDefaults(), sheet);
    if (now.peers().hasRealtime()) {
      realtime(now, sheet);
    }
    out.line("");
    out.line("----");
    return Status.SUCCESS;
  }

  private static void global(State now, Sheet sheet) {
    SipSettings settings = now.settings();
    Recognition known = settings.recognition();
    PeerDefaults peers = settings.peerDefaults();
    sheet.heading("Global Settings:");
    sheet.line("UDP Bindaddress", Addresses.display(settings.listen()));
    for (Protocol protocol : List.of(Protocol.TCP, Protocol.TLS, Protocol.WS, Protocol.WSS)) {
      InetSocketAddress listen = settings.network().listen().get(protocol);
      sheet.line(
          protocol + " SIP Bindaddress", listen == null ? "Disabled" : Addresses.display(listen));
    }
    sheet.line("Videosupport", "No");
    sheet.line("Textsupport", "No");
    sheet.line("Match Auth Username", known.byProof());
    sheet.line("Allow unknown access", settings.allowGuest());
    sheet.line("Allow subscriptions", peers.watching().allowed());
    sheet.line("Allow overlap dialing", peers.policy().overlap());
    sheet.line("Allow promisc. redir", peers.policy().redirects());
    sheet.line("Enable call counters", "Yes");
    sheet.line("SIP domain support", !known.domains().contexts().isEmpty());
    sheet.line("Path support", peers.terms().path());
    sheet.line("Our auth realm", settings.realm());
    sheet.line("Use domains as realms", known.domains().asRealm());
    sheet.line("Call to non-local dom.", known.domains().others());
    sheet.line("URI user is phone no", peers.style().phone());
    sheet.line("Always auth rejects", settings.alwaysReject());
    sheet.line("User Agent", settings.userAgent());
    sheet.line("SDP Session Name", settings.media().session());
    sheet.line("SDP Owner Name", settings.media().owner());
    List<String> contexts = settings.registeredContexts();
    sheet.line("Reg. context", contexts.isEmpty() ? "(not set)" : String.join("&", contexts));
    sheet.line("Trust RPID", peers.style().trusted());
    sheet.line("Send RPID", peers.style().identity() != CallStyle.Identity.NONE);
    sheet.line("Auth. Failure Events", known.told() ? "On" : "Off");
    sheet.line("T.38 support", "No");
    sheet.line("SIP realtime", now.peers().hasRealtime() ? "Enabled" : "Disabled");
  }

  private static void network(SipSettings settings, Sheet sheet) {
    PeerDefaults peers = settings.peerDefaults();
    Outside outside = settings.manners().outside();
    sheet.heading("Network QoS Settings:");
    sheet.line("IP ToS SIP", Integer.toString(settings.manners().trafficClass()));
    sheet.line("IP ToS RTP audio", Integer.toString(settings.media().trafficClass()));
    sheet.heading("Network Settings:");
    String remapping = outside == Outside.NONE ? "Disabled, no externaddr" : "Enabled";
    sheet.line("SIP address remapping", remapping);
    sheet.line(
        "Externaddr",
        outside.external().get().map(address -> address.getHostAddress()).orElse("(null)"));
    outside.near().rules().stream()
        .filter(AccessRule::permit)
        .forEach(
            rule -> sheet.line("Localnet", rule.network().getHostAddress() + '/' + rule.bits()));
    sheet.line(
        "Media address",
        settings.media().address().isEmpty() ? "(none)" : settings.media().address());
    sheet.heading("Global Signalling Settings:");
    sheet.line("Codecs", codecs(peers));
    sheet.line("Compact SIP headers", settings.manners().compact());
    sheet.line("RTP Keepalive", seconds(peers.policy().keepAlive()));
    sheet.line("RTP Timeout", seconds(peers.policy().silence()));
    sheet.line("RTP Hold Timeout", seconds(peers.policy().heldSilence()));
    sheet.line("Reg. min duration", settings.minExpiry().toSeconds() + " secs");
    sheet.line("Reg. max duration", settings.maxExpiry().toSeconds() + " secs");
    sheet.line("Reg. default duration", settings.defaultExpiry().toSeconds() + " secs");
    sheet.line("Max forwards", Integer.toString(peers.style().hops()));
  }

  private static String codecs(PeerDefaults peers) {
    return peers.codecs().stream().map(Codec::label).collect(Collectors.joining("|", "(", ")"));
  }

  private static String seconds(int number) {
    return number == 0 ? "0 (Disabled)" : number + " secs";
  }

  private static void defaults(PeerDefaults peers, Sheet sheet) {
    sheet.heading("Default Settings:");
    sheet.line("Allowed transports", PeerCells.transports(peers.transports()));
    sheet.line("Outbound transport", peers.transports().getFirst().name());
    sheet.line("Context", peers.context());
    sheet.line("Force rport", nat(peers.nat().rport()));
    sheet.line("Symmetric RTP", nat(peers.nat().comedia()));
    sheet.line("DTMF", peers.keys().label());
    sheet.line("Qualify", Integer.toString(peers.upkeep().limit()));
    sheet.line("Keepalive", Integer.toString(peers.upkeep().keepAlive()));
    sheet.line("Language", peers.language());
    sheet.line("Session timers", PeerCells.title(peers.policy().session().mode().name()));
  }

  private static String nat(NatPolicy.Switch policy) {
    return switch (policy) {
      case YES -> "Yes";
      case NO -> "No";
      case AUTO -> "Auto (No)";
    };
  }

  private static void realtime(State now, Sheet sheet) {
    RowLife rows = now.settings().rows();
    long seconds = rows.lifetime().toSeconds();
    sheet.heading("Realtime SIP Settings:");
    sheet.line("Realtime Peers", "Yes");
    sheet.line("Realtime Regs", now.peers().hasRegistrationsApart());
    sheet.line("Cache Friends", rows.keep());
    sheet.line("Update", rows.writeBack());
    sheet.line("Ignore Reg. Expire", now.settings().peerDefaults().ignoreExpiry());
    sheet.line("Save sys. name", !now.settings().regServer().isEmpty());
    sheet.line("Save path header", rows.savePath());
    sheet.line("Auto Clear", seconds == 0 ? "120 (Disabled)" : seconds + " (Enabled)");
  }

  /** Lines under headings. */
  private record Sheet(Output out) {
    void heading(String text) {
      out.line("");
      out.line(text);
      out.line("-".repeat(text.length()));
    }

    void line(String label, boolean value) {
      line(label, Cells.yesNo(value));
    }

    void line(String label, String value) {
      out.line("  %-23s %s", label + ":", value);
    }
  }
}
