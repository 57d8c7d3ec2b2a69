package org.ara.sip.peer;

import java.net.InetAddress;
import java.util.List;
import org.ara.config.access.AccessList;

/**
 * Which addresses a peer may have: its own rules and every list it names must let them in.
 *
 * @param rules its own
 * @param lists names of lists
 * @param named where those are kept
 */
public record AddressGate(AccessList rules, List<String> lists, NamedLists named) {

  public AddressGate {
    lists = List.copyOf(lists);
  }

  /** Whether an address may pass; may block while a database is asked for a named list. */
  public boolean permits(InetAddress address) {
    return rules.permits(address) && (lists.isEmpty() || named.permits(lists, address));
  }

  /** Whether every address may pass. */
  public boolean isOpen() {
    return rules.isOpen() && lists.isEmpty();
  }
}
