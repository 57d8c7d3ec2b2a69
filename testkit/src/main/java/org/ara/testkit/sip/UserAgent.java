package org.ara.testkit.sip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.ara.testkit.rtp.RtpEndpoint;

/**
 * The phone's end of the wire: one UDP socket, the transactions in both directions, and what a
 * correct peer never sends.
 */
final class UserAgent implements AutoCloseable {

  static final String ALLOW = "INVITE, ACK, CANCEL, BYE, OPTIONS, NOTIFY";

  private static final long RINGING_SECONDS = 180;

  /** What belongs to a call: in-dialog requests arrive here, one at a time. */
  @FunctionalInterface
  interface Party {
    void request(ServerExchange exchange);
  }

  private final PhoneAccount account;
  private final DatagramSocket socket;
  private final Trace trace = new Trace();
  private final Watch watch;
  private final Map<String, ClientTransaction> transactions = new ConcurrentHashMap<>();
  private final Map<String, SipRequest> finished = new ConcurrentHashMap<>();
  private final Map<String, SipRequest> acks = new ConcurrentHashMap<>();
  private final Map<String, Optional<SipResponse>> answers = new ConcurrentHashMap<>();
  private final Map<String, Party> parties = new ConcurrentHashMap<>();
  private final Queue<RtpEndpoint> parts = new ConcurrentLinkedQueue<>();
  private final Party stranger;

  /**
   * Opens the socket and starts listening.
   *
   * @param stranger gets the requests that belong to no call
   */
  UserAgent(PhoneAccount account, InetAddress address, Party stranger) {
    this.account = account;
    this.watch = new Watch(account.user(), trace, account.patience());
    this.stranger = stranger;
    try {
      this.socket = new DatagramSocket(new InetSocketAddress(address, 0));
    } catch (SocketException e) {
      throw new UncheckedIOException(e);
    }
  }

  void start() {
    Thread.ofVirtual().name("sip-phone-" + account.user()).start(this::listen);
  }

  PhoneAccount account() {
    return account;
  }

  Trace trace() {
    return trace;
  }

  Watch watch() {
    return watch;
  }

  InetAddress address() {
    return socket.getLocalAddress();
  }

  String host() {
    return address().getHostAddress();
  }

  String hostPort() {
    return host() + ":" + socket.getLocalPort();
  }

  String contact() {
    return "sip:" + account.user() + "@" + hostPort();
  }

  /** The address of record: the user at the server. */
  String aor() {
    return "sip:" + account.user() + "@" + serverHost();
  }

  String serverHost() {
    InetSocketAddress server = account.server();
    String host = server.getAddress().getHostAddress();
    return server.getPort() == 5060 ? host : host + ":" + server.getPort();
  }

  String token() {
    return Long.toHexString(ThreadLocalRandom.current().nextLong() | 1L << 60);
  }

  String newBranch() {
    return "z9hG4bK" + token();
  }

  boolean open() {
    return !socket.isClosed();
  }

  /** Closes this, too, when the phone is switched off. */
  void owns(RtpEndpoint part) {
    parts.add(part);
  }

  void attach(String callId, Party party) {
    parties.put(callId, party);
  }

  void send(SipMessage message, InetSocketAddress to) {
    byte[] bytes = message.bytes();
    trace.sent(bytes, to);
    try {
      socket.send(new DatagramPacket(bytes, bytes.length, to));
    } catch (IOException e) {
      // As if it were lost on the way: it is sent again or waited for in vain.
    }
  }

  /**
   * Sends a request of this dialog, answers a challenge, and returns the final response; an INVITE
   * is acknowledged whatever its answer.
   *
   * @throws PhoneException if there is no answer in time
   */
  SipResponse request(Dialog dialog, Order order) {
    SipResponse response = once(dialog, order, order.extra());
    for (int attempt = 0; attempt < 2; attempt++) {
      if (response.status() != 401 && response.status() != 407) {
        return response;
      }
      Digest digest = Digest.in(response, account.algorithms()).orElse(null);
      if (digest == null || attempt == 1 && !digest.stale()) {
        return response;
      }
      order.challenged().accept(digest);
      String field = response.status() == 401 ? "Authorization" : "Proxy-Authorization";
      String uri = dialog.target();
      String answer = digest.answer(account.user(), account.password(), order.method(), uri, 1);
      response = once(dialog, order, order.extra().with(field, answer));
    }
    return response;
  }

  private SipResponse once(Dialog dialog, Order order, Headers extra) {
    SipRequest request = dialog.request(order.method(), extra, order.body());
    ClientTransaction transaction = new ClientTransaction(this, request, dialog.destination());
    order.placed().accept(transaction);
    SipResponse response = answer(transaction, order.provisional());
    if (request.method().equals("INVITE")) {
      acknowledge(dialog, transaction, response);
    }
    return response;
  }

