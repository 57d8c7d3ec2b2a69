package org.ara.sip.settings;

import java.net.InetAddress;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ara.config.Origin;
import org.ara.config.Problem;
import org.ara.config.access.AccessList;
import org.ara.config.access.AccessRule;
import org.ara.config.option.Option;
import org.ara.config.option.OptionTable;
import org.ara.config.option.OptionType;
import org.ara.config.option.OptionTypes;
import org.ara.config.option.OptionValues;
import org.ara.sip.transport.Manners;
import org.ara.sip.transport.Outside;
import org.ara.sip.transport.Protocol;

/** The options of {@code [general]} about how this server looks to networks: {@link Manners}. */
final class OutsideSettings {

  static final Option<String> ADDRESS =
      Option.of("externaddr", OptionTypes.text())
          .alias("externip")
          .documented("`address[:port]` of this server as those beyond its own NAT see it.");
  static final Option<String> HOST =
      Option.of("externhost", OptionTypes.text())
          .documented("`host[:port]`, a name instead of externaddr, asked for again and again.");
  static final Option<Duration> REFRESH =
      Option.of("externrefresh", OptionTypes.duration(ChronoUnit.SECONDS, 1, 86_400))
          .defaultsTo(Duration.ofSeconds(10))
          .documented("Seconds between two such questions.");
  static final Option<Integer> TCP_PORT =
      Option.of("externtcpport", OptionTypes.port())
          .documented("The port for TCP as those see it; as here where not set.");
  static final Option<Integer> TLS_PORT =
      Option.of("externtlsport", OptionTypes.port())
          .documented("The port for TLS as those see it; as here where not set.");
  static final Option<List<AccessRule>> NEAR =
      Option.of(
              "localnet",
              OptionType.of(
                  "a list of address, address/bits or address/mask",
                  text -> AccessRule.parseAll(true, text)))
          .repeatable()
          .documented("Networks on this side of the NAT; private addresses where none is named.");
  static final Option<String> MEDIA =
      Option.of("media_address", OptionTypes.text())
          .documented("Address at which media is to reach this server, whoever the far end is.");
  static final Option<Boolean> COMPACT =
      Option.of("compactheaders", OptionTypes.yesNo())
          .defaultsTo(false)
          .documented("Whether headers are sent with their short names.");
  static final Option<Integer> SIGNALLING_CLASS =
      Option.of(
              "tos_sip",
              OptionType.of("CS0 to CS7, AF11 to AF43, EF, or a number", TrafficClass::parse))
          .defaultsTo(0)
          .documented("Traffic class of SIP packets: `CS3`, or the octet as a number (`0x60`).");
  static final Option<Integer> MEDIA_CLASS =
      Option.of(
              "tos_audio",
              OptionType.of("CS0 to CS7, AF11 to AF43, EF, or a number", TrafficClass::parse))
          .defaultsTo(0)
          .documented("Traffic class of media packets: `EF`, say.");

  static final Option<String> SESSION =
      Option.of("sdpsession", OptionTypes.text())
          .defaultsTo("Ara")
          .documented("The name of sessions in descriptions of media.");
  static final Option<String> OWNER =
      Option.of(
              "sdpowner",
              OptionType.of(
                  "a word", text -> Optional.of(text.strip()).filter(t -> t.matches("\\S+"))))
          .defaultsTo("-")
          .documented("Who makes sessions, in descriptions of media.");

  static final OptionTable TABLE =
      OptionTable.of(
          ADDRESS,
          HOST,
          REFRESH,
          TCP_PORT,
          TLS_PORT,
          NEAR,
          MEDIA,
          COMPACT,
          SIGNALLING_CLASS,
          MEDIA_CLASS,
          SESSION,
          OWNER);

  private OutsideSettings() {}

  static Manners manners(OptionValues v, List<Problem> problems) {
    return new Manners(outside(v, problems), v.get(COMPACT), v.get(SIGNALLING_CLASS));
  }

  static MediaStyle media(OptionValues v) {
    return new MediaStyle(
        v.find(MEDIA).map(String::strip).orElse(""),
        v.get(SESSION).replaceAll("\\p{Cntrl}", " "),
        v.get(OWNER),
        v.get(MEDIA_CLASS));
  }

  private static Outside outside(OptionValues v, List<Problem> problems) {
    Optional<String> literal = v.find(ADDRESS);
    Optional<String> host = literal.isPresent() ? Optional.empty() : v.find(HOST);
    if (literal.isEmpty() && host.isEmpty()) {
      return Outside.NONE;
    }
    HostPort named = HostPort.parse(literal.or(() -> host).orElseThrow().strip());
    Map<Protocol, Integer> ports = new EnumMap<>(Protocol.class);
    if (named.port() > 0) {
      ports.put(Protocol.UDP, named.port());
    }
    v.set(TCP_PORT).filter(port -> port > 0).ifPresent(port -> ports.put(Protocol.TCP, port));
    v.set(TLS_PORT).filter(port -> port > 0).ifPresent(port -> ports.put(Protocol.TLS, port));
    List<AccessRule> near = new ArrayList<>();
    v.all(NEAR).forEach(near::addAll);
    return external(named.host(), literal.isPresent(), v.get(REFRESH), problems)
        .map(
            address ->
                new Outside(
                    address, near.isEmpty() ? AccessList.OPEN : new AccessList(only(near)), ports))
        .orElse(Outside.NONE);
  }

  private static Optional<Supplier<Optional<InetAddress>>> external(
      String host, boolean literal, Duration refresh, List<Problem> problems) {
    if (!literal) {
      return Optional.of(new ExternalHost(host, refresh));
    }
    try {
      Optional<InetAddress> address = Optional.of(InetAddress.ofLiteral(host));
      return Optional.of(() -> address);
    } catch (IllegalArgumentException e) {
      problems.add(
          Problem.warning(
              new Origin("sip.conf", 0),
              "externaddr: '" + host + "' is no address; write one, or a name as externhost"));
      return Optional.empty();
    }
  }

  /** The rules after one that denies everything. */
  private static List<AccessRule> only(List<AccessRule> near) {
    return Stream.concat(
            Stream.of("0.0.0.0/0", "::/0").flatMap(all -> AccessRule.parse(false, all).stream()),
            near.stream())
        .toList();
  }

  /** A host and a port, which is 0 where none is written. */
  private record HostPort(String host, int port) {
    static HostPort parse(String text) {
      int colon = text.lastIndexOf(':');
      boolean port =
          colon > 0
              && text.substring(colon + 1).matches("[0-9]{1,5}")
              && (text.indexOf(':') == colon || text.charAt(colon - 1) == ']');
      String host = port ? text.substring(0, colon) : text;
      boolean bracketed = host.startsWith("[") && host.endsWith("]");
      return new HostPort(
          (bracketed ? host.substring(1, host.length() - 1) : host).toLowerCase(Locale.ROOT),
          port ? Integer.parseInt(text.substring(colon + 1)) : 0);
    }
  }
}
