package org.ara.sip.peer;

import java.net.InetAddress;
import java.util.Collection;

/** Access lists by name, wherever they are kept. */
@FunctionalInterface
public interface NamedLists {

  /** Nobody keeps any: whoever names one lets nobody in. */
  NamedLists NONE = (names, address) -> names.isEmpty();

  /** Whether all of these lists let an address in; may block while a database is asked. */
  boolean permits(Collection<String> names, InetAddress address);
}
