package org.ara.sip.subscribe;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.ara.pbx.device.ExtensionState;
import org.ara.pbx.device.Hints;
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
 * One phone that watches one number. One NOTIFY is under way at a time; what changes meanwhile is
 * told by the next, as it is then. Safe for several threads.
 */
final class Subscription {

  private final String peer;
  private final Hints.Hint hint;
  private final String entity;
  private final Format format;
  private final Dialog dialog;
  private final TransactionLayer layer;
  private final Hints hints;
  private final String userAgent;
  private final Consumer<Subscription> over;
  private Instant expires;
  private String ending = "";
  private boolean busy;
  private boolean due;
  private int version;
  private @Nullable ExtensionState told;

  Subscription(
      Watcher watcher,
      Dialog dialog,
      State state,
      TransactionLayer layer,
      Hints hints,
      Instant expires,
      Consumer<Subscription> over) {
    this.peer = watcher.peer();
    this.hint = watcher.hint();
    this.entity = watcher.entity();
    this.format = watcher.format();
    this.dialog = dialog;
    this.layer = layer;
    this.hints = hints;
    this.userAgent = state.settings().userAgent();
    this.expires = expires;
    this.over = over;
  }

  /**
   * Who watches what.
   *
   * @param entity the number as a URI
   */
  record Watcher(String peer, Hints.Hint hint, String entity, Format format) {}

  Dialog dialog() {
    return dialog;
  }

  String peer() {
    return peer;
  }

  Hints.Hint hint() {
    return hint;
  }

  Format format() {
    return format;
  }

  synchronized String lastTold() {
    return told == null ? "" : told.text();
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
    ExtensionState now = hints.state(hint);
    SipRequest notify;
    synchronized (this) {
      if (!always && now == told) {
        return;
      }
      if (busy) {
        due = true;
        return;
      }
      busy = true;
      due = false;
      told = now;
      notify = notify(now);
    }
    send(notify);
  }

  private SipRequest notify(ExtensionState now) {
    long left = Math.max(0, Duration.between(Instant.now(), expires).toSeconds());
    String state = ending.isEmpty() ? "active;expires=" + left : "terminated;reason=" + ending;
    String body = format.body(hint.extension(), entity, now, version++);
    return dialog
        .request(Method.NOTIFY)
        .header(HeaderName.USER_AGENT, userAgent)
        .header(HeaderName.EVENT, format.event())
        .header(HeaderName.SUBSCRIPTION_STATE, state)
        .body(format.type(), body.getBytes(StandardCharsets.UTF_8))
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
    synchronized (this) {
      busy = false;
      again = due && alive;
      if (!alive || (!ending.isEmpty() && !due)) {
        ending = ending.isEmpty() ? "gone" : ending;
        again = false;
      }
    }
    if (again) {
      tell(true);
    } else if (isOver()) {
      over.accept(this);
    }
  }

  private synchronized boolean isOver() {
    return !ending.isEmpty();
  }
}
