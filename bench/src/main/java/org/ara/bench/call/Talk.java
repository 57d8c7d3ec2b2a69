package org.ara.bench.call;

import java.net.InetSocketAddress;

/**
 * A call whose two phones talk.
 *
 * @param toCaller where the callee's packets are to be sent, to reach the caller
 * @param toCallee where the caller's packets are to be sent
 */
record Talk(InetSocketAddress toCaller, InetSocketAddress toCallee) {}
