package org.ara.manager.ami.event;

import java.time.Instant;
import java.util.Locale;
import org.ara.module.manager.Header;
import org.ara.module.manager.ManagerEvent;

/**
 * An event with its text, made once for all sessions that are told it.
 *
 * @param event what happened
 * @param text as it is sent, the empty line at its end included
 */
public record EventText(ManagerEvent event, String text) {

  /**
   * The text of an event.
   *
   * @param systemName told if it is not empty
   * @param when told if it is not null
   */
  public static EventText of(
      ManagerEvent event, String systemName, java.util.Optional<Instant> when) {
    StringBuilder text = new StringBuilder(256);
    line(text, new Header("Event", event.name()));
    line(text, new Header("Privilege", event.classes().toString()));
    when.ifPresent(time -> line(text, new Header("Timestamp", timestamp(time))));
    if (!systemName.isEmpty()) {
      line(text, new Header("SystemName", systemName));
    }
    event.headers().forEach(header -> line(text, header));
    return new EventText(event, text.append("\r\n").toString());
  }

  /** Seconds and microseconds since 1970, {@code 1795388767.166539}. */
  public static String timestamp(Instant time) {
    return String.format(Locale.ROOT, "%d.%06d", time.getEpochSecond(), time.getNano() / 1000);
  }

  private static void line(StringBuilder text, Header header) {
    text.append(header.line()).append("\r\n");
  }
}
