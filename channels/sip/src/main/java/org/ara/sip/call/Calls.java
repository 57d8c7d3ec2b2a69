package org.ara.sip.call;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import org.ara.pbx.HangupCause;
import org.ara.sip.message.SipResponse;

/** The calls in progress, by dialog, and every leg for lists. */
public final class Calls {

  private final Uses uses;

  private final ConcurrentMap<DialogId, Conversation> dialogs = new ConcurrentHashMap<>();
  private final ConcurrentMap<DialogId, IncomingLeg> early = new ConcurrentHashMap<>();
  private final ConcurrentMap<DialogId, OutgoingLeg> calling = new ConcurrentHashMap<>();
  private final GivenUpCalls givenUp = new GivenUpCalls();
  private final ConcurrentMap<SipLeg, Boolean> legs = new ConcurrentHashMap<>();

  /**
   * No calls yet.
   *
   * @param watch told the name of a peer whose calls changed; must be quick
   */
  public Calls(Consumer<String> watch) {
    this.uses = new Uses(watch);
  }

  /** How many calls peers have. */
  public Uses uses() {
    return uses;
  }

  void add(DialogId id, Conversation conversation) {
    dialogs.put(id, conversation);
  }

  void remove(DialogId id) {
    dialogs.remove(id);
  }

  Optional<Conversation> of(DialogId id) {
    return Optional.ofNullable(dialogs.get(id));
  }

  /** A call that came in and waits for our final response. */
  void addEarly(DialogId id, IncomingLeg leg) {
    early.put(id, leg);
  }

  void removeEarly(DialogId id) {
    early.remove(id);
  }

  Optional<IncomingLeg> early(DialogId id) {
    return Optional.ofNullable(early.get(id));
  }

  /**
   * A call that goes out, until it is over.
   *
   * @param half its dialogs' Call-ID and our tag; the far end's tag is empty
   */
  void addCalling(DialogId half, OutgoingLeg leg) {
    calling.put(half, leg);
  }

  void removeCalling(DialogId half) {
    calling.remove(half);
  }

  /** A call that ended before anybody answered; an answer may still be on its way. */
  void giveUp(DialogId half, OutgoingLeg leg) {
    givenUp.add(half, leg);
    calling.remove(half);
  }

  /** The call that a 2xx outside any transaction answers; it may be over. */
  Optional<OutgoingLeg> answered(SipResponse response) {
    String tag = response.from().tag();
    DialogId half = new DialogId(response.callId(), tag == null ? "" : tag, "");
    return Optional.ofNullable(calling.get(half)).or(() -> givenUp.of(half));
  }

  Optional<OutgoingLeg> calling(DialogId id) {
    return Optional.ofNullable(calling.get(id.half()));
  }

  void add(SipLeg leg) {
    legs.put(leg, true);
  }

  void remove(SipLeg leg) {
    legs.remove(leg);
  }

  Collection<SipLeg> legs() {
    return List.copyOf(legs.keySet());
  }

  /** The legs as lists show them. */
  public List<CallView> views() {
    return legs().stream().map(SipLeg::view).toList();
  }

  /** Hangs every call up; the driver stops. */
  public void endAll() {
    legs().forEach(leg -> leg.hangup(HangupCause.NORMAL_CLEARING));
  }
}
