package org.ara.sip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Arrays;

/** What carries the messages of a {@link RawPhone}; waits ten seconds at most. */
interface RawLine extends AutoCloseable {

  int PATIENCE = 10_000;

  /** As it stands in Via. */
  String protocol();

  int port();

  void send(byte[] message);

  /** The next message, whole. */
  byte[] receive();

  @Override
  void close();

  /** Datagrams from and to a port of 127.0.0.1. */
  static RawLine udp(int server) {
    return udp(server, InetAddress.getLoopbackAddress());
  }

  /** Datagrams from and to a port of an address of this machine. */
  static RawLine udp(int server, InetAddress address) {
    DatagramSocket socket;
    try {
      socket = new DatagramSocket(0, address);
      socket.setSoTimeout(PATIENCE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new RawLine() {
      @Override
      public String protocol() {
        return "UDP";
      }

      @Override
      public int port() {
        return socket.getLocalPort();
      }

      @Override
      public void send(byte[] message) {
        try {
          socket.send(new DatagramPacket(message, message.length, address, server));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }

      @Override
      public byte[] receive() {
        DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
        try {
          socket.receive(packet);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        return Arrays.copyOf(packet.getData(), packet.getLength());
      }

      @Override
      public void close() {
        socket.close();
      }
    };
  }
}
