package org.ara.sip.transport;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.ara.sip.message.MessageParser;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The transports that are open: UDP always, others as they are configured, which a reload may
 * change. Safe for use by several threads.
 */
public final class Transports implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Transports.class);

  private record Open(InetSocketAddress asked, StreamTransport transport) {}

  private final UdpTransport udp;
  private final Flows flows;
  private final Wire wire;
  private volatile StreamLimits limits = StreamLimits.USUAL;
  private volatile @Nullable TlsContexts tls;
  private volatile Map<Protocol, Open> streams = Map.of();

  /**
   * Listens on UDP at once.
   *
   * @param flows told of connections that are closed
   * @throws TransportException if the address cannot be had
   */
  public Transports(
      InetSocketAddress udp,
      EventLoops loops,
      MessageParser parser,
      MessageListener listener,
      Flows flows)
      throws TransportException {
    this(udp, loops, parser, listener, flows, () -> Manners.USUAL);
  }

  /**
   * The same.
   *
   * @param manners how messages look and travel, in force now
   */
  public Transports(
      InetSocketAddress udp,
      EventLoops loops,
      MessageParser parser,
      MessageListener listener,
      Flows flows,
      Supplier<Manners> manners)
      throws TransportException {
    this.flows = flows;
    this.udp = new UdpTransport(udp, loops, parser, listener, manners);
    this.wire =
        new Wire(
            loops,
            parser,
            listener,
            () -> limits,
            this::contexts,
            new Admission(),
            new EndingLog(System::nanoTime),
            flows,
            manners);
  }

  private TlsContexts contexts() {
    TlsContexts now = tls;
    if (now == null) {
      throw new IllegalStateException("a secure transport is open without a certificate");
    }
    return now;
  }

  /**
   * Opens what is asked for and closes what is not; what is there already stays as it is, with its
   * connections. New connections are shown the new certificate.
   *
   * @param certificate for secure protocols; where there never was one they are not spoken
   * @return what could not be had; what was there in its place stays
   */
  public synchronized List<TransportException> use(
      Network network, Optional<TlsContexts> certificate) {
    limits = network.limits();
    udp.mark();
    certificate.ifPresent(read -> tls = read);
    Map<Protocol, Open> next = new EnumMap<>(Protocol.class);
    next.putAll(streams);
    List<TransportException> failures = new ArrayList<>();
    for (Protocol protocol : Protocol.values()) {
      InetSocketAddress asked = network.listen().get(protocol);
      if (protocol != Protocol.UDP && (asked == null || !protocol.secure() || tls != null)) {
        change(next, protocol, asked, failures);
      }
    }
    streams = Map.copyOf(next);
    return failures;
  }

  private void change(
      Map<Protocol, Open> all,
      Protocol protocol,
      @Nullable InetSocketAddress asked,
      List<TransportException> failures) {
    Open now = all.get(protocol);
    if (now != null && now.asked().equals(asked)) {
      return;
    }
    if (asked != null) {
      try {
        StreamTransport opened = new StreamTransport(protocol, asked, wire);
        LOG.info("SIP listens on {} {}", protocol, Addresses.display(opened.localAddress()));
        all.put(protocol, new Open(asked, opened));
      } catch (TransportException e) {
        failures.add(e);
        return;
      }
    } else {
      all.remove(protocol);
    }
    if (now != null) {
      now.transport().close();
    }
  }

  /** The transport of a protocol, if that is spoken. */
  public Optional<Transport> of(Protocol protocol) {
    return protocol == Protocol.UDP
        ? Optional.of(udp)
        : Optional.ofNullable(streams.get(protocol)).map(Open::transport);
  }

  /** Where UDP listens. */
  public Transport udp() {
    return udp;
  }

  /** All of them, UDP first. */
  public List<Transport> all() {
    List<Transport> all = new ArrayList<>();
    for (Protocol protocol : Protocol.values()) {
      of(protocol).ifPresent(all::add);
    }
    return all;
  }

  /** On which connections peers registered. */
  public Flows flows() {
    return flows;
  }

  /**
   * One connection, for lists.
   *
   * @param incoming whether the far end made it
   * @param seconds how long ago it was made
   */
  public record Link(Protocol protocol, InetSocketAddress remote, boolean incoming, long seconds) {}

  /** The connections that there are. */
  public List<Link> links() {
    return streams.values().stream()
        .map(Open::transport)
        .map(StreamTransport::connections)
        .flatMap(Collection::stream)
        .map(c -> new Link(c.protocol(), c.remote(), c.isAccepted(), c.age().toSeconds()))
        .toList();
  }

  @Override
  public void close() {
    streams.values().forEach(open -> open.transport().close());
    udp.close();
  }
}
