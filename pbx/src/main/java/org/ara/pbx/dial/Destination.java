package org.ara.pbx.dial;

import java.util.ArrayList;
import java.util.List;
import org.ara.pbx.application.Call;

/**
 * One phone to call.
 *
 * @param technology the word before the slash
 * @param resource what stands after it
 */
record Destination(String technology, String resource) {

  /** The destinations in {@code SIP/100&SIP/101}, up to the first that is none. */
  static List<Destination> parse(Call call, String text) {
    List<Destination> destinations = new ArrayList<>();
    for (String element : text.split("&")) {
      String wanted = element.strip();
      int slash = wanted.indexOf('/');
      if (wanted.isEmpty()) {
        continue;
      }
      if (slash <= 0 || slash == wanted.length() - 1) {
        call.warn("'" + wanted + "' is not of the form technology/resource; not dialling further");
        break;
      }
      destinations.add(new Destination(wanted.substring(0, slash), wanted.substring(slash + 1)));
    }
    return destinations;
  }

  @Override
  public String toString() {
    return technology + "/" + resource;
  }
}
