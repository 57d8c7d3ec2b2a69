package org.ara.sip.registrar;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.ara.pbx.dialplan.LiveExtensions;
import org.ara.sip.answer.State;
import org.ara.sip.peer.Peer;

/**
 * Has extensions exist in {@code regcontext} for as long as peers are registered at this server:
 * those of {@code regexten}, be the peer a section or a row.
 */
public final class RegisteredExtensions implements RegistrationListener {

  private static final String REGISTRAR = "SIP";

  private final Supplier<State> state;
  private final LiveExtensions live;
  private final ConcurrentMap<String, List<Entry>> entries = new ConcurrentHashMap<>();

  /** An extension of a peer; in no context of its own if that is empty. */
  private record Entry(String context, String extension) {
    static Entry parse(String text) {
      int at = text.indexOf('@');
      return at < 0
          ? new Entry("", text)
          : new Entry(text.substring(at + 1).strip(), text.substring(0, at).strip());
    }

    Entry in(String usual) {
      return context.isEmpty() ? new Entry(usual, extension) : this;
    }
  }

  /** None yet. */
  public RegisteredExtensions(Supplier<State> state, LiveExtensions live) {
    this.state = state;
    this.live = live;
  }

  @Override
  public void registered(Peer peer) {
    List<String> contexts = state.get().settings().registeredContexts();
    if (contexts.isEmpty()) {
      ended(peer.name());
      return;
    }
    List<String> names = peer.terms().extensions();
    List<Entry> wanted =
        (names.isEmpty() ? List.of(peer.name()) : names)
            .stream()
                .map(Entry::parse)
                .filter(entry -> !entry.extension().isEmpty())
                .map(entry -> entry.in(contexts.getFirst()))
                .toList();
    entries.compute(
        peer.name(),
        (name, before) -> {
          if (before != null && !before.equals(wanted)) {
            remove(name, before.stream().filter(entry -> !wanted.contains(entry)).toList());
          }
          if (!wanted.equals(before)) {
            wanted.forEach(e -> live.add(e.context(), e.extension(), name, REGISTRAR));
          }
          return wanted;
        });
  }

  @Override
  public void found(Peer peer, int company) {
    if (!entries.containsKey(peer.name())) {
      registered(peer);
    }
  }

  @Override
  public void ended(String name) {
    entries.computeIfPresent(
        name,
        (_, gone) -> {
          remove(name, gone);
          return null;
        });
  }

  /** The configuration changed: peers of sections as they are now, those of rows when they come. */
  public void configured(Iterable<Peer> peers) {
    if (state.get().settings().registeredContexts().isEmpty()) {
      close();
      return;
    }
    for (Peer peer : peers) {
      if (peer.whereabouts().registration() != null) {
        registered(peer);
      }
    }
  }

  /** Takes all of them away. */
  public void close() {
    new ArrayList<>(entries.keySet()).forEach(this::ended);
  }

  private void remove(String name, List<Entry> gone) {
    gone.forEach(entry -> live.remove(entry.context(), entry.extension(), name));
  }
}
