package org.ara.testkit.sip;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * One side of a SIP dialog, or what will become one (RFC 3261 12): knows what its next request
 * looks like and where it goes.
 */
final class Dialog {

  private final UserAgent agent;
  private final String callId;
  private final String local;
  private String remote;
  private String target;
  private List<String> routes = List.of();
  private InetSocketAddress destination;
  private long cseq;

  private Dialog(
      UserAgent agent,
      String callId,
      String local,
      String remote,
      String target,
      InetSocketAddress destination) {
    this.agent = agent;
    this.callId = callId;
    this.local = local;
    this.remote = remote;
    this.target = target;
    this.destination = destination;
  }

  /** One that begins with a request of ours to that URI, through our server. */
  static Dialog outgoing(UserAgent agent, String uri, String to) {
    String tag = agent.token();
    String from = "<" + agent.aor() + ">;tag=" + tag;
    String callId = agent.token() + agent.token() + "@" + agent.host();
    return new Dialog(agent, callId, from, "<" + to + ">", uri, agent.account().server());
  }

  /** One that begins with a request of the other side. */
  static Dialog incoming(UserAgent agent, SipRequest request, String tag) {
    Dialog dialog =
        new Dialog(
            agent,
            request.callId(),
            request.header("To") + ";tag=" + tag,
            request.header("From"),
            Fields.uri(request.header("Contact")),
            agent.account().server());
    dialog.routes = request.headers().all("Record-Route");
    dialog.redirect();
    return dialog;
  }

  /** What names this dialog to the server in a Replaces header (RFC 3891). */
  synchronized String replaces() {
    return callId
        + ";to-tag="
        + Fields.parameter(remote, "tag")
        + ";from-tag="
        + Fields.parameter(local, "tag");
  }

  String callId() {
    return callId;
  }

  synchronized String target() {
    return target;
  }

  synchronized InetSocketAddress destination() {
    return destination;
  }

  /** The next request of this dialog. */
  synchronized SipRequest request(String method, Headers extra, String body) {
    return build(method, ++cseq, agent.newBranch(), extra, body);
  }

  /** The ACK for a 2xx, a transaction of its own (RFC 3261 13.2.2.4). */
  synchronized SipRequest ack(SipRequest invite) {
    return build("ACK", invite.cseq(), agent.newBranch(), Headers.none(), "");
  }

  /** The other side accepted: its tag, contact and route are known now. */
  synchronized void confirm(SipResponse response) {
    remote = response.header("To");
    target = Fields.uri(response.header("Contact"));
    List<String> recorded = new ArrayList<>(response.headers().all("Record-Route"));
    java.util.Collections.reverse(recorded);
    routes = List.copyOf(recorded);
    redirect();
  }

  /** The other side has moved to another contact. */
  synchronized void moved(SipRequest request) {
    if (!request.header("Contact").isEmpty()) {
      target = Fields.uri(request.header("Contact"));
      redirect();
    }
  }

  private void redirect() {
    destination = Addresses.of(routes.isEmpty() ? target : Fields.uri(routes.getFirst()));
  }

  private SipRequest build(String method, long number, String branch, Headers extra, String body) {
    Headers headers =
        Headers.none()
            .with("Via", "SIP/2.0/UDP " + agent.hostPort() + ";branch=" + branch + ";rport")
            .with("Max-Forwards", "70")
            .with("From", local)
            .with("To", remote)
            .with("Call-ID", callId)
            .with("CSeq", number + " " + method)
            .with("User-Agent", "Ara testkit phone");
    for (String route : routes) {
      headers = headers.with("Route", route);
    }
    if (method.equals("INVITE")) {
      headers = headers.with("Contact", "<" + agent.contact() + ">").with("Allow", UserAgent.ALLOW);
    }
    if (!body.isEmpty()) {
      headers = headers.with("Content-Type", "application/sdp");
    }
    return new SipRequest(method, target, headers.with(extra), body);
  }
}
