package org.ara.sip.call;

import java.util.function.Supplier;
import org.ara.sip.answer.State;
import org.ara.sip.message.NameAddress;
import org.ara.sip.transaction.TransactionLayer;
import org.ara.sip.transport.Hop;
import org.jspecify.annotations.Nullable;

/** What legs need of the driver: its configuration, its transactions and the list of calls. */
record Line(Supplier<State> state, TransactionLayer layer, Calls calls, Transfers transfers) {

  /** How a neighbour reaches us. */
  static NameAddress contact(@Nullable String user, Hop hop) {
    return NameAddress.of(hop.self(user));
  }
}
