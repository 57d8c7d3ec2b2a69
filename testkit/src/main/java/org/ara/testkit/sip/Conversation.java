package org.ara.testkit.sip;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ara.testkit.audio.Tone;
import org.ara.testkit.rtp.Heard;

/**
 * An answered call, from one phone's side: what it says, hears and does until somebody hangs up.
 */
public final class Conversation implements UserAgent.Party {

  private final UserAgent agent;
  private final Dialog dialog;
  private final Media media;
  private volatile boolean acknowledged;
  private final List<String> notices = new CopyOnWriteArrayList<>();
  private volatile String referred = "";
  private volatile boolean ended;
  private volatile long acknowledgedCseq = -1;

  Conversation(UserAgent agent, Dialog dialog, Media media) {
    this.agent = agent;
    this.dialog = dialog;
    this.media = media;
    agent.attach(dialog.callId(), this);
  }

  /** Says this tone from now on, instead of whatever it said before. */
  public Conversation say(Tone tone) {
    media.stream().play(tone);
    return this;
  }

  /** Falls silent: sends nothing. */
  public Conversation fallSilent() {
    media.stream().silence();
    return this;
  }

  /** Presses these keys (RFC 4733) and waits until they have been sent. */
  public Conversation press(String keys) {
    media.stream().press(keys);
    agent.watch().until(() -> "its own digits to leave", () -> !media.stream().pressing());
    return this;
  }

  /** What it has heard up to now. */
  public Heard heard() {
    return media.stream().heard();
  }

  /** Waits until this tone, and hardly anything else, is heard. */
  public Heard awaitTone(Tone tone) {
    return agent
        .watch()
        .await(
            () -> "a tone of " + tone + "; heard " + heard(),
            () -> {
              Heard heard = heard();
              return heard.isNow(tone) ? heard : null;
            });
  }

  /** Waits until these digits and no others have been heard. */
  public void awaitDigits(String keys) {
    agent
        .watch()
        .until(() -> "digits " + keys + "; heard " + heard(), () -> heard().digits().equals(keys));
  }

  /** Waits until nothing has been heard for that long. */
  public void awaitQuiet(Duration duration) {
    agent
        .watch()
        .until(
            () -> "quiet; heard " + heard(),
            () -> media.stream().quietNanos() > duration.toNanos());
  }

  /** Asks the other side to be silent: re-INVITE with {@code sendonly}; the final response. */
  public SipResponse hold() {
    return reinvite(Sdp.Direction.SENDONLY);
  }

  /** Takes the call back: re-INVITE with {@code sendrecv}; the final response. */
  public SipResponse resume() {
    return reinvite(Sdp.Direction.SENDRECV);
  }

  private SipResponse reinvite(Sdp.Direction direction) {
    SipResponse response =
        agent.request(dialog, Order.of("INVITE", Headers.none(), media.offer(direction)));
    if (response.success()) {
      media.accept(response.body());
    }
    return response;
  }

  /** What the other side last said about the audio. */
  public Sdp remote() {
    Sdp sdp = media.remote();
    if (sdp == null) {
      throw agent.watch().failure("was sent no session description");
    }
    return sdp;
  }

  /** Waits until the other side's last word on the direction of the audio is this. */
  public void awaitDirection(Sdp.Direction direction) {
    agent
        .watch()
        .until(
            () -> "the other side to be " + direction + "; it is " + remote().direction(),
            () -> remote().direction() == direction);
  }

  /** Asks the server to send the other party to that number (RFC 3515); the final response. */
  public SipResponse refer(String number) {
    return referTo("<sip:" + number + "@" + agent.serverHost() + ">");
  }

  /** Asks the server to connect the other parties of this call and of that one (RFC 5589). */
  public SipResponse refer(Conversation consultation) {
    String replaces = URLEncoder.encode(consultation.dialog.replaces(), StandardCharsets.UTF_8);
    String there = consultation.dialog.target();
    return referTo("<" + there + "?Replaces=" + replaces + ">");
  }

  /** What names this call to the server in a Replaces header. */
  String replaces() {
    return dialog.replaces();
  }

  private SipResponse referTo(String target) {
    Headers headers =
        Headers.none().with("Refer-To", target).with("Contact", "<" + agent.contact() + ">");
    return agent.request(dialog, Order.of("REFER", headers, ""));
  }

  /** Waits until the server has asked this phone to call somebody else; whom. */
  public String awaitRefer() {
    agent.watch().until(() -> "a REFER", () -> !referred.isEmpty());
    return referred;
  }

  /** Waits until the server has told that a transfer came to that. */
  public void awaitNotice(String line) {
    agent
        .watch()
        .until(() -> "a notice of " + line + "; got " + notices, () -> notices.contains(line));
  }

  /** Hangs up; the answer to the BYE. */
  public SipResponse hangUp() {
    ended = true;
    SipResponse response = agent.request(dialog, Order.of("BYE", Headers.none(), ""));
    media.close();
    return response;
  }

  /** Waits until the other side hangs up. */
  public void awaitHangUp() {
    agent.watch().until(() -> "the other side to hang up", () -> ended);
  }

  /** Whether somebody has hung up. */
  public boolean ended() {
    return ended;
  }

  /** Waits until the other side has acknowledged our answer. */
  void awaitAcknowledged() {
    agent.watch().until(() -> "the ACK for its answer", () -> acknowledged);
  }

  boolean acknowledged() {
    return acknowledged || ended;
  }

  @Override
  public void request(ServerExchange exchange) {
    switch (exchange.request().method()) {
      case "ACK" -> acknowledge(exchange.request());
      case "BYE" -> {
        ended = true;
        media.close();
        exchange.respond(200, "OK");
      }
      case "INVITE" -> reinvited(exchange);
      case "NOTIFY" -> {
        notices.add(exchange.request().body().strip());
        exchange.respond(200, "OK");
      }
      case "REFER" -> {
        referred = exchange.request().header("Refer-To");
        exchange.respond(202, "Accepted");
      }
      case "OPTIONS" -> exchange.respond(200, "OK");
      default -> exchange.respond(405, "Method Not Allowed");
    }
  }

  private void acknowledge(SipRequest ack) {
    acknowledged = true;
    acknowledgedCseq = ack.cseq();
    if (media.remote() == null && !ack.body().isEmpty()) {
      media.accept(ack.body());
    }
  }

  private void reinvited(ServerExchange exchange) {
    SipRequest request = exchange.request();
    dialog.moved(request);
    String body = request.body();
    String answer = body.isEmpty() ? media.offer(Sdp.Direction.SENDRECV) : media.answer(body);
    exchange.respondUntil(
        () -> ended || acknowledgedCseq >= request.cseq(),
        200,
        "OK",
        "",
        Headers.none().with("Contact", "<" + agent.contact() + ">"),
        answer);
  }
}
