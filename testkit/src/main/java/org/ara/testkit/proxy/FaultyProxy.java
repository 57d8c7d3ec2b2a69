package org.ara.testkit.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A TCP proxy on 127.0.0.1 that passes bytes on until it is told to misbehave.
 *
 * <p>{@link #hang} keeps connections open and silent, {@link #cut} resets them, {@link #refuse}
 * closes the port as well, {@link #delay} slows every piece down; {@link #pass} ends all of that.
 */
public final class FaultyProxy implements AutoCloseable {

  private final InetSocketAddress target;
  private final int port;
  private final Gate gate = new Gate();
  private final Set<Relay> relays = ConcurrentHashMap.newKeySet();
  private final AtomicInteger accepted = new AtomicInteger();
  private @Nullable ServerSocket listener;
  private @Nullable Thread acceptor;

  /** A proxy to a server, on a free port. */
  public FaultyProxy(String host, int port) {
    this.target = new InetSocketAddress(host, port);
    this.port = listen(0);
  }

  /** Where clients connect; the same for the life of the proxy. */
  public int port() {
    return port;
  }

  /** How many connections were accepted so far. */
  public int accepted() {
    return accepted.get();
  }

  /** How many connections are open now. */
  public int open() {
    return relays.size();
  }

  /** Behaves from now on; bytes that were held back are delivered. */
  public synchronized void pass() {
    gate.open(Duration.ZERO);
    if (listener == null) {
      listen(port);
    }
  }

  /** Delivers every piece of data, in either direction, this much later. */
  public synchronized void delay(Duration delay) {
    gate.open(delay);
  }

  /** Accepts connections and bytes, and delivers nothing. */
  public synchronized void hang() {
    gate.close();
  }

  /** Resets every open connection; new ones are still taken. */
  public synchronized void cut() {
    relays.forEach(Relay::reset);
  }

  /** Resets every open connection and refuses new ones. */
  public synchronized void refuse() {
    closeListener();
    cut();
  }

  @Override
  public synchronized void close() {
    refuse();
    gate.open(Duration.ZERO);
  }

  private int listen(int wanted) {
    try {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 200);
      listener = socket;
      acceptor = Thread.ofVirtual().name("faulty-proxy").start(() -> accept(socket));
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on port " + wanted, e);
    }
  }

  private void accept(ServerSocket socket) {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        accepted.incrementAndGet();
        Thread.ofVirtual().start(() -> Relay.start(client, target, gate, relays));
      } catch (IOException e) {
        return;
      }
    }
  }

  /** The system closes the port no sooner than the thread that accepts has noticed. */
  private void closeListener() {
    ServerSocket socket = listener;
    Thread accepting = acceptor;
    listener = null;
    acceptor = null;
    try {
      if (socket != null) {
        socket.close();
      }
      if (accepting != null) {
        accepting.join();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close port " + port, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
