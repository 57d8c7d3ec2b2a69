package org.ara.sip.provider;

import java.util.concurrent.atomic.AtomicLong;
import org.ara.sip.message.Tags;

/**
 * What all requests of one registration have in common (RFC 3261 section 10.2).
 *
 * @param callId of all
 * @param tag of From
 * @param mark in Contact; see {@link ProviderLines}
 * @param sequence counts the requests
 */
record Identity(String callId, String tag, String mark, AtomicLong sequence) {

  static Identity fresh() {
    return new Identity(Tags.random(), Tags.random(), Tags.random(), new AtomicLong());
  }
}
