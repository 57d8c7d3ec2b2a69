package org.ara.testkit.sip;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ara.testkit.audio.Tone;
import org.ara.testkit.rtp.Heard;
import org.jspecify.annotations.Nullable;

/** A call this phone makes, from the INVITE to the final answer. */
public final class OutgoingCall {

  private final UserAgent agent;
  private final Dialog dialog;
  private final Media media;
  private final List<SipResponse> progress = new CopyOnWriteArrayList<>();
  private volatile @Nullable ClientTransaction attempt;
  private volatile @Nullable SipResponse outcome;
  private volatile @Nullable Conversation conversation;
  private volatile @Nullable PhoneException failure;

  private OutgoingCall(UserAgent agent, String number) {
    this.agent = agent;
    String uri = "sip:" + number + "@" + agent.serverHost();
    this.dialog = Dialog.outgoing(agent, uri, uri);
    this.media = new Media(agent);
  }

  static OutgoingCall place(UserAgent agent, String number) {
    return place(agent, number, Headers.none());
  }

  /** Places a call with further header fields. */
  static OutgoingCall place(UserAgent agent, String number, Headers extra) {
    OutgoingCall call = new OutgoingCall(agent, number);
    Thread.ofVirtual().name("call-" + number).start(() -> call.run(extra));
    return call;
  }

  private void run(Headers extra) {
    try {
      String offer = media.offer(Sdp.Direction.SENDRECV);
      Order order = Order.of("INVITE", extra, offer);
      SipResponse response =
          agent.request(dialog, order.watchedBy(now -> attempt = now, this::progressed));
      if (response.success()) {
        media.accept(response.body());
        conversation = new Conversation(agent, dialog, media);
      } else {
        media.close();
      }
      outcome = response;
    } catch (PhoneException e) {
      failure = e;
    } catch (IllegalArgumentException e) {
      failure = agent.watch().failure("could not read the answer: " + e.getMessage());
    }
    agent.watch().changed();
  }

  private void progressed(SipResponse response) {
    progress.add(response);
    agent.watch().changed();
  }

  /** The provisional responses so far: 100, 180... */
  public List<Integer> progress() {
    return progress.stream().map(SipResponse::status).toList();
  }

  /** Waits for a 180 Ringing. */
  public OutgoingCall awaitRinging() {
    return awaitProgress(180);
  }

  /** Waits for that provisional response; fails at once if the call is over before. */
  public OutgoingCall awaitProgress(int status) {
    agent
        .watch()
        .until(
            () -> status + " to its INVITE; got " + progress(),
            () -> {
              checkFailure();
              boolean there = progress().contains(status);
              if (!there && outcome != null) {
                throw agent.watch().failure("got " + outcome + " without a " + status);
              }
              return there;
            });
    return this;
  }

  /** Waits for the final response, whatever it is. */
  public SipResponse awaitOutcome() {
    return agent
        .watch()
        .await(
            () -> "the final answer to its INVITE",
            () -> {
              checkFailure();
              return outcome;
            });
  }

  /** Waits until the other side answers; any refusal fails. */
  public Conversation awaitAnswer() {
    SipResponse response = awaitOutcome();
    Conversation talk = conversation;
    if (talk == null) {
      throw agent.watch().failure("was refused: " + response.status() + " " + response.reason());
    }
    return talk;
  }

  /** Waits until a tone is heard, before or after the answer. */
  public Heard awaitTone(Tone tone) {
    agent
        .watch()
        .until(
            () -> "a tone of " + tone + "; heard " + media.stream().heard(),
            () -> media.stream().heard().isNow(tone));
    return media.stream().heard();
  }

  /** Gives up: CANCEL as soon as something provisional has come; the answer to the CANCEL. */
  public SipResponse cancel() {
    agent.watch().until(() -> "any provisional response", () -> !progress.isEmpty());
    ClientTransaction current = attempt;
    if (current == null) {
      throw agent.watch().failure("has placed no call to cancel");
    }
    SipRequest invite = current.request();
    SipRequest cancel = UserAgent.follow(invite, "CANCEL", invite.header("To"));
    return agent.cancel(cancel, current.destination());
  }

  private void checkFailure() {
    PhoneException failed = failure;
    if (failed != null) {
      throw failed;
    }
  }
}
