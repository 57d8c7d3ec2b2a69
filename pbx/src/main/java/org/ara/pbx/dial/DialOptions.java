package org.ara.pbx.dial;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ara.pbx.Deadline;
import org.ara.pbx.application.Call;
import org.ara.pbx.bridge.HangupKeys;
import org.ara.pbx.dialplan.OptionLetters;
import org.ara.pbx.dialplan.Seconds;

/**
 * The option letters of Dial that have an effect.
 *
 * @param goOn whether the dialplan goes on after the callee hung up (g)
 * @param fakeRinging whether the caller hears ringing whatever the callee sends (r, m)
 * @param keys who may hang up with the key (h, H)
 * @param limit the seconds after which an answered call ends, empty for none (S)
 */
record DialOptions(boolean goOn, boolean fakeRinging, HangupKeys keys, String limit) {

  private static final String BUILT = "grmhHS";

  /** Reads the letters, naming in one warning those that are not built. Empty if unreadable. */
  static Optional<DialOptions> parse(Call call, String text) {
    return OptionLetters.parse(text, call::warn).map(letters -> of(call, letters));
  }

  private static DialOptions of(Call call, OptionLetters letters) {
    Set<Character> others = new TreeSet<>(letters.values().keySet());
    others.removeIf(letter -> BUILT.indexOf(letter) >= 0 || letter == ' ');
    if (!others.isEmpty()) {
      call.warn("options " + others + " are not supported and have no effect");
    }
    if (letters.has('m')) {
      call.warn("option m: there is no music on hold; the caller hears ringing instead");
    }
    return new DialOptions(
        letters.has('g'),
        letters.has('r') || letters.has('m'),
        new HangupKeys(letters.has('H'), letters.has('h')),
        letters.value('S').orElse(""));
  }

  /** When an answered call is to end, counted from now. */
  Deadline talkUntil() {
    return Seconds.parse(limit)
        .filter(time -> !time.isZero())
        .map(Deadline::in)
        .orElse(Deadline.NEVER);
  }
}
