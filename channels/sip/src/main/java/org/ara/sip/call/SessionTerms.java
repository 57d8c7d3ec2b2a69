package org.ara.sip.call;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.ara.sip.message.HeaderName;
import org.ara.sip.message.MessageBuilder;
import org.ara.sip.message.SipMessage;
import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipResponse;
import org.ara.sip.peer.SessionPolicy;
import org.ara.sip.peer.SessionPolicy.Mode;
import org.ara.sip.peer.SessionPolicy.Refresher;

/**
 * What both sides of a session settled on about refreshing it (RFC 4028).
 *
 * @param seconds how long it holds without a refresh; 0 for ever
 * @param ours whether this server refreshes it
 */
record SessionTerms(int seconds, boolean ours) {

  static final String TAG = "timer";

  /** It holds for ever. */
  static final SessionTerms NONE = new SessionTerms(0, false);

  private static final String REFRESHER = "refresher=";
  private static final int MOST_SECONDS = 1_000_000_000;

  /** The least time to ask for instead of the one in a request, which is too short. */
  static OptionalInt tooShort(SipRequest request, SessionPolicy policy) {
    int asked = seconds(request, HeaderName.SESSION_EXPIRES);
    boolean refused = policy.mode() != Mode.REFUSE && asked > 0 && asked < policy.minimum();
    return refused ? OptionalInt.of(policy.minimum()) : OptionalInt.empty();
  }

  /** What this server settles for, asked by a request that begins or refreshes a session. */
  static SessionTerms answering(SipRequest request, SessionPolicy policy) {
    int asked = seconds(request, HeaderName.SESSION_EXPIRES);
    boolean wanted = asked > 0 || policy.mode() == Mode.ORIGINATE;
    if (policy.mode() == Mode.REFUSE || !wanted) {
      return NONE;
    }
    int least = Math.max(seconds(request, HeaderName.MIN_SE), policy.minimum());
    int most = asked > 0 ? Math.min(asked, policy.expires()) : policy.expires();
    boolean they = knows(request) && theirs(request, policy.refresher() == Refresher.UAC);
    return new SessionTerms(Math.max(least, most), !they);
  }

  /** What the far end settled for, answering a request of ours. */
  static SessionTerms answered(SipRequest request, SipResponse response) {
    int granted = seconds(response, HeaderName.SESSION_EXPIRES);
    int asked = seconds(request, HeaderName.SESSION_EXPIRES);
    return granted > 0
        ? new SessionTerms(granted, refresher(response).orElse("uac").equals("uac"))
        : new SessionTerms(asked, true);
  }

  /** Puts what was settled into the 2xx to a request. */
  <B extends MessageBuilder<B>> B into(B response, SipRequest request) {
    if (seconds == 0) {
      return response;
    }
    boolean byCaller = !ours;
    B with = response.header(HeaderName.SESSION_EXPIRES, text(byCaller));
    return byCaller ? with.header(HeaderName.REQUIRE, TAG) : with;
  }

  /**
   * Asks for a refresh on these terms.
   *
   * @param minimum the least that the far end takes
   */
  <B extends MessageBuilder<B>> B ask(B request, int minimum) {
    return seconds == 0
        ? request
        : request
            .header(HeaderName.SESSION_EXPIRES, text(ours))
            .header(HeaderName.MIN_SE, Integer.toString(minimum));
  }

  private String text(boolean byCaller) {
    return seconds + ";" + REFRESHER + (byCaller ? "uac" : "uas");
  }

  /** The least time in a 422, or 0. */
  static int minimum(SipMessage message) {
    return seconds(message, HeaderName.MIN_SE);
  }

  private static boolean knows(SipRequest request) {
    return request.headers().values(HeaderName.SUPPORTED).stream().anyMatch(TAG::equalsIgnoreCase)
        || request.headers().values(HeaderName.REQUIRE).stream().anyMatch(TAG::equalsIgnoreCase);
  }

  private static boolean theirs(SipRequest request, boolean otherwise) {
    return refresher(request).map("uac"::equals).orElse(otherwise);
  }

  private static Optional<String> refresher(SipMessage message) {
    String value = message.headers().first(HeaderName.SESSION_EXPIRES);
    String text = value == null ? "" : value.toLowerCase(Locale.ROOT).replace(" ", "");
    int at = text.indexOf(REFRESHER);
    return at < 0
        ? Optional.empty()
        : Optional.of(text.substring(at + REFRESHER.length()).split(";", 2)[0]);
  }

  /** 0 for a header that is missing or makes no sense. */
  private static int seconds(SipMessage message, String header) {
    String value = message.headers().first(header);
    String digits = value == null ? "" : value.split(";", 2)[0].strip();
    if (digits.isEmpty() || digits.length() > 10 || !digits.chars().allMatch(Character::isDigit)) {
      return 0;
    }
    return (int) Math.min(MOST_SECONDS, Long.parseLong(digits));
  }
}
