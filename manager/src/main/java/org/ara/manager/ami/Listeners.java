package org.ara.manager.ami;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ara.manager.ami.account.Settings;
import org.ara.manager.ami.wire.Certificate;
import org.ara.manager.ami.wire.ListenException;
import org.ara.manager.ami.wire.Listener;
import org.ara.manager.ami.wire.Reception;
import org.ara.manager.ami.wire.WireThreads;
import org.ara.module.ModuleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The listeners that settings ask for; those that stay the same are kept open. */
final class Listeners implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

  private record Open(InetSocketAddress asked, Listener listener) {}

  private final WireThreads threads;
  private Optional<Open> plain = Optional.empty();
  private Optional<Open> tls = Optional.empty();

  Listeners(WireThreads threads) {
    this.threads = threads;
  }

  /**
   * The certificate that settings name, read afresh; empty if they want no TLS.
   *
   * @throws ModuleException if it cannot be used
   */
  static Optional<Certificate> certificate(Settings settings) throws ModuleException {
    if (settings.tls().isEmpty()) {
      return Optional.empty();
    }
    try {
      Settings.Tls wanted = settings.tls().get();
      return Optional.of(Certificate.read(wanted.certificate(), wanted.key()));
    } catch (ListenException e) {
      throw unusable(e);
    }
  }

  /**
   * Opens what is new, then closes what is no longer asked for.
   *
   * @param certificate for TLS; without one there is none
   * @throws ModuleException if an address cannot be had; what was open in its place stays open
   */
  synchronized void use(Settings settings, Optional<Certificate> certificate, Reception reception)
      throws ModuleException {
    List<ListenException> failures = new ArrayList<>();
    plain = changed(plain, settings.listen(), Optional.empty(), reception, failures);
    Optional<InetSocketAddress> tlsAddress =
        settings.tls().filter(wanted -> certificate.isPresent()).map(Settings.Tls::listen);
    tls = changed(tls, tlsAddress, certificate, reception, failures);
    tls.ifPresent(open -> certificate.ifPresent(open.listener()::show));
    if (!failures.isEmpty()) {
      throw unusable(failures.getFirst());
    }
  }

  private Optional<Open> changed(
      Optional<Open> now,
      Optional<InetSocketAddress> asked,
      Optional<Certificate> certificate,
      Reception reception,
      List<ListenException> failures) {
    if (now.map(Open::asked).equals(asked)) {
      return now;
    }
    if (asked.isEmpty()) {
      now.ifPresent(open -> open.listener().close());
      return Optional.empty();
    }
    boolean inTheWay =
        now.map(open -> open.asked().getPort()).equals(Optional.of(asked.get().getPort()));
    if (inTheWay) {
      now.ifPresent(open -> open.listener().close());
    }
    try {
      Optional<Open> next = Optional.of(open(asked.get(), certificate, reception));
      now.ifPresent(open -> open.listener().close());
      return next;
    } catch (ListenException e) {
      failures.add(e);
      return inTheWay
          ? changed(Optional.empty(), now.map(Open::asked), certificate, reception, failures)
          : now;
    }
  }

  private Open open(
      InetSocketAddress address, Optional<Certificate> certificate, Reception reception)
      throws ListenException {
    Listener listener = new Listener(address, certificate, threads, reception);
    LOG.info(
        "The manager interface listens on {} {}:{}",
        certificate.isPresent() ? "TLS" : "TCP",
        listener.address().getAddress().getHostAddress(),
        listener.address().getPort());
    return new Open(address, listener);
  }

  private static ModuleException unusable(ListenException why) {
    return new ModuleException("manager.conf: " + why.getMessage(), why);
  }

  synchronized Optional<InetSocketAddress> plain() {
    return plain.map(open -> open.listener().address());
  }

  synchronized Optional<InetSocketAddress> tls() {
    return tls.map(open -> open.listener().address());
  }

  @Override
  public synchronized void close() {
    plain.ifPresent(open -> open.listener().close());
    tls.ifPresent(open -> open.listener().close());
  }
}
