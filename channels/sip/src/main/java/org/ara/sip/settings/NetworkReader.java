package org.ara.sip.settings;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ara.config.Origin;
import org.ara.config.Problem;
import org.ara.config.option.Option;
import org.ara.config.option.OptionValues;
import org.ara.sip.peer.Addresses;
import org.ara.sip.transport.Network;
import org.ara.sip.transport.Protocol;
import org.ara.sip.transport.StreamLimits;
import org.ara.sip.transport.TlsFiles;

/** Reads where to listen from {@code [general]}. */
final class NetworkReader {

  private static final int TLS_PORT = 5061;
  private static final int WS_PORT = 8088;
  private static final int WSS_PORT = 8089;

  private final OptionValues values;
  private final List<Problem> problems;

  NetworkReader(OptionValues values, List<Problem> problems) {
    this.values = values;
    this.problems = problems;
  }

  /** Where UDP listens. */
  InetSocketAddress udp() {
    int port = values.get(GeneralOptions.PORT);
    String text = values.get(GeneralOptions.ADDRESS);
    return address(text, port)
        .orElseGet(
            () -> {
              complain("udpbindaddr: '" + text + "' is not address or address:port; 0.0.0.0 holds");
              return new InetSocketAddress(port);
            });
  }

  /** Where connections are taken in. */
  Network network(InetSocketAddress udp) {
    Optional<TlsFiles> tls = tls();
    Map<Protocol, InetSocketAddress> listen = new EnumMap<>(Protocol.class);
    if (values.get(NetworkOptions.TCP)) {
      listen.put(Protocol.TCP, or(NetworkOptions.TCP_ADDRESS, udp, udp.getPort()));
    }
    if (values.get(NetworkOptions.TLS) && needs(tls, NetworkOptions.TLS)) {
      listen.put(Protocol.TLS, or(NetworkOptions.TLS_ADDRESS, udp, TLS_PORT));
    }
    if (values.get(NetworkOptions.WS)) {
      listen.put(Protocol.WS, or(NetworkOptions.WS_ADDRESS, udp, WS_PORT));
    }
    if (values.get(NetworkOptions.WSS) && needs(tls, NetworkOptions.WSS)) {
      listen.put(Protocol.WSS, or(NetworkOptions.WSS_ADDRESS, udp, WSS_PORT));
    }
    return new Network(listen, tls, limits());
  }

  private boolean needs(Optional<TlsFiles> tls, Option<Boolean> option) {
    if (tls.isEmpty()) {
      complain(option.name() + ": there is no tlscertfile; name one, or it is not spoken");
    }
    return tls.isPresent();
  }

  private Optional<TlsFiles> tls() {
    return values
        .find(NetworkOptions.CERTIFICATE)
        .map(
            certificate ->
                new TlsFiles(
                    Path.of(certificate),
                    Path.of(values.find(NetworkOptions.KEY).orElse(certificate)),
                    values
                        .find(NetworkOptions.AUTHORITY_FILE)
                        .or(() -> values.find(NetworkOptions.AUTHORITY_DIRECTORY))
                        .map(Path::of),
                    values.get(NetworkOptions.VERIFY_CLIENT),
                    !values.get(NetworkOptions.DO_NOT_VERIFY_SERVER)));
  }

  private StreamLimits limits() {
    StreamLimits usual = StreamLimits.USUAL;
    return new StreamLimits(
        values.get(NetworkOptions.MOST),
        values.get(NetworkOptions.PER_SOURCE),
        values.get(NetworkOptions.STRANGERS),
        values.get(NetworkOptions.PROVING),
        usual.finishing(),
        values.get(NetworkOptions.IDLE),
        usual.connecting(),
        usual.unread());
  }

  private InetSocketAddress or(Option<String> option, InetSocketAddress udp, int port) {
    InetSocketAddress usual = new InetSocketAddress(udp.getAddress(), port);
    Optional<String> text = values.find(option);
    if (text.isEmpty()) {
      return usual;
    }
    return address(text.get(), port)
        .orElseGet(
            () -> {
              complain(
                  "%s: '%s' is not address or address:port; %s holds"
                      .formatted(
                          option.name(),
                          text.get(),
                          org.ara.sip.transport.Addresses.display(usual)));
              return usual;
            });
  }

  private void complain(String message) {
    problems.add(Problem.warning(new Origin("sip.conf", 0), "[general] " + message));
  }

  /** An address with or without a port, IPv6 in brackets where it has one. */
  static Optional<InetSocketAddress> address(String written, int usualPort) {
    String text = written.strip();
    Optional<InetAddress> plain = Addresses.literal(text);
    if (plain.isPresent()) {
      return plain.map(address -> new InetSocketAddress(address, usualPort));
    }
    int colon = text.lastIndexOf(':');
    String number = text.substring(colon + 1);
    return colon >= 0 && number.matches("[0-9]{1,5}") && Integer.parseInt(number) <= 65_535
        ? Addresses.literal(text.substring(0, colon))
            .map(address -> new InetSocketAddress(address, Integer.parseInt(number)))
        : Optional.empty();
  }
}
