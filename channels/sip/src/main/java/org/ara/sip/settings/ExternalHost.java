package org.ara.sip.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The address behind a name that may change, such as that of a dynamic connection: asked for once
 * in a while, and never waited for by those who use it.
 */
final class ExternalHost implements Supplier<Optional<InetAddress>> {

  private static final Logger LOG = LoggerFactory.getLogger(ExternalHost.class);

  private final String name;
  private final long period;
  private final AtomicBoolean asking = new AtomicBoolean();
  private volatile Optional<InetAddress> known;
  private volatile long asked;

  /** A host, asked for at once; blocks while the name server works. */
  ExternalHost(String name, Duration refresh) {
    this.name = name;
    this.period = refresh.toNanos();
    this.known = ask();
    this.asked = System.nanoTime();
  }

  @Override
  public Optional<InetAddress> get() {
    if (System.nanoTime() - asked > period && asking.compareAndSet(false, true)) {
      Thread.ofVirtual().name("sip-externhost").start(this::refresh);
    }
    return known;
  }

  private void refresh() {
    Optional<InetAddress> now = ask();
    if (now.isPresent() && !now.equals(known)) {
      LOG.info("externhost '{}' is {} now", name, now.get().getHostAddress());
      known = now;
    }
    asked = System.nanoTime();
    asking.set(false);
  }

  private Optional<InetAddress> ask() {
    try {
      return Optional.of(InetAddress.getByName(name));
    } catch (UnknownHostException e) {
      LOG.warn("externhost '{}' is unknown to the name server; what was known of it holds", name);
      return Optional.empty();
    }
  }
}
