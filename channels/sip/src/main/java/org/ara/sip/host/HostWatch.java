package org.ara.sip.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.ara.sip.route.Router;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps {@link KnownHosts} up to date in the background: every five seconds, where name servers are
 * asked only for what does not hold any more.
 */
public final class HostWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HostWatch.class);

  private static final int PAUSE_SECONDS = 5;
  private static final int AT_ONCE = 32;

  private final KnownHosts hosts;
  private final Router router;
  private final BlockingQueue<Boolean> wishes = new LinkedBlockingQueue<>(1);
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final Thread worker;

  /** A watch that begins at once. */
  public HostWatch(KnownHosts hosts, Router router) {
    this.hosts = hosts;
    this.router = router;
    this.worker = Thread.ofVirtual().name("sip-hosts").start(this::run);
  }

  /** Looks at once: there are others than before. */
  public void changed() {
    wishes.offer(true);
  }

  private void run() {
    try {
      while (true) {
        look(hosts.hosts());
        wishes.poll(PAUSE_SECONDS, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look(Map<String, NamedHost> all) throws InterruptedException {
    List<Thread> asking = new ArrayList<>();
    for (Map.Entry<String, NamedHost> one : all.entrySet()) {
      places.acquire();
      asking.add(
          Thread.ofVirtual().name("sip-hosts-one").start(() -> look(one.getKey(), one.getValue())));
    }
    for (Thread one : asking) {
      one.join();
    }
  }

  private void look(String peer, NamedHost host) {
    try {
      hosts.found(peer, host, router.addresses(host.name(), host.port(), host.protocols()));
    } catch (RuntimeException e) {
      LOG.error("host '{}' was not looked up by a fault of ours", host.name(), e);
    } finally {
      places.release();
    }
  }

  @Override
  public void close() {
    worker.interrupt();
  }
}
