package org.ara.bench.register;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of the closed loop: registers a peer, waits for the answer, registers another. Made to cost
 * little, so it reads no more of an answer than it needs.
 */
final class Caller implements AutoCloseable {

  private static final int RETRANSMIT_MILLIS = 500;
  private static final int ATTEMPTS = 8;
  private static final Pattern NONCE = Pattern.compile("nonce=\"([^\"]+)\"");
  private static final Pattern REALM = Pattern.compile("realm=\"([^\"]+)\"");

  private final DatagramSocket socket;
  private final InetSocketAddress server;
  private final MessageDigest md5;
  private final byte[] buffer = new byte[4096];
  private long retransmissions;
  private long number;

  Caller(InetSocketAddress server) throws IOException {
    this.server = server;
    this.socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    socket.connect(server);
    socket.setSoTimeout(RETRANSMIT_MILLIS);
    try {
      this.md5 = MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IOException(e);
    }
  }

  /**
   * A registration: the challenge and its answer.
   *
   * @return the status of the last response; 408 if there was none
   */
  int register(int peer) throws IOException {
    String name = Peers.name(peer);
    String callId = Long.toHexString(ThreadLocalRandom.current().nextLong()) + "." + number++;
    String challenge = exchange(request(name, callId, 1, ""));
    if (status(challenge) != 401) {
      return status(challenge);
    }
    String answer = authorization(name, Peers.password(peer), challenge);
    return status(exchange(request(name, callId, 2, answer)));
  }

  /** The port that its contacts name. */
  int port() {
    return socket.getLocalPort();
  }

  /** Waits for a call to a peer; whatever else comes is passed over. */
  boolean isCalled(int peer, long millis) throws IOException {
    String start = "INVITE sip:" + Peers.name(peer) + "@";
    long end = System.nanoTime() + millis * 1_000_000;
    while (System.nanoTime() - end < 0) {
      try {
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        socket.receive(packet);
        String text = new String(buffer, 0, packet.getLength(), StandardCharsets.US_ASCII);
        if (text.startsWith(start)) {
          return true;
        }
      } catch (SocketTimeoutException nothing) {
        // Waits on, until its time is up.
      } catch (PortUnreachableException away) {
        // Told of what was sent to the server while it was dead.
      }
    }
    return false;
  }

  long retransmissions() {
    return retransmissions;
  }

  private String authorization(String name, String password, String challenge) {
    String realm = find(REALM, challenge);
    String nonce = find(NONCE, challenge);
    String uri = uri();
    String ha1 = hash(name + ":" + realm + ":" + password);
    String ha2 = hash("REGISTER:" + uri);
    String start =
        "Authorization: Digest username=\""
            + name
            + "\", realm=\""
            + realm
            + "\", nonce=\""
            + nonce
            + "\", uri=\""
            + uri
            + "\", algorithm=MD5, response=\"";
    if (challenge.contains("qop=")) {
      String response = hash(ha1 + ":" + nonce + ":00000001:c0ffee:auth:" + ha2);
      return start + response + "\", qop=auth, nc=00000001, cnonce=\"c0ffee\"\r\n";
    }
    return start + hash(ha1 + ":" + nonce + ":" + ha2) + "\"\r\n";
  }

  private String uri() {
    return "sip:127.0.0.1:" + server.getPort();
  }

  private byte[] request(String name, String callId, int cseq, String authorization) {
    int port = socket.getLocalPort();
    String branch = "z9hG4bK" + callId + cseq;
    String text =
        "REGISTER "
            + uri()
            + " SIP/2.0\r\n"
            + "Via: SIP/2.0/UDP 127.0.0.1:"
            + port
            + ";branch="
            + branch
            + ";rport\r\n"
            + "Max-Forwards: 70\r\n"
            + "From: <sip:"
            + name
            + "@127.0.0.1>;tag=b"
            + callId
            + "\r\n"
            + "To: <sip:"
            + name
            + "@127.0.0.1>\r\n"
            + "Call-ID: "
            + callId
            + "\r\n"
            + "CSeq: "
            + cseq
            + " REGISTER\r\n"
            + "Contact: <sip:"
            + name
            + "@127.0.0.1:"
            + port
            + ">\r\n"
            + "Expires: 3600\r\n"
            + authorization
            + "Content-Length: 0\r\n\r\n";
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private String exchange(byte[] request) throws IOException {
    String cseq = cseq(new String(request, StandardCharsets.US_ASCII));
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (attempt > 0) {
        retransmissions++;
      }
      socket.send(new DatagramPacket(request, request.length));
      try {
        while (true) {
          DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
          socket.receive(packet);
          String text = new String(buffer, 0, packet.getLength(), StandardCharsets.US_ASCII);
          if (status(text) >= 200 && cseq(text).equals(cseq)) {
            return text;
          }
        }
      } catch (SocketTimeoutException lost) {
        // Sent again, at most a few times.
      }
    }
    return "SIP/2.0 408 ";
  }

  /** Call-ID and number of a message, by which answers that come late are told apart. */
  private static String cseq(String message) {
    return line(message, "\r\nCall-ID: ") + line(message, "\r\nCSeq: ");
  }

  private static String line(String message, String start) {
    int from = message.indexOf(start);
    return from < 0 ? "" : message.substring(from, message.indexOf('\r', from + start.length()));
  }

  private static int status(String response) {
    return response.startsWith("SIP/2.0 ") ? Integer.parseInt(response.substring(8, 11)) : 0;
  }

  private static String find(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("a challenge without " + pattern);
    }
    return matcher.group(1);
  }

  private String hash(String text) {
    return HexFormat.of().formatHex(md5.digest(text.getBytes(StandardCharsets.US_ASCII)));
  }

  @Override
  public void close() {
    socket.close();
  }
}
