package org.ara.sip.call;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.ara.sip.message.HeaderName;
import org.ara.sip.message.ResponseBuilder;
import org.ara.sip.message.SipMessage;
import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipResponse;
import org.ara.sip.transaction.ServerTransaction;
import org.ara.sip.transaction.Timers;
import org.jspecify.annotations.Nullable;

/**
 * Provisional responses that must arrive: each is repeated until its PRACK comes, and the next one
 * waits for that (RFC 3262 section 3). Safe for several threads.
 */
final class ReliableResponses {

  static final String TAG = "100rel";

  private static final Pattern BLANKS = Pattern.compile("[ \\t]+");
  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(32);

  private final ServerTransaction invite;
  private final SessionKeeper.Later later;
  private final Runnable lost;
  private final Deque<ResponseBuilder> waiting = new ArrayDeque<>();
  private long number = 1 + ThreadLocalRandom.current().nextInt(1 << 30);
  private @Nullable SipResponse current;
  private @Nullable Runnable then;
  private Timers.Timer repeat = Timers.Timer.NONE;
  private Timers.Timer end = Timers.Timer.NONE;

  /**
   * @param lost told once if a PRACK does not come
   */
  ReliableResponses(ServerTransaction invite, SessionKeeper.Later later, Runnable lost) {
    this.invite = invite;
    this.later = later;
    this.lost = lost;
  }

  /** Whether the caller wants such responses; whoever merely knows them gets them too. */
  static boolean wanted(SipRequest invite) {
    return names(invite, HeaderName.REQUIRE) || names(invite, HeaderName.SUPPORTED);
  }

  /** Whether a message names the extension. */
  static boolean names(SipMessage message, String header) {
    return message.headers().values(header).stream().anyMatch(TAG::equalsIgnoreCase);
  }

  /** Sends a response, as soon as the one before was acknowledged. */
  synchronized void send(ResponseBuilder response) {
    waiting.add(response);
    next();
  }

  /** Does something once all were acknowledged. */
  void whenAcknowledged(Runnable action) {
    synchronized (this) {
      if (current != null) {
        then = action;
        return;
      }
    }
    action.run();
  }

  private void next() {
    ResponseBuilder response = current == null ? waiting.poll() : null;
    if (response == null) {
      return;
    }
    number++;
    SipResponse built =
        response
            .header(HeaderName.REQUIRE, TAG)
            .header(HeaderName.RSEQ, Long.toString(number))
            .build();
    current = built;
    invite.respond(built);
    repeatAfter(FIRST, built);
    end = later.run(PATIENCE, this::giveUp);
  }

  private void repeatAfter(Duration delay, SipResponse response) {
    repeat = later.run(delay, () -> repeat(delay, response));
  }

  private synchronized void repeat(Duration delay, SipResponse response) {
    if (current == response) {
      invite.respond(response);
      repeatAfter(delay.multipliedBy(2), response);
    }
  }

  private void giveUp() {
    synchronized (this) {
      if (current == null) {
        return;
      }
      stop();
    }
    lost.run();
  }

  /** Takes a PRACK in; false if it acknowledges nothing that waits. */
  synchronized boolean acknowledged(SipRequest prack) {
    String expected = number + " " + invite.request().cseq().number() + " INVITE";
    String value = prack.headers().first(HeaderName.RACK);
    if (current == null
        || value == null
        || !expected.equals(BLANKS.matcher(value.strip()).replaceAll(" "))) {
      return false;
    }
    current = null;
    repeat.cancel();
    end.cancel();
    return true;
  }

  /** Goes on with what waited for the PRACK, once that is answered. */
  void goOn() {
    Runnable action;
    synchronized (this) {
      next();
      action = current == null ? then : null;
      then = current == null ? null : then;
    }
    if (action != null) {
      action.run();
    }
  }

  /** The call came to an end, or was answered: nothing is repeated any more. */
  synchronized void stop() {
    current = null;
    waiting.clear();
    then = null;
    repeat.cancel();
    end.cancel();
  }
}
