package org.ara.sip.transport;

import org.ara.sip.message.ParseResult;
import org.ara.sip.message.SipMessage;
import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipResponse;
import org.ara.sip.message.Via;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes on what parsed well, answers what is malformed, counts what is dropped. */
final class Incoming {
  private static final Logger LOG = LoggerFactory.getLogger(Incoming.class);
  private final MessageListener listener;

  Incoming(MessageListener listener) {
    this.listener = listener;
  }

  void take(ParseResult result, Hop from) {
    TransportCounters counters = from.transport().counters();
    counters.countReceived();
    switch (result) {
      case ParseResult.Parsed(SipMessage message) -> pass(message, from);
      case ParseResult.Malformed(String reason, SipResponse answer) -> {
        LOG.debug("malformed request from {}: {}", from, reason);
        counters.count(
            answer.status() == 513 ? DropReason.TOO_LARGE : DropReason.MALFORMED_ANSWERED);
        answer(answer, from);
      }
      case ParseResult.Dropped(ParseResult.Cause cause, String detail) -> {
        LOG.debug("dropped a packet from {}: {}", from, detail);
        counters.count(reason(cause));
      }
    }
  }

  private void pass(SipMessage message, Hop from) {
    switch (message) {
      case SipRequest request ->
          listener.request(ResponseRoute.annotate(request, from.remote()), from);
      case SipResponse response -> listener.response(response, from);
    }
  }

  private static void answer(SipResponse answer, Hop from) {
    Via via = ResponseRoute.annotate(answer.topVia(), from.remote());
    ResponseRoute.answer(via, from, false)
        .send(answer.withHeaders(answer.headers().withTopVia(via)), failure -> {});
  }

  private static DropReason reason(ParseResult.Cause cause) {
    return switch (cause) {
      case KEEPALIVE -> DropReason.KEEPALIVE;
      case NOT_SIP -> DropReason.NOT_SIP;
      case MALFORMED_RESPONSE -> DropReason.MALFORMED_RESPONSE;
      case UNANSWERABLE -> DropReason.MALFORMED_UNANSWERABLE;
    };
  }
}
