package org.ara.sip.transaction;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.ara.sip.message.HeaderName;
import org.ara.sip.message.Method;
import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipResponse;
import org.ara.sip.message.Tags;
import org.ara.sip.message.Via;
import org.ara.sip.transport.Addresses;
import org.ara.sip.transport.DropReason;
import org.ara.sip.transport.Hop;
import org.ara.sip.transport.MessageListener;
import org.ara.sip.transport.ResponseRoute;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Matches messages to transactions and carries them between the transports below and the {@link
 * TransactionUser} above. Work is bounded by {@link TransactionOptions#maximumTransactions}: beyond
 * it requests are answered 503 without state.
 */
public final class TransactionLayer implements MessageListener, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TransactionLayer.class);

  private static final Duration LOOK_AGAIN = Duration.ofMillis(5);

  private final Map<TransactionKey, ServerEntry> servers = new ConcurrentHashMap<>();
  private final Map<TransactionKey, BaseClientTransaction> clients = new ConcurrentHashMap<>();
  private final Map<InvitationKey, TransactionKey> invitations = new ConcurrentHashMap<>();
  private final AtomicInteger alive = new AtomicInteger();
  private final AtomicInteger handed = new AtomicInteger();
  private final TransactionOptions options;
  private final Timers timers;
  private final CompletedQueue completed;
  private final TransactionUser user;
  private volatile boolean closed;

  /**
   * @param user makes the user, which usually keeps this layer for sending
   */
  public TransactionLayer(
      TransactionOptions options, Timers timers, Function<TransactionLayer, TransactionUser> user) {
    this.options = options;
    this.timers = timers;
    this.completed =
        new CompletedQueue(servers, timers, options.patience(), options.maximumTransactions());
    this.user = user.apply(this);
  }

  /**
   * How many transactions are alive: unanswered, or waiting for an ACK or for retransmissions of an
   * INVITE.
   */
  public int transactionsAlive() {
    return alive.get();
  }

  /**
   * Sends a request in a transaction of its own.
   *
   * @param request any but ACK and CANCEL, without a Via of ours: the layer puts one on top, with a
   *     fresh branch
   */
  public ClientTransaction send(SipRequest request, Hop hop, ResponseListener listener) {
    return send(request, hop, new Pace(options.t1(), options.patience()), listener);
  }

  /**
   * The same.
   *
   * @param pace how patiently, if it is an INVITE
   */
  public ClientTransaction send(SipRequest request, Hop hop, Pace pace, ResponseListener listener) {
    SipRequest routed = withVia(request, hop);
    BaseClientTransaction transaction =
        request.method().equals(Method.INVITE)
            ? new InviteClientTransaction(this, routed, hop, pace, listener)
            : new NonInviteClientTransaction(this, routed, hop, listener);
    begin(transaction);
    return transaction;
  }

  /**
   * Sends the ACK of a 2xx, outside any transaction; the layer puts a Via on top. To be called
   * again for each repeated 2xx.
   */
  public void sendAck(SipRequest ack, Hop hop) {
    hop.send(withVia(ack, hop), failure -> LOG.warn("ACK to {} not sent: {}", hop, failure));
  }

  private static SipRequest withVia(SipRequest request, Hop hop) {
    var local = hop.local();
    String host = Addresses.literal(local.getAddress());
    Via via = Via.of(hop.transport().protocol().name(), host, local.getPort(), Tags.branch());
    return request.withHeaders(
        request.headers().toBuilder().addFirst(HeaderName.VIA, via.toString()).build());
  }

  void begin(BaseClientTransaction transaction) {
    if (closed || alive.get() >= options.maximumTransactions()) {
      transaction.tellError(closed ? "the SIP stack is closed" : "too many transactions are alive");
      return;
    }
    alive.incrementAndGet();
    clients.put(transaction.key, transaction);
    transaction.start();
  }

  @Override
  public void request(SipRequest request, Hop from) {
    if (closed) {
      return;
    }
    if (request.method().equals(Method.ACK)) {
      ack(request, from);
    } else if (request.method().equals(Method.CANCEL)) {
      cancel(request, from);
    } else {
      dispatch(request, from);
    }
  }

  private void dispatch(SipRequest request, Hop from) {
    TransactionKey key = TransactionKey.server(request, request.method());
    ServerEntry known = servers.get(key);
    if (known != null) {
      known.retransmission();
      return;
    }
    Optional<SipResponse> early = user.early(request, from);
    if (early.isPresent()) {
      from.transport().counters().count(DropReason.TOO_MANY);
      answer(early.get(), request, from);
      return;
    }
    if (alive.get() >= options.maximumTransactions()) {
      from.transport().counters().count(DropReason.OVERLOAD);
      refuse(request, from);
      return;
    }
    if (isMerged(request, key)) {
      answer(request.response(482).build(), request, from);
      return;
    }
    BaseServerTransaction transaction =
        request.method().equals(Method.INVITE)
            ? new InviteServerTransaction(this, key, request, from)
            : new NonInviteServerTransaction(this, key, request, from);
    ServerEntry raced = servers.putIfAbsent(key, transaction);
    if (raced != null) {
      raced.retransmission();
      return;
    }
    alive.incrementAndGet();
    if (transaction instanceof InviteServerTransaction invite) {
      invite.start();
    }
    Thread.ofVirtual().name("sip-request").start(() -> handle(transaction, from));
  }

  /** Whether the same INVITE came before on another way (RFC 3261 section 8.2.2.2). */
  private boolean isMerged(SipRequest request, TransactionKey key) {
    if (!InvitationKey.begins(request)) {
      return false;
    }
    TransactionKey first = invitations.putIfAbsent(InvitationKey.of(request), key);
    return first != null && !first.equals(key);
  }

  private void handle(BaseServerTransaction transaction, Hop from) {
    try {
      user.request(transaction);
    } catch (RuntimeException | Error e) {
      from.transport().counters().count(DropReason.INTERNAL);
      LOG.error("{} from {} failed by a fault of ours", transaction.request().method(), from, e);
      transaction.respond(transaction.request().response(500).build());
    }
  }

  private void refuse(SipRequest request, Hop from) {
    String seconds = Long.toString(Math.max(1, options.retryAfter().toSeconds()));
    answer(request.response(503).header(HeaderName.RETRY_AFTER, seconds).build(), request, from);
  }

  private static void answer(SipResponse response, SipRequest request, Hop from) {
    ResponseRoute.answer(request.topVia(), from, false).send(response, failure -> {});
  }

  /** Without a transaction of its own: its answer depends only on whether the INVITE is known. */
  private void cancel(SipRequest cancel, Hop from) {
    ServerEntry invite = servers.get(TransactionKey.server(cancel, Method.INVITE));
    answer(cancel.response(invite == null ? 481 : 200).build(), cancel, from);
    if (invite instanceof InviteServerTransaction transaction) {
      transaction.cancelled();
    }
  }

  private void ack(SipRequest ack, Hop from) {
    ServerEntry invite = servers.get(TransactionKey.server(ack, Method.INVITE));
    if (invite != null && invite.ack()) {
      return;
    }
    hand(() -> user.ack(ack, from), from);
  }

  /** Runs something of the user's that no transaction bounds. */
  private void hand(Runnable action, Hop from) {
    if (handed.incrementAndGet() > options.maximumTransactions()) {
      handed.decrementAndGet();
      from.transport().counters().count(DropReason.OVERLOAD_SILENT);
      return;
    }
    execute(
        () -> {
          try {
            action.run();
          } finally {
            handed.decrementAndGet();
          }
        });
  }

  @Override
  public void response(SipResponse response, Hop from) {
    if (!TransactionKey.isForUsAlone(response)) {
      from.transport().counters().count(DropReason.FOREIGN_RESPONSE);
      return;
    }
    BaseClientTransaction transaction = clients.get(TransactionKey.client(response));
    if (transaction != null) {
      transaction.received(response);
      return;
    }
    from.transport().counters().count(DropReason.STRAY_RESPONSE);
    hand(() -> user.strayResponse(response, from), from);
  }

  TransactionOptions options() {
    return options;
  }

  /** Twice the interval, at most T2. */
  Duration doubled(Duration interval) {
    Duration twice = interval.multipliedBy(2);
    return twice.compareTo(options.t2()) < 0 ? twice : options.t2();
  }

  Timers.Timer schedule(Duration delay, Runnable action) {
    return timers.schedule(delay, () -> guarded(action));
  }

  /** Runs something of the user's later, on a virtual thread. */
  public Timers.Timer later(Duration delay, Runnable action) {
    return timers.schedule(delay, () -> execute(action));
  }

  void execute(Runnable action) {
    Thread.ofVirtual().name("sip-callback").start(() -> guarded(action));
  }

  void guarded(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException | Error e) {
      LOG.error("a SIP callback failed by a fault of ours", e);
    }
  }

  /** An answer went out; over a connection it need not be kept (Timer J is 0). */
  void completed(NonInviteServerTransaction transaction, byte[] octets) {
    if (transaction.hop().transport().reliable()) {
      if (servers.remove(transaction.key, transaction)) {
        alive.decrementAndGet();
      }
      return;
    }
    CompletedAnswer answer = new CompletedAnswer(transaction.back(), octets);
    if (servers.replace(transaction.key, transaction, answer)) {
      alive.decrementAndGet();
      completed.add(transaction.key, answer);
    }
  }

  /** Keeps no more of an INVITE than it needs; a busy server would keep it for every call. */
  void acknowledged(InviteServerTransaction transaction, AcknowledgedInvite rest) {
    if (servers.replace(transaction.key, transaction, rest)) {
      forget(transaction);
      completed.add(transaction.key, rest);
    }
  }

  void remove(InviteServerTransaction transaction) {
    if (servers.remove(transaction.key, transaction)) {
      forget(transaction);
    }
  }

  private void forget(InviteServerTransaction transaction) {
    alive.decrementAndGet();
    if (InvitationKey.begins(transaction.request())) {
      invitations.remove(InvitationKey.of(transaction.request()), transaction.key);
    }
  }

  void remove(BaseClientTransaction transaction) {
    if (clients.remove(transaction.key, transaction)) {
      alive.decrementAndGet();
    }
  }

  /** Waits until every request of ours was answered or given up; false if that takes longer. */
  public boolean awaitAnswers(Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!clients.values().stream().allMatch(BaseClientTransaction::isAnswered)) {
      if (System.nanoTime() - deadline >= 0) {
        return false;
      }
      Thread.sleep(LOOK_AGAIN);
    }
    return true;
  }

  /** Forgets every transaction; nothing is sent or told any more. */
  @Override
  public void close() {
    closed = true;
    servers.clear();
    clients.clear();
    invitations.clear();
    alive.set(0);
  }
}
