package org.ara.sip.settings;

import java.net.InetSocketAddress;
import java.util.List;
import org.ara.config.option.Option;
import org.ara.config.option.OptionTable;
import org.ara.config.option.OptionType;
import org.ara.config.option.OptionTypes;
import org.ara.config.option.OptionValues;
import org.ara.sip.name.Naming;
import org.ara.sip.transport.Addresses;

/** The options of {@code [general]} about names of hosts and domains. */
final class NamingOptions {

  private static final int NAME_SERVER_PORT = 53;

  static final Option<Boolean> SERVICES =
      Option.of("srvlookup", OptionTypes.yesNo())
          .defaultsTo(true)
          .documented("Whether NAPTR and SRV records are looked for where a host has no port.");
  static final Option<InetSocketAddress> SERVER =
      Option.of(
              "nameserver",
              OptionType.of(
                      "an address or address:port",
                      text -> NetworkReader.address(text, NAME_SERVER_PORT))
                  .rendered(Addresses::display))
          .repeatable()
          .documented("A name server to ask; those of the system where none is named.");

  static final OptionTable TABLE = OptionTable.of(SERVICES, SERVER);

  private NamingOptions() {}

  static Naming read(OptionValues v) {
    List<InetSocketAddress> servers = v.all(SERVER);
    return new Naming(v.get(SERVICES), servers);
  }
}
