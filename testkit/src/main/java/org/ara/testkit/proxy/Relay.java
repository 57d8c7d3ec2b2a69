package org.ara.testkit.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Set;

/** One proxied connection: two sockets and the two streams between them. */
final class Relay {

  private static final int PIECE = 16 * 1024;

  private final Socket client;
  private final Socket server;
  private final Gate gate;
  private final Set<Relay> open;

  private Relay(Socket client, Socket server, Gate gate, Set<Relay> open) {
    this.client = client;
    this.server = server;
    this.gate = gate;
    this.open = open;
  }

  /** Connects to the target and relays until either side closes or the relay is reset. */
  static void start(Socket client, InetSocketAddress target, Gate gate, Set<Relay> open) {
    Relay relay = new Relay(client, new Socket(), gate, open);
    open.add(relay);
    try {
      gate.pass();
      relay.server.setTcpNoDelay(true);
      client.setTcpNoDelay(true);
      relay.server.connect(target, 10_000);
      Thread.ofVirtual().start(() -> relay.pump(relay.server, client));
      relay.pump(client, relay.server);
    } catch (IOException e) {
      relay.reset();
    } catch (InterruptedException e) {
      relay.reset();
      Thread.currentThread().interrupt();
    }
  }

  /** Ends both connections with a reset instead of an orderly close. */
  void reset() {
    open.remove(this);
    for (Socket socket : new Socket[] {client, server}) {
      try {
        socket.setSoLinger(true, 0);
      } catch (IOException e) {
        // Already closed, or never connected.
      }
      closeQuietly(socket);
    }
  }

  private void pump(Socket from, Socket to) {
    byte[] piece = new byte[PIECE];
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
        gate.pass();
        out.write(piece, 0, n);
      }
    } catch (IOException e) {
      reset();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(this);
      closeQuietly(client);
      closeQuietly(server);
    }
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // Nothing more can be done with it.
    }
  }
}
