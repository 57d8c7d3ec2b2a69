package org.ara.bench.call;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Writes the messages of one caller's calls, one call after the other. */
final class Script {

  private final InetSocketAddress server;
  private final int port;
  private final String mark;
  private final MessageDigest md5;
  private String name = "";
  private String password = "";
  private String number = "";
  private String callId = "";
  private long calls;

  /**
   * @param port where the caller takes SIP
   * @param mark begins its Call-IDs
   */
  Script(InetSocketAddress server, int port, String mark) {
    this.server = server;
    this.port = port;
    this.mark = mark;
    try {
      md5 = MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Begins another call. */
  void begin(String caller, String secret, String callee) {
    name = caller;
    password = secret;
    number = callee;
    callId = mark + calls++;
  }

  String callId() {
    return callId;
  }

  String uri() {
    return "sip:" + number + "@127.0.0.1:" + server.getPort();
  }

  /**
   * An INVITE.
   *
   * @param proof an Authorization header line; may be empty
   * @param mediaPort where the caller hears
   */
  String invite(int sequence, String proof, int mediaPort) {
    String body = description(mediaPort);
    return head("INVITE", sequence, "i" + sequence, "<" + uri() + ">")
        + "Contact: <sip:"
        + name
        + "@127.0.0.1:"
        + port
        + ">\r\n"
        + proof
        + "Content-Type: application/sdp\r\nContent-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  /** PCMU on a port of 127.0.0.1. */
  static String description(int mediaPort) {
    return "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio "
        + mediaPort
        + " RTP/AVP 0\r\na=rtpmap:0 PCMU/8000\r\n";
  }

  /** The ACK of a response to an INVITE. */
  String ack(int sequence, Message response) {
    String branch = response.status() < 300 ? "a" + sequence : "i" + sequence;
    return head("ACK", sequence, branch, response.header("To")) + "Content-Length: 0\r\n\r\n";
  }

  private String head(String method, int sequence, String branch, String to) {
    return method
        + ' '
        + uri()
        + " SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:"
        + port
        + ";branch=z9hG4bK"
        + callId
        + branch
        + ";rport\r\nMax-Forwards: 70\r\nFrom: <sip:"
        + name
        + "@127.0.0.1>;tag=f"
        + callId
        + "\r\nTo: "
        + to
        + "\r\nCall-ID: "
        + callId
        + "\r\nCSeq: "
        + sequence
        + ' '
        + method
        + "\r\n";
  }

  /** The header line that answers a challenge to an INVITE. */
  String proof(Message challenge) {
    String realm = challenge.between("realm=\"", "\"");
    String nonce = challenge.between("nonce=\"", "\"");
    String ha1 = hash(name + ":" + realm + ":" + password);
    String response = hash(ha1 + ":" + nonce + ":00000001:c0ffee:auth:" + hash("INVITE:" + uri()));
    return "Authorization: Digest username=\""
        + name
        + "\", realm=\""
        + realm
        + "\", nonce=\""
        + nonce
        + "\", uri=\""
        + uri()
        + "\", algorithm=MD5, response=\""
        + response
        + "\", qop=auth, nc=00000001, cnonce=\"c0ffee\"\r\n";
  }

  private String hash(String text) {
    return HexFormat.of().formatHex(md5.digest(text.getBytes(StandardCharsets.ISO_8859_1)));
  }
}
