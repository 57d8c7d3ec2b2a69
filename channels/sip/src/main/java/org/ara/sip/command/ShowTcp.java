package org.ara.sip.command;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.ara.module.Command;
import org.ara.sip.transport.Addresses;
import org.ara.sip.transport.Transports;
import org.ara.sip.transport.Transports.Link;

/** {@code sip show tcp}: the connections that SIP goes over. */
final class ShowTcp implements Command {

  private static final String LAYOUT = "%-47.47s %-9.9s %-6.6s %8.8s";

  private final Transports transports;

  ShowTcp(Transports transports) {
    this.transports = transports;
  }

  @Override
  public List<String> words() {
    return List.of("sip", "show", "tcp");
  }

  @Override
  public String summary() {
    return "List TCP connections";
  }

  @Override
  public String usage() {
    return """
        Usage: sip show tcp
               Lists the connections that SIP goes over, TLS and WebSocket included: with whom,
               who made them (Server: the far end; Client: this server) and how many seconds ago.""";
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    if (!arguments.isEmpty()) {
      return Status.USAGE;
    }
    out.line(String.format(Locale.ROOT, LAYOUT, "Address", "Transport", "Type", "Seconds"));
    List<Link> links = transports.links();
    links.stream()
        .sorted(Comparator.comparing(link -> Addresses.display(link.remote())))
        .forEach(link -> out.line(line(link)));
    out.line(links.size() + (links.size() == 1 ? " connection" : " connections"));
    return Status.SUCCESS;
  }

  private static String line(Link link) {
    return String.format(
        Locale.ROOT,
        LAYOUT,
        Addresses.display(link.remote()),
        link.protocol(),
        link.incoming() ? "Server" : "Client",
        link.seconds());
  }
}
