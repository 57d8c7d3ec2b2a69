package org.ara.manager.ami;

import java.net.InetSocketAddress;
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

  /** Opens what is new, then closes what is no longer asked for. A certificate is read afresh. */
  synchronized void use(Settings settings, Reception reception) throws ModuleException {
    try {
      Optional<Certificate> certificate = Optional.empty();
      if (settings.tls().isPresent()) {
        Settings.Tls wanted = settings.tls().get();
        certificate = Optional.of(Certificate.read(wanted.certificate(), wanted.key()));
      }
      Optional<Open> nextPlain =
          same(plain, settings.listen())
              ? plain
              : open(settings.listen(), Optional.empty(), reception);
      if (!nextPlain.equals(plain)) {
        plain.ifPresent(open -> open.listener().close());
        plain = nextPlain;
      }
      Optional<InetSocketAddress> tlsAddress = settings.tls().map(Settings.Tls::listen);
      tls.ifPresent(open -> open.listener().close());
      tls = Optional.empty();
      tls = open(tlsAddress, certificate, reception);
    } catch (ListenException e) {
      throw new ModuleException("manager.conf: " + e.getMessage(), e);
    }
  }

  private Optional<Open> open(
      Optional<InetSocketAddress> address, Optional<Certificate> certificate, Reception reception)
      throws ListenException {
    if (address.isEmpty()) {
      return Optional.empty();
    }
    Listener listener = new Listener(address.get(), certificate, threads, reception);
    LOG.info(
        "The manager interface listens on {} {}:{}",
        certificate.isPresent() ? "TLS" : "TCP",
        listener.address().getAddress().getHostAddress(),
        listener.address().getPort());
    return Optional.of(new Open(address.get(), listener));
  }

  private static boolean same(Optional<Open> open, Optional<InetSocketAddress> asked) {
    return open.map(Open::asked).equals(asked);
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
