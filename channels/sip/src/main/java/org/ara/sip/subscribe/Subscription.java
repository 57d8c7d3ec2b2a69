package org.ara.sip.subscribe;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.ara.sip.answer.State;
import org.ara.sip.call.Dialog;
import org.ara.sip.call.DialogRequest;
import org.ara.sip.digest.DigestClient;
import org.ara.sip.message.HeaderName;
import org.ara.sip.message.Method;
import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipResponse;
import org.ara.sip.transaction.TransactionLayer;
import org.jspecify.annotations.Nullable;

/**
 * One phone that watches one thing. One NOTIFY is under way at a time; what changes meanwhile is
 * told by the next, as it is then. Safe for several threads.
 *
 * @param <T> a snapshot of the thing
 */
final class Subscription<T> {

  private final String peer;
  private final Topic<T> topic;
  private final Dialog dialog;
  private final TransactionLayer layer;
  private final String userAgent;
  private final Consumer<Subscription<?>> over;
  private Instant expires;
  private String ending = "";
  private boolean busy;
  private boolean due;
  private boolean wanted;
  private boolean finished;
  private int version;
  private @Nullable T told;

  Subscription(
      String peer,
      Topic<T> topic,
      Dialog dialog,
      State state,
      TransactionLayer layer,
      Instant expires,
      Consumer<Subscription<?>> over) {
    this.peer = peer;
    this.topic = topic;
    this.dialog = dialog;
    this.layer = layer;
    this.userAgent = state.settings().userAgent();
    this.expires = expires;
    this.over = over;
  }

  Dialog dialog() {
    return dialog;
  }

  String peer() {
    return peer;
  }

  Topic<T> topic() {
    return topic;
  }

  synchronized String lastTold() {
    return told == null ? "" : topic.shown(told);
  }

  synchronized Instant expires() {
    return expires;
  }

  /** The phone asked for more time. */
  void refresh(Instant until) {
    synchronized (this) {
      expires = until;
    }
    tell(true);
  }

  /** Tells the phone that it is over, and forgets it. */
  void end(String reason) {
    synchronized (this) {
      if (!ending.isEmpty()) {
        return;
      }
      ending = reason;
    }
    tell(true);
  }

  /** What is watched may have changed; blocks while databases are asked. */
  void changed() {
    tell(false);
  }

  private void tell(boolean always) {
    synchronized (this) {
      wanted |= always;
      due = true;
      if (busy || finished) {
        return;
      }
      busy = true;
    }
    work();
  }

  /** Looks and tells, by one thread at a time: what was seen earlier is never told later. */
  private void work() {
    Optional<SipRequest> notify = Optional.empty();
    boolean again = true;
    while (again) {
      synchronized (this) {
        due = false;
      }
      T now = topic.now();
      synchronized (this) {
        if (wanted || !now.equals(told)) {
          wanted = false;
          told = now;
          notify = Optional.of(notify(now));
        }
        again = notify.isEmpty() && due;
        busy = again || notify.isPresent();
      }
    }
    notify.ifPresent(this::send);
  }

  private SipRequest notify(T now) {
    long left = Math.max(0, Duration.between(Instant.now(), expires).toSeconds());
    String state = ending.isEmpty() ? "active;expires=" + left : "terminated;reason=" + ending;
    String body = topic.body(now, version++);
    return dialog
        .request(Method.NOTIFY)
        .header(HeaderName.USER_AGENT, userAgent)
        .header(HeaderName.EVENT, topic.event())
        .header(HeaderName.SUBSCRIPTION_STATE, state)
        .body(topic.type(), body.getBytes(StandardCharsets.UTF_8))
        .build();
  }

  private void send(SipRequest notify) {
    Optional<DigestClient> nobody = Optional.empty();
    new DialogRequest(
            layer,
            dialog,
            nobody,
            () -> notify,
            new DialogRequest.Outcome() {
              @Override
              public void answered(SipResponse response) {
                done(response.isSuccess() || response.status() == 503);
              }

              @Override
              public void lost() {
                done(false);
              }
            })
        .send();
  }

  /** A phone that does not know the subscription, or is not there, ends it (RFC 6665 4.2.2). */
  private void done(boolean alive) {
    boolean again;
    boolean ended;
    synchronized (this) {
      again = alive && (due || wanted);
      ended = !again && (!alive || !ending.isEmpty());
      finished |= ended;
      busy = again;
    }
    if (again) {
      work();
    } else if (ended) {
      over.accept(this);
    }
  }
}
