package org.ara.sip.transaction;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.ara.sip.message.MessageParser;
import org.ara.sip.message.ParseLimits;
import org.ara.sip.message.ParseResult;
import org.ara.sip.message.SipMessage;
import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipResponse;
import org.ara.sip.transport.Protocol;
import org.ara.sip.transport.Transport;
import org.ara.sip.transport.TransportCounters;

/** A transport whose wire is a list. */
final class MemoryTransport implements Transport {
  final List<SipMessage> sent = new CopyOnWriteArrayList<>();
  volatile boolean broken;
  private final TransportCounters counters = new TransportCounters();
  private final boolean reliable;

  MemoryTransport(boolean reliable) {
    this.reliable = reliable;
  }

  List<Integer> statuses() {
    return sent.stream()
        .filter(SipResponse.class::isInstance)
        .map(m -> ((SipResponse) m).status())
        .toList();
  }

  List<String> methods() {
    return sent.stream()
        .filter(SipRequest.class::isInstance)
        .map(m -> ((SipRequest) m).method().name())
        .toList();
  }

  @Override
  public Protocol protocol() {
    return reliable ? Protocol.TCP : Protocol.UDP;
  }

  @Override
  public boolean reliable() {
    return reliable;
  }

  @Override
  public InetSocketAddress localAddress() {
    return new InetSocketAddress("127.0.0.1", 5060);
  }

  @Override
  public InetSocketAddress localAddressTowards(InetSocketAddress remote) {
    return localAddress();
  }

  @Override
  public void send(
      SipMessage message,
      byte[] octets,
      InetSocketAddress destination,
      Consumer<String> onFailure) {
    if (broken) {
      onFailure.accept("no route");
    } else {
      sent.add(message);
    }
  }

  @Override
  public void sendAgain(byte[] octets, InetSocketAddress destination) {
    if (new MessageParser(ParseLimits.DEFAULTS).parse(octets)
        instanceof ParseResult.Parsed(SipMessage message)) {
      sent.add(message);
    }
  }

  @Override
  public TransportCounters counters() {
    return counters;
  }

  @Override
  public void close() {}
}
