package org.ara.bench.call;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ThreadLocalRandom;

/** One of the closed loop: calls, is answered and hung up on, calls again. */
final class LoopCaller {

  private static final long RETRANSMIT_NANOS = 500_000_000L;
  private static final int ATTEMPTS = 8;

  /** What it waits for. */
  private enum State {
    CHALLENGE,
    ANSWER,
    GOODBYE
  }

  private final Wire wire;
  private final InetSocketAddress server;
  private final Script script;
  private final Tally tally;
  private State state = State.CHALLENGE;
  private String last = "";
  private long sent;
  private long begun;
  private int attempts;

  LoopCaller(Wire wire, InetSocketAddress server, int index, Tally tally) throws IOException {
    this.wire = wire;
    this.server = server;
    this.tally = tally;
    this.script =
        new Script(
            server,
            wire.port(),
            index + "." + Long.toHexString(ThreadLocalRandom.current().nextLong()) + ".");
  }

  void call() throws IOException {
    int peer = ThreadLocalRandom.current().nextInt(Numbers.COUNT);
    int number = ThreadLocalRandom.current().nextInt(Numbers.COUNT);
    script.begin(Numbers.peer(peer), Numbers.password(peer), Numbers.number(number));
    begun = System.nanoTime();
    state = State.CHALLENGE;
    send(script.invite(1, "", 4000));
  }

  private void send(String message) throws IOException {
    last = message;
    attempts = 0;
    sent = System.nanoTime();
    wire.send(message, server);
  }

  /** Takes a message of its calls in; goes on with the next call where one is over. */
  void take(Message message) throws IOException {
    boolean current = message.header("Call-ID").equals(script.callId());
    if (message.is("BYE")) {
      wire.send(message.ok(), server);
      if (current && state == State.GOODBYE) {
        tally.done(System.nanoTime() - begun);
        call();
      } else {
        tally.repeated();
      }
    } else if (current && message.status() >= 200 && message.answers("INVITE")) {
      answered(message);
    } else if (message.status() >= 200) {
      tally.repeated();
    }
  }

  private void answered(Message message) throws IOException {
    int status = message.status();
    if (status == 401 && state == State.CHALLENGE) {
      wire.send(script.ack(1, message), server);
      state = State.ANSWER;
      send(script.invite(2, script.proof(message), 4000));
    } else if (status == 200 && state == State.ANSWER) {
      state = State.GOODBYE;
      send(script.ack(2, message));
    } else if (status < 300 || status == 401) {
      tally.repeated();
      wire.send(status == 401 ? script.ack(1, message) : last, server);
    } else {
      wire.send(script.ack(state == State.CHALLENGE ? 1 : 2, message), server);
      tally.failed(status);
      call();
    }
  }

  /** Sends again what was not answered for too long. */
  void tick(long now) throws IOException {
    if (now - sent < RETRANSMIT_NANOS << attempts) {
      return;
    }
    if (++attempts > ATTEMPTS || state == State.GOODBYE && attempts > 3) {
      tally.failed(408);
      call();
    } else if (state != State.GOODBYE) {
      tally.resent();
      wire.send(last, server);
    }
  }
}
