package org.ara.testkit.sip;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A telephone on a free port of the loopback interface: registers, calls, is called, and can tell
 * what it heard. Every wait has an end, the account's patience, and a {@link PhoneException} with
 * the last messages.
 */
public final class SipPhone implements AutoCloseable {

  private static final int AN_HOUR = 3600;

  private final UserAgent agent;
  private final Queue<IncomingCall> waiting = new ConcurrentLinkedQueue<>();
  private @Nullable Dialog registrations;

  private SipPhone(PhoneAccount account, InetAddress address) {
    this.agent = new UserAgent(account, address, this::stranger);
  }

  /** Switches a phone on; it says nothing by itself. */
  public static SipPhone open(PhoneAccount account) {
    return open(account, InetAddress.getLoopbackAddress());
  }

  /** Switches a phone on that has this address, such as 127.0.0.2. */
  public static SipPhone open(PhoneAccount account, InetAddress address) {
    SipPhone phone = new SipPhone(account, address);
    phone.agent.start();
    return phone;
  }

  /** Registers for an hour; how that went, refusals included. */
  public Registration register() {
    return register(AN_HOUR);
  }

  /** Registers for that many seconds; how that went, refusals included. */
  public Registration register(int seconds) {
    String contact = "<" + agent.contact() + ">";
    return register(
        Headers.none().with("Contact", contact).with("Expires", String.valueOf(seconds)));
  }

  /** Takes the registration of this phone's own contact back. */
  public Registration unregister() {
    return register(0);
  }

  /** Sends a REGISTER with these fields, {@code Contact} and {@code Expires} above all. */
  public synchronized Registration register(Headers fields) {
    Dialog dialog = registrations;
    if (dialog == null) {
      dialog = Dialog.outgoing(agent, "sip:" + agent.serverHost(), agent.aor());
      registrations = dialog;
    }
    AtomicReference<@Nullable Digest> challenge = new AtomicReference<>();
    SipResponse response =
        agent.request(dialog, Order.of("REGISTER", fields, "").showing(challenge::set));
    return new Registration(
        response.status(),
        response.reason(),
        java.util.Optional.ofNullable(challenge.get()),
        response);
  }

  /** Calls an extension and returns at once. */
  public OutgoingCall call(String extension) {
    return OutgoingCall.place(agent, extension);
  }

  /** Calls to take the place of a phone in its conversation (RFC 3891); returns at once. */
  public OutgoingCall callInPlaceOf(Conversation other) {
    return OutgoingCall.place(agent, "anybody", Headers.none().with("Replaces", other.replaces()));
  }

  /** Waits for a call to this phone; it is not yet ringing. */
  public IncomingCall awaitCall() {
    return agent.watch().await(() -> "a call", waiting::poll);
  }

  /** Whether a call has come that {@link #awaitCall} has not yet returned. */
  public boolean called() {
    return !waiting.isEmpty();
  }

  /** Asks the server what it can do (OPTIONS), about an extension or, if empty, itself. */
  public SipResponse options(String extension) {
    String user = extension.isEmpty() ? "" : extension + "@";
    String uri = "sip:" + user + agent.serverHost();
    Dialog dialog = Dialog.outgoing(agent, uri, uri);
    return agent.request(dialog, Order.of("OPTIONS", Headers.none(), ""));
  }

  /** Where this phone listens. */
  public InetSocketAddress address() {
    return Addresses.of(agent.contact());
  }

  /** The URI it registers. */
  public String contact() {
    return agent.contact();
  }

  /** What has been sent and received. */
  public Trace trace() {
    return agent.trace();
  }

  /** What it received that a phone must not be sent; empty after a good test. */
  public List<String> violations() {
    return agent.trace().violations();
  }

  private void stranger(ServerExchange exchange) {
    switch (exchange.request().method()) {
      case "INVITE" -> {
        if (exchange.request().header("Contact").isEmpty()) {
          agent.trace().violation("an INVITE without Contact");
          return;
        }
        waiting.add(new IncomingCall(agent, exchange));
      }
      case "OPTIONS", "NOTIFY" ->
          exchange.respond(200, "OK", "", Headers.none().with("Allow", UserAgent.ALLOW), "");
      case "ACK" -> {}
      case "BYE", "CANCEL" -> exchange.respond(481, "Call/Transaction Does Not Exist");
      default ->
          exchange.respond(
              405, "Method Not Allowed", "", Headers.none().with("Allow", UserAgent.ALLOW), "");
    }
  }

  /** Whether nobody has switched it off. */
  public boolean isOpen() {
    return agent.open();
  }

  /** Switches it off without a word. */
  @Override
  public void close() {
    agent.close();
  }
}
