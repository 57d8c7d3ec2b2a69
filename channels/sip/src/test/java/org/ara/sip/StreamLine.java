package org.ara.sip;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connection, TLS or not, whose messages are cut by their Content-Length. */
final class StreamLine implements RawLine {

  private static final Pattern LENGTH = Pattern.compile("(?im)^Content-Length: *([0-9]+)");

  private final String protocol;
  final Socket socket;

  StreamLine(String protocol, Socket socket) {
    this.protocol = protocol;
    this.socket = socket;
    try {
      socket.setSoTimeout(PATIENCE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static StreamLine tcp(int server) {
    try {
      return new StreamLine("TCP", new Socket(InetAddress.getLoopbackAddress(), server));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String protocol() {
    return protocol;
  }

  @Override
  public int port() {
    return socket.getLocalPort();
  }

  @Override
  public void send(byte[] message) {
    try {
      socket.getOutputStream().write(message);
      socket.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public byte[] receive() {
    try {
      InputStream in = socket.getInputStream();
      ByteArrayOutputStream message = new ByteArrayOutputStream();
      while (!message.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
        message.write(octet(in));
      }
      Matcher length = LENGTH.matcher(message.toString(StandardCharsets.ISO_8859_1));
      for (int i = length.find() ? Integer.parseInt(length.group(1)) : 0; i > 0; i--) {
        message.write(octet(in));
      }
      return message.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next octet by itself; -1 at the end. */
  int read() {
    try {
      return socket.getInputStream().read();
    } catch (java.net.SocketException reset) {
      return -1;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int octet(InputStream in) throws IOException {
    int octet = in.read();
    if (octet < 0) {
      throw new EOFException("the connection was closed");
    }
    return octet;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
