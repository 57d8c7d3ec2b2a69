package org.ara.testkit.sip;

/** A call that reaches this phone, until it is answered, rejected or taken back. */
public final class IncomingCall implements UserAgent.Party {

  private final UserAgent agent;
  private final ServerExchange invite;
  private final String tag;
  private final Media media;
  private volatile boolean cancelled;
  private volatile boolean acknowledged;

  IncomingCall(UserAgent agent, ServerExchange invite) {
    this.agent = agent;
    this.invite = invite;
    this.tag = agent.token();
    this.media = new Media(agent);
    agent.attach(invite.request().callId(), this);
  }

  /** The INVITE. */
  public SipRequest request() {
    return invite.request();
  }

  /** The number that calls: the user part of {@code From}. */
  public String callerNumber() {
    String uri = Fields.uri(request().header("From"));
    int at = uri.indexOf('@');
    return at < 0 ? "" : uri.substring(uri.indexOf(':') + 1, at);
  }

  /** The name that calls: the display name of {@code From}, empty if there is none. */
  public String callerName() {
    String from = request().header("From");
    int open = from.indexOf('<');
    return open <= 0 ? "" : Fields.unquote(from.substring(0, open).trim());
  }

  /** Says 180 Ringing. */
  public IncomingCall ring() {
    invite.respond(180, "Ringing", tag, contact(), "");
    return this;
  }

  /** Answers, and waits until the other side has acknowledged that. */
  public Conversation answer() {
    Dialog dialog = Dialog.incoming(agent, request(), tag);
    String offer = request().body();
    String answer = offer.isEmpty() ? media.offer(Sdp.Direction.SENDRECV) : media.answer(offer);
    Conversation conversation = new Conversation(agent, dialog, media);
    invite.respondUntil(conversation::acknowledged, 200, "OK", tag, contact(), answer);
    conversation.awaitAcknowledged();
    return conversation;
  }

  /** Rejects, such as with 486 Busy Here, and waits for the ACK. */
  public void reject(int status, String reason) {
    media.close();
    invite.respondUntil(() -> acknowledged, status, reason, tag, Headers.none(), "");
    agent.watch().until(() -> "the ACK for its " + status, () -> acknowledged);
  }

  /** Sends the call on to another number with 302, and waits for the ACK. */
  public void forward(String number) {
    media.close();
    Headers contact =
        Headers.none().with("Contact", "<sip:" + number + "@" + agent.serverHost() + ">");
    invite.respondUntil(() -> acknowledged, 302, "Moved Temporarily", tag, contact, "");
    agent.watch().until(() -> "the ACK for its 302", () -> acknowledged);
  }

  /** Waits until the caller has given up, and that is acknowledged. */
  public void awaitCancelled() {
    agent.watch().until(() -> "the CANCEL of its call", () -> cancelled && acknowledged);
  }

  /** Whether the caller has given up. */
  public boolean cancelled() {
    return cancelled;
  }

  private Headers contact() {
    return Headers.none().with("Contact", "<" + agent.contact() + ">");
  }

  @Override
  public void request(ServerExchange exchange) {
    switch (exchange.request().method()) {
      case "ACK" -> acknowledged = true;
      case "CANCEL" -> cancel(exchange);
      case "INVITE" -> exchange.respond(491, "Request Pending");
      case "BYE" -> exchange.respond(200, "OK");
      default -> exchange.respond(405, "Method Not Allowed");
    }
  }

  private void cancel(ServerExchange exchange) {
    if (!exchange.request().branch().equals(request().branch())) {
      exchange.respond(481, "Call/Transaction Does Not Exist");
      return;
    }
    media.close();
    cancelled = true;
    exchange.respond(200, "OK", tag, Headers.none(), "");
    invite.respondUntil(() -> acknowledged, 487, "Request Terminated", tag, Headers.none(), "");
  }
}
