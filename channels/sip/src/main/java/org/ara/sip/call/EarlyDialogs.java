package org.ara.sip.call;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.ara.sip.message.HeaderName;
import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipResponse;

/**
 * The dialogs that the responses to one INVITE make, a fork each: they live on in the 2xx, so that
 * numbers of requests go on from those of the PRACKs. Safe for several threads.
 */
final class EarlyDialogs {

  private static final int MOST = 32;

  private final Map<DialogId, Dialog> dialogs = new HashMap<>();
  private final Map<DialogId, Long> acknowledged = new HashMap<>();

  /** The dialog of a response, made if it is the first of it. */
  synchronized Dialog of(
      SipRequest invite, SipResponse response, Function<SipResponse, Dialog> make) {
    DialogId id = DialogId.of(invite, response);
    Dialog known = dialogs.get(id);
    if (known != null) {
      known.retarget(response.contacts());
      return known;
    }
    Dialog made = make.apply(response);
    if (dialogs.size() < MOST) {
      dialogs.put(id, made);
    }
    return made;
  }

  /**
   * Notes a reliable provisional response.
   *
   * @return whether it wants a PRACK: it is the next one of its dialog, and no repetition
   */
  synchronized boolean isNext(SipRequest invite, SipResponse response) {
    String text = response.headers().first(HeaderName.RSEQ);
    String digits = text == null ? "" : text.strip();
    if (!digits.matches("[0-9]{1,10}") || acknowledged.size() >= MOST) {
      return false;
    }
    long number = Long.parseLong(digits);
    DialogId id = DialogId.of(invite, response);
    Long last = acknowledged.get(id);
    if (last != null && number != last + 1) {
      return false;
    }
    acknowledged.put(id, number);
    return true;
  }
}
