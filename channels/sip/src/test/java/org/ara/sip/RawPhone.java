package org.ara.sip;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ara.sip.digest.Credential;
import org.ara.sip.digest.DigestClient;

/** A phone that speaks SIP as text, one message at a time, with no stack behind it. */
final class RawPhone implements AutoCloseable {

  private final RawLine line;
  private final String user;
  private int sequence;
  private int branch;

  /** One on a UDP socket. */
  RawPhone(int server, String user) {
    this(RawLine.udp(server), user);
  }

  RawPhone(RawLine line, String user) {
    this.line = line;
    this.user = user;
  }

  int port() {
    return line.port();
  }

  /** A request outside a dialog. */
  String request(String method, String target, String extra, String body) {
    sequence++;
    return request(method, target, "<sip:" + target(method, target) + ">", sequence, extra, body);
  }

  private String target(String method, String target) {
    return method.equals("REGISTER") ? user + "@127.0.0.1" : target;
  }

  /** Any request; a new branch each time. */
  String request(String method, String target, String to, int number, String extra, String body) {
    branch++;
    return method
        + " sip:"
        + target
        + " SIP/2.0\r\n"
        + "Via: SIP/2.0/"
        + line.protocol()
        + " 127.0.0.1:"
        + port()
        + ";branch=z9hG4bK"
        + port()
        + "x"
        + branch
        + "\r\n"
        + "Max-Forwards: 70\r\n"
        + "From: <sip:"
        + user
        + "@127.0.0.1>;tag=f"
        + port()
        + "\r\n"
        + "To: "
        + to
        + "\r\n"
        + "Call-ID: c"
        + port()
        + "\r\n"
        + "CSeq: "
        + number
        + " "
        + method
        + "\r\n"
        + extra
        + (body.isEmpty() ? "" : "Content-Type: application/sdp\r\n")
        + "Content-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  String contact() {
    String over = line.protocol().equals("UDP") ? "" : ";transport=" + line.protocol();
    return "Contact: <sip:" + user + "@127.0.0.1:" + port() + ";ob" + over + ">\r\n";
  }

  int sequence() {
    return sequence;
  }

  void send(String text) {
    line.send(text.getBytes(StandardCharsets.UTF_8));
  }

  String receive() {
    return new String(line.receive(), StandardCharsets.UTF_8);
  }

  /** The next message that is no 100. */
  String answer() {
    String message = receive();
    while (message.startsWith("SIP/2.0 100")) {
      message = receive();
    }
    return message;
  }

  /** Sends a request, answers the challenge, and returns what comes of that. */
  String authenticated(String method, String target, String password, String extra, String body) {
    send(request(method, target, extra, body));
    String challenge = answer();
    if (method.equals("INVITE")) {
      send(ack(target, challenge));
    }
    DigestClient client = new DigestClient(new Credential.Password(user, password), new Random(1));
    client.challenged(headers(challenge, "WWW-Authenticate"));
    String proof = client.authorize(method, "sip:" + target).orElseThrow();
    send(request(method, target, extra + "Authorization: " + proof + "\r\n", body));
    return answer();
  }

  /** The ACK of the last INVITE: of a failure with its branch, of a success with a new one. */
  String ack(String target, String response) {
    String to = headers(response, "To").getFirst();
    if (!response.startsWith("SIP/2.0 2")) {
      branch--;
    }
    return request("ACK", target, to, sequence, "", "");
  }

  static List<String> headers(String message, String name) {
    Matcher matcher = Pattern.compile("(?im)^" + name + ": *(.*?)\r?$").matcher(message);
    return matcher.results().map(r -> r.group(1)).toList();
  }

  @Override
  public void close() {
    line.close();
  }
}
