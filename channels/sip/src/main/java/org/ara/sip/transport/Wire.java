package org.ara.sip.transport;

import java.util.function.Supplier;
import org.ara.sip.message.MessageParser;

/**
 * What all transports that use connections share.
 *
 * @param limitsNow how much connections may take, in force now
 * @param manners how messages look and travel, in force now
 * @param tls what this server shows and believes, in force now
 */
record Wire(
    EventLoops loops,
    MessageParser parser,
    MessageListener listener,
    Supplier<StreamLimits> limitsNow,
    Supplier<TlsContexts> tls,
    Admission admission,
    EndingLog endings,
    Flows flows,
    Supplier<Manners> manners) {

  StreamLimits limits() {
    return limitsNow.get();
  }
}
