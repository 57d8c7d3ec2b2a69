package org.ara.sip.call;

import java.time.Duration;
import java.util.function.UnaryOperator;
import org.ara.sip.message.RequestBuilder;
import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipResponse;
import org.ara.sip.peer.SessionPolicy;
import org.ara.sip.transaction.Timers;

/**
 * Keeps the session of one call fresh as was settled, and ends the call of a far end that does not
 * do its part (RFC 4028 sections 7.2 and 10). Safe for several threads.
 */
final class SessionKeeper {

  /** A far end that did not refresh has this long left: a third of the time, at most 32 s. */
  private static final int MOST_GRACE = 32;

  private static final int RETRY_SECONDS = 10;

  /** Runs something later. */
  @FunctionalInterface
  interface Later {
    Timers.Timer run(Duration delay, Runnable action);
  }

  /** Sends a refresh. */
  @FunctionalInterface
  interface Refresh {
    /**
     * @param terms puts what is asked for into the request
     * @param outcome told what came of it
     */
    void send(UnaryOperator<RequestBuilder> terms, Outcome outcome);
  }

  /** Is told what came of a refresh. */
  interface Outcome {
    /** There was a final response. */
    void answered(SipRequest request, SipResponse response);

    /** There was none: the far end is gone. */
    void lost();
  }

  private final SessionPolicy policy;
  private final Later later;
  private final Refresh refresh;
  private final Runnable gone;
  private SessionTerms terms = SessionTerms.NONE;
  private int minimum;
  private Timers.Timer next = Timers.Timer.NONE;
  private Timers.Timer end = Timers.Timer.NONE;
  private boolean stopped;

  /**
   * @param gone ends the call
   */
  SessionKeeper(SessionPolicy policy, Later later, Refresh refresh, Runnable gone) {
    this.policy = policy;
    this.later = later;
    this.refresh = refresh;
    this.gone = gone;
    this.minimum = policy.minimum();
  }

  SessionPolicy policy() {
    return policy;
  }

  /** The session was begun or refreshed on these terms, just now. */
  synchronized void settled(SessionTerms settled) {
    terms = settled;
    next.cancel();
    end.cancel();
    if (stopped || settled.seconds() == 0) {
      return;
    }
    if (settled.ours()) {
      next = later.run(Duration.ofSeconds(settled.seconds() / 2), this::refresh);
    }
    int grace = Math.min(MOST_GRACE, settled.seconds() / 3);
    end = later.run(Duration.ofSeconds(settled.seconds() - grace), gone);
  }

  /** The call is over. */
  synchronized void stop() {
    stopped = true;
    next.cancel();
    end.cancel();
  }

  private void refresh() {
    SessionTerms asked;
    int least;
    synchronized (this) {
      if (stopped) {
        return;
      }
      asked = terms;
      least = minimum;
    }
    refresh.send(request -> asked.ask(request, least), new Heeding());
  }

  private synchronized void again(int seconds) {
    if (!stopped) {
      next = later.run(Duration.ofSeconds(seconds), this::refresh);
    }
  }

  /** Whether that was news. */
  private synchronized boolean raise(int least) {
    boolean news = least > minimum;
    minimum = Math.max(minimum, least);
    terms = new SessionTerms(Math.max(terms.seconds(), minimum), terms.ours());
    return news;
  }

  private final class Heeding implements Outcome {
    @Override
    public void answered(SipRequest request, SipResponse response) {
      if (response.isSuccess()) {
        settled(SessionTerms.answered(request, response));
      } else if (response.status() == 422 && SessionTerms.minimum(response) > 0) {
        again(raise(SessionTerms.minimum(response)) ? 0 : RETRY_SECONDS);
      } else if (response.status() == 481 || response.status() == 408) {
        gone.run();
      } else {
        again(RETRY_SECONDS); // it is busy with something else, perhaps; the end is not near
      }
    }

    @Override
    public void lost() {
      gone.run();
    }
  }
}