  /** Sends a request and waits for its final response. */
  SipResponse answer(ClientTransaction transaction, Consumer<SipResponse> provisional) {
    SipRequest request = transaction.request();
    transactions.put(key(request), transaction);
    transaction.send();
    try {
      long end = System.nanoTime() + account.patience().toNanos();
      while (true) {
        SipResponse response = transaction.next(end);
        if (response == null) {
          throw watch.failure("got no answer to " + request.startLine());
        }
        if (!response.provisional()) {
          return response;
        }
        provisional.accept(response);
        end = System.nanoTime() + TimeUnit.SECONDS.toNanos(RINGING_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw watch.failure("was interrupted");
    } finally {
      finished.put(key(request), request);
      transactions.remove(key(request));
    }
  }

  /** Sends the CANCEL of an INVITE that went there, and waits for its answer. */
  SipResponse cancel(SipRequest cancel, InetSocketAddress to) {
    return answer(new ClientTransaction(this, cancel, to), response -> {});
  }

  private void acknowledge(Dialog dialog, ClientTransaction transaction, SipResponse response) {
    SipRequest invite = transaction.request();
    InetSocketAddress to = transaction.destination();
    SipRequest ack;
    if (response.success()) {
      if (response.header("Contact").isEmpty()) {
        trace.violation("a 2xx to INVITE without Contact");
        return;
      }
      dialog.confirm(response);
      ack = dialog.ack(invite);
      to = dialog.destination();
    } else {
      ack = follow(invite, "ACK", response.header("To"));
    }
    acks.put(invite.branch(), ack);
    send(ack, to);
  }

  /** An ACK or CANCEL within the INVITE's own transaction (RFC 3261 9.1, 17.1.1.3). */
  static SipRequest follow(SipRequest invite, String method, String to) {
    Headers headers =
        Headers.none()
            .with("Via", invite.header("Via"))
            .with("Max-Forwards", "70")
            .with("From", invite.header("From"))
            .with("To", to)
            .with("Call-ID", invite.callId())
            .with("CSeq", invite.cseq() + " " + method);
    for (String route : invite.headers().all("Route")) {
      headers = headers.with("Route", route);
    }
    return new SipRequest(method, invite.uri(), headers, "");
  }

  void answer(ServerExchange exchange, SipResponse response) {
    answers.put(key(exchange.request()), Optional.of(response));
    send(response, exchange.source());
  }

  void repeat(ServerExchange exchange) {
    answers
        .getOrDefault(key(exchange.request()), Optional.empty())
        .ifPresent(response -> send(response, exchange.source()));
  }

  private static String key(SipRequest request) {
    return request.branch() + " " + request.method();
  }

  private void listen() {
    byte[] buffer = new byte[65535];
    DatagramPacket datagram = new DatagramPacket(buffer, buffer.length);
    while (open()) {
      try {
        datagram.setLength(buffer.length);
        socket.receive(datagram);
        receive(buffer, datagram.getLength(), (InetSocketAddress) datagram.getSocketAddress());
      } catch (SocketException closedOrUnreachable) {
        // Closed: the loop ends. Otherwise an ICMP error: the retransmissions decide.
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void receive(byte[] bytes, int length, InetSocketAddress from) {
    if (length <= 4) {
      return; // A keep-alive (RFC 5626 4.4.1).
    }
    trace.received(bytes, length, from);
    try {
      switch (SipText.parse(bytes, length)) {
        case SipRequest request -> receive(new ServerExchange(this, request, from));
        case SipResponse response -> receive(response, from);
      }
    } catch (IllegalArgumentException e) {
      trace.violation(e.getMessage() == null ? e.toString() : e.getMessage());
    }
    watch.changed();
  }

  private void receive(SipResponse response, InetSocketAddress from) {
    String key = response.branch() + " " + response.cseqMethod();
    ClientTransaction transaction = transactions.get(key);
    SipRequest request = transaction == null ? finished.get(key) : transaction.request();
    if (request == null) {
      trace.violation("a response to no request of ours: " + response.startLine());
      return;
    }
    check(request, response);
    if (transaction != null) {
      transaction.receive(response);
    } else if (!response.provisional() && request.method().equals("INVITE")) {
      SipRequest ack = acks.get(response.branch());
      if (ack != null) {
        send(ack, response.success() ? Addresses.of(ack.uri()) : from);
      }
    }
  }

  private void check(SipRequest request, SipResponse response) {
    complainUnless(response.callId().equals(request.callId()), "changed the Call-ID", response);
    complainUnless(
        response.header("CSeq").equals(request.header("CSeq")), "changed CSeq", response);
    complainUnless(response.fromTag().equals(request.fromTag()), "changed From", response);
    complainUnless(response.headers().all("Via").size() == 1, "carries several Via", response);
    complainUnless(
        response.status() == 100 || !response.toTag().isEmpty(), "has no To tag", response);
    complainUnless(
        request.toTag().isEmpty() || request.toTag().equals(response.toTag()),
        "changed the To tag of the dialog",
        response);
  }

  private void complainUnless(boolean good, String what, SipResponse response) {
    if (!good) {
      trace.violation("the response '" + response.startLine() + "' " + what);
    }
  }

  private void receive(ServerExchange exchange) {
    SipRequest request = exchange.request();
    if (!request.method().equals("ACK")) {
      if (answers.putIfAbsent(key(request), Optional.empty()) != null) {
        repeat(exchange);
        return;
      }
    }
    Party party = parties.get(request.callId());
    (party == null ? stranger : party).request(exchange);
  }

  @Override
  public void close() {
    socket.close();
    parts.forEach(RtpEndpoint::close);
  }
}
