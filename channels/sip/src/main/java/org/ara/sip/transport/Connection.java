package org.ara.sip.transport;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to a neighbour, made by either side. Messages sent while it is being made wait.
 * Safe for use by several threads.
 */
final class Connection {

  /** Messages that may wait for a connection to be made. */
  private static final int MOST_WAITING = 64;

  private static final long CLOSING_MILLIS = 1_000;
  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

  /** A message that waits. */
  private record Waiting(byte[] bytes, Runnable sent, Consumer<String> onFailure) {}

  private final Protocol protocol;
  private final InetSocketAddress remote;
  private final boolean accepted;
  private final long since = System.nanoTime();
  private @Nullable Channel channel;
  private List<Waiting> waiting = new ArrayList<>();
  private @Nullable Ending ending;
  private String detail = "";
  private boolean known;

  private Connection(
      Protocol protocol, InetSocketAddress remote, boolean accepted, @Nullable Channel channel) {
    this.protocol = protocol;
    this.remote = remote;
    this.accepted = accepted;
    this.channel = channel;
    this.known = !accepted;
  }

  /** One that the far end made. */
  static Connection accepted(Protocol protocol, InetSocketAddress remote, Channel channel) {
    return new Connection(protocol, remote, true, channel);
  }

  /** One that is to be made. */
  static Connection opening(Protocol protocol, InetSocketAddress remote) {
    return new Connection(protocol, remote, false, null);
  }

  Protocol protocol() {
    return protocol;
  }

  InetSocketAddress remote() {
    return remote;
  }

  /** Whether the far end made it. */
  boolean isAccepted() {
    return accepted;
  }

  Duration age() {
    return Duration.ofNanos(System.nanoTime() - since);
  }

  /** It is made: what waits is sent. */
  void opened(Channel made) {
    List<Waiting> rest;
    synchronized (this) {
      channel = made;
      rest = waiting;
      waiting = new ArrayList<>();
    }
    rest.forEach(w -> write(made, w.bytes(), w.sent(), w.onFailure()));
  }

  /**
   * Sends without waiting.
   *
   * @param sent run when the octets are the system's
   * @param onFailure told once if they certainly are not
   */
  void send(byte[] bytes, Runnable sent, Consumer<String> onFailure) {
    Channel open;
    synchronized (this) {
      open = channel;
      if (ending == null && open == null && waiting.size() < MOST_WAITING) {
        waiting.add(new Waiting(bytes, sent, onFailure));
        return;
      }
    }
    if (open == null) {
      onFailure.accept(isOver() ? reason() : "too many messages wait for the connection");
    } else if (!open.isWritable()) {
      boolean stuck = open.isActive();
      if (stuck) {
        end(Ending.STUCK, "");
      }
      onFailure.accept(
          stuck ? "the far end does not read what is sent" : "the connection is closed");
    } else {
      write(open, bytes, sent, onFailure);
    }
  }

  private void write(Channel open, byte[] bytes, Runnable sent, Consumer<String> onFailure) {
    open.writeAndFlush(Unpooled.wrappedBuffer(bytes))
        .addListener(
            done -> {
              if (done.isSuccess()) {
                sent.run();
              } else {
                onFailure.accept(isOver() ? reason() : Reasons.of(done.cause()));
              }
            });
  }

  /** Closes it; the first reason is the one that counts. */
  void end(Ending why, String more) {
    Channel open;
    List<Waiting> rest;
    synchronized (this) {
      if (ending == null) {
        ending = why;
        detail = more;
      }
      open = channel;
      rest = waiting;
      waiting = new ArrayList<>();
    }
    if (open != null) {
      open.close();
    }
    rest.forEach(w -> w.onFailure().accept(reason()));
  }

  /** Waits until it is closed, for a moment at most. */
  void awaitClosed() {
    Channel open;
    synchronized (this) {
      open = channel;
    }
    if (open != null && !open.closeFuture().awaitUninterruptibly(CLOSING_MILLIS)) {
      LOG.debug("SIP connection {} is still closing", this);
    }
  }

  synchronized boolean isOver() {
    return ending != null;
  }

  /** How it ended; what was given where it has not. */
  synchronized Ending ending(Ending otherwise) {
    return ending == null ? otherwise : ending;
  }

  synchronized String detail() {
    return detail;
  }

  private synchronized String reason() {
    String text =
        ending == null ? "the connection is closed" : "connection " + ending.description();
    return detail.isEmpty() ? text : text + ": " + detail;
  }

  /** Notes that somebody was let in there; true if that is news. */
  synchronized boolean becomeKnown() {
    boolean news = !known;
    known = true;
    return news;
  }

  synchronized boolean isKnown() {
    return known;
  }

  @Override
  public String toString() {
    return protocol + (accepted ? " from " : " to ") + Addresses.display(remote);
  }
}
