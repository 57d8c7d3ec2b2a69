package org.ara.bench.register;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;

/** Finds a UDP port of 127.0.0.1 that nobody listens on. */
final class Ports {

  private Ports() {}

  static InetSocketAddress free() throws SocketException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(loopback, 0))) {
      return new InetSocketAddress(loopback, socket.getLocalPort());
    }
  }
}
