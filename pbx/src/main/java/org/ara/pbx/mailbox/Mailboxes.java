package org.ara.pbx.mailbox;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is known of mailboxes: whoever keeps messages tells it here, and whoever has lamps to light
 * listens. Published as a service. Safe for any number of threads.
 */
public final class Mailboxes {

  private static final Logger LOG = LoggerFactory.getLogger(Mailboxes.class);
  private static final String USUAL_CONTEXT = "default";

  private final Map<String, MessageCount> counts = new ConcurrentHashMap<>();
  private final List<MailboxListener> listeners = new CopyOnWriteArrayList<>();

  /** A mailbox by its full name: {@code box} alone is in the context {@code default}. */
  public static String name(String written) {
    String plain = written.strip();
    return plain.indexOf('@') < 0 ? plain + '@' + USUAL_CONTEXT : plain;
  }

  /** What a mailbox has; empty if nobody told. */
  public Optional<MessageCount> of(String mailbox) {
    return Optional.ofNullable(counts.get(name(mailbox)));
  }

  /** What several mailboxes have together; those of which nobody told have nothing. */
  public MessageCount together(Collection<String> mailboxes) {
    return mailboxes.stream()
        .map(box -> of(box).orElse(MessageCount.NONE))
        .reduce(MessageCount.NONE, MessageCount::plus);
  }

  /** Every mailbox that something is known of, by name. */
  public SortedMap<String, MessageCount> all() {
    return new TreeMap<>(counts);
  }

  /** A mailbox has so many messages now. Those who listen are told if that is news. */
  public void tell(String mailbox, MessageCount now) {
    String name = name(mailbox);
    if (!now.equals(counts.put(name, now))) {
      changed(name, now);
    }
  }

  /** Nothing is known of a mailbox any more: it is empty for those who listen. */
  public void forget(String mailbox) {
    String name = name(mailbox);
    MessageCount before = counts.remove(name);
    if (before != null && !before.equals(MessageCount.NONE)) {
      changed(name, MessageCount.NONE);
    }
  }

  private void changed(String name, MessageCount now) {
    for (MailboxListener listener : listeners) {
      try {
        listener.changed(name, now);
      } catch (RuntimeException e) {
        LOG.error("a listener failed on mailbox {}", name, e);
      }
    }
  }

  /** Tells a listener of every change from now on. */
  public void watch(MailboxListener listener) {
    listeners.add(listener);
  }

  /** Stops telling it. */
  public void unwatch(MailboxListener listener) {
    listeners.remove(listener);
  }
}
