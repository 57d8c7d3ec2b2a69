package org.ara.bench.call;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes calls from one phone to another through a server, one after the other. */
final class Exchanges {

  private static final int PATIENCE_MILLIS = 10_000;

  private final InetSocketAddress server;
  private final Wire caller;
  private final Wire callee;
  private final List<Talk> talks = new ArrayList<>();

  Exchanges(InetSocketAddress server, Wire caller, Wire callee) {
    this.server = server;
    this.caller = caller;
    this.callee = callee;
  }

  List<Talk> talks() {
    return List.copyOf(talks);
  }

  /**
   * Makes a call.
   *
   * @param callerHears the port of the caller's media
   * @param calleeHears the port of the callee's media
   */
  void connect(int callerHears, int calleeHears) throws IOException {
    Script script = new Script(server, caller.port(), "talk" + System.nanoTime() + ".");
    script.begin("a", "", "5" + talks.size());
    caller.send(script.invite(1, "", callerHears), server);
    Message invite = await(callee, "INVITE", 0);
    String body = Script.description(calleeHears);
    String head = invite.ok().replace("Content-Length: 0\r\n\r\n", "");
    String answer =
        head.replaceFirst("(To: [^\r]*)", "$1;tag=t" + talks.size())
            + "Contact: <sip:b@127.0.0.1:"
            + callee.port()
            + ">\r\nContent-Type: application/sdp\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body;
    callee.send(answer, server);
    Message unused = await(callee, "ACK", 0);
    Message ok = await(caller, "INVITE", 200);
    caller.send(script.ack(1, ok), server);
    talks.add(new Talk(media(invite), media(ok)));
  }

  private static InetSocketAddress media(Message description) {
    int port = Integer.parseInt(description.between("m=audio ", " "));
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  /** The next request of that method, or response of that status to it. */
  private static Message await(Wire wire, String method, int status) throws IOException {
    while (true) {
      Message message = next(wire);
      if (status == 0 ? message.is(method) : message.status() == status) {
        return message;
      }
      if (message.status() >= 300) {
        throw new IOException(
            "a call was refused: " + message.text().lines().findFirst().orElse(""));
      }
    }
  }

  private static Message next(Wire wire) throws IOException {
    @Nullable Message message = wire.receive(PATIENCE_MILLIS);
    if (message == null) {
      throw new IOException("the server said nothing for ten seconds");
    }
    return message;
  }
}
