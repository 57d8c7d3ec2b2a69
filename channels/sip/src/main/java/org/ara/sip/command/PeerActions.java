package org.ara.sip.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ara.module.manager.Header;
import org.ara.module.manager.ManagerAction;
import org.ara.module.manager.ManagerBoard;
import org.ara.module.manager.ManagerEvent;
import org.ara.module.manager.Permission;
import org.ara.module.manager.Permissions;
import org.ara.module.manager.Reply;
import org.ara.module.manager.Request;
import org.ara.realtime.Lookup;
import org.ara.sip.answer.State;
import org.ara.sip.peer.NatPolicy;
import org.ara.sip.peer.Peer;
import org.ara.sip.peer.PeerDirectory;
import org.ara.sip.qualify.Probes;
import org.ara.sip.qualify.Standing;
import org.ara.sip.subscribe.Notices;

/**
 * Actions about peers: {@code SIPpeers} and {@code SIPpeerstatus} list those in memory, {@code
 * SIPshowpeer} also finds rows.
 */
public final class PeerActions {

  private final Supplier<State> state;
  private final Probes probes;
  private final Notices notices;
  private final ManagerBoard board;

  private PeerActions(Supplier<State> state, Probes probes, Notices notices, ManagerBoard board) {
    this.state = state;
    this.notices = notices;
    this.probes = probes;
    this.board = board;
  }

  /** The actions of a running driver. */
  public static List<ManagerAction> of(
      Supplier<State> state, Probes probes, Notices notices, ManagerBoard board) {
    PeerActions actions = new PeerActions(state, probes, notices, board);
    return List.of(
        ManagerAction.of("SIPpeers", actions::list),
        ManagerAction.of("SIPpeerstatus", actions::status),
        ManagerAction.of("SIPqualifypeer", actions::qualify),
        ManagerAction.of("SIPshowpeer", actions::show));
  }

  private Reply list(Request request) {
    List<List<Header>> rows = state.get().peers().inMemory().stream().map(this::entry).toList();
    return Reply.list("Peer status list will follow", "PeerEntry", "PeerlistComplete", rows);
  }

  private List<Header> entry(Peer peer) {
    String address = Cells.address(peer);
    NatPolicy nat = peer.access().nat();
    return List.of(
        new Header("Channeltype", "SIP"),
        new Header("ObjectName", peer.name()),
        new Header("ChanObjectType", "peer"),
        new Header("IPaddress", address.isEmpty() ? "-none-" : address),
        Header.of("IPport", Cells.port(peer)),
        Header.yesNo("Dynamic", peer.whereabouts().dynamic()),
        Header.yesNo("AutoForcerport", nat.rport() == NatPolicy.Switch.AUTO),
        Header.yesNo("Forcerport", nat.rport() == NatPolicy.Switch.YES),
        Header.yesNo("AutoComedia", nat.comedia() == NatPolicy.Switch.AUTO),
        Header.yesNo("Comedia", nat.comedia() == NatPolicy.Switch.YES),
        new Header("VideoSupport", "no"),
        new Header("TextSupport", "no"),
        Header.yesNo("ACL", !peer.access().sources().isOpen()),
        new Header("Status", probes.standing(peer).text()),
        Header.yesNo("RealtimeDevice", peer.realtime()),
        new Header("Description", peer.calls().description()),
        new Header("Accountcode", peer.calls().accountCode()));
  }

  private Reply status(Request request) {
    Optional<String> only = request.filled("Peer");
    List<List<Header>> rows =
        state.get().peers().inMemory().stream()
            .filter(peer -> only.isEmpty() || peer.name().equals(only.get()))
            .map(this::whereabouts)
            .toList();
    return Reply.list("Peer status will follow", "PeerStatus", "SIPpeerstatusComplete", rows);
  }

  private List<Header> whereabouts(Peer peer) {
    Standing standing = probes.standing(peer);
    if (standing.monitored()) {
      return reach(peer, standing);
    }
    boolean there = peer.whereabouts().registration() != null || !peer.whereabouts().dynamic();
    return List.of(
        new Header("Privilege", "System"),
        new Header("ChannelType", "SIP"),
        new Header("Peer", "SIP/" + peer.name()),
        new Header("PeerStatus", there ? "Registered" : "Unregistered"));
  }

  private static List<Header> reach(Peer peer, Standing standing) {
    List<Header> headers =
        new ArrayList<>(
            List.of(
                new Header("Privilege", "System"),
                new Header("ChannelType", "SIP"),
                new Header("Peer", "SIP/" + peer.name()),
                new Header("PeerStatus", standing.word())));
    if (standing.millis() > 0) {
      headers.add(Header.of("Time", standing.millis()));
    }
    return headers;
  }

  private Reply qualify(Request request) {
    String name = request.text("Peer");
    if (name.isEmpty()) {
      return Reply.error("Peer: <name> missing.");
    }
    return switch (state.get().peers().named(name)) {
      case Lookup.Found<Peer>(Peer peer) -> {
        yield probes.now(peer, () -> qualified(name))
            ? Reply.success("SIP peer found - will qualify")
            : Reply.error("Peer " + name + " has no qualify, or is not registered here");
      }
      case Lookup.Absent<Peer> _ -> Reply.error("SIP peer not found");
      case Lookup.Unavailable<Peer>(var outage) -> Reply.error(outage.message());
    };
  }

  private void qualified(String name) {
    Permissions classes = Permissions.of(Permission.SYSTEM, Permission.REPORTING);
    board.tell(
        classes,
        () -> new ManagerEvent("SIPQualifyPeerDone", classes, List.of(new Header("Peer", name))));
  }

  private Reply show(Request request) {
    String name = request.text("Peer");
    if (name.isEmpty()) {
      return Reply.error("Peer: <name> missing.");
    }
    PeerDirectory directory = state.get().peers();
    return switch (directory.named(name)) {
      case Lookup.Found<Peer>(Peer peer) ->
          Reply.success(
              "", PeerHeaders.of(peer, probes.standing(peer), notices.toldOf(peer.name())));
      case Lookup.Absent<Peer> _ -> Reply.error("Peer " + name + " not found.");
      case Lookup.Unavailable<Peer>(var outage) -> Reply.error(outage.message());
    };
  }
}
