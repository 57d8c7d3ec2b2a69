package org.ara.sip.endpoint;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.ara.config.option.OptionTypes;
import org.ara.pbx.mailbox.Mailboxes;
import org.ara.realtime.Row;
import org.ara.sip.peer.EndpointBuilder;

/**
 * An address of record: what phones register, and where calls to an endpoint go.
 *
 * @param id its name
 * @param contacts URIs that need no registration
 * @param most how many contacts may be registered at once; 0 for none
 * @param replaces whether those that end soonest give way to new ones
 * @param replacesLost whether those that do not answer give way to new ones
 * @param least the least time granted
 * @param usual the time granted to who asks for none
 * @param longest the most time granted
 * @param frequency seconds between questions whether a contact is there; 0 if none is asked
 * @param patience milliseconds within which it is to answer
 * @param mailboxes whose messages it may ask about; {@code box@context} each
 * @param path whether proxies on the way are heeded (RFC 3327)
 * @param row as it is stored
 */
public record Aor(
    String id,
    List<String> contacts,
    int most,
    boolean replaces,
    boolean replacesLost,
    Duration least,
    Duration usual,
    Duration longest,
    int frequency,
    int patience,
    List<String> mailboxes,
    boolean path,
    Row row) {

  private static final int DAYS = 86_400 * 365;

  public Aor {
    contacts = List.copyOf(contacts);
    mailboxes = List.copyOf(mailboxes);
  }

  /**
   * The address of record of a row.
   *
   * @param place driver and family, to stand before a column's name in complaints
   * @param complaints takes in what is wrong; defaults hold then
   */
  static Aor of(String id, Row row, String place, Consumer<String> complaints) {
    Reader read = new Reader(id, row, place, complaints);
    List<String> contacts = new ArrayList<>();
    row.values("contact").forEach(value -> contacts.addAll(EndpointBuilder.words(value)));
    return new Aor(
        id,
        contacts,
        read.number("max_contacts", 0, 0),
        read.truth("remove_existing"),
        read.truth("remove_unavailable"),
        Duration.ofSeconds(read.number("minimum_expiration", 0, 60)),
        Duration.ofSeconds(read.number("default_expiration", 0, 3600)),
        Duration.ofSeconds(read.number("maximum_expiration", 1, 7200)),
        read.number("qualify_frequency", 0, 0),
        read.millis("qualify_timeout", 3000),
        mailboxes(row),
        read.truth("support_path"),
        row);
  }

  private static List<String> mailboxes(Row row) {
    return EndpointBuilder.words(row.text("mailboxes").orElse("")).stream()
        .map(Mailboxes::name)
        .toList();
  }

  /** The time granted to who asks for {@code seconds}, clamped silently. */
  public Duration granted(long seconds) {
    return Duration.ofSeconds(
        Math.clamp(seconds, least.toSeconds(), Math.max(least.toSeconds(), longest.toSeconds())));
  }

  private record Reader(String id, Row row, String place, Consumer<String> complaints) {

    int number(String column, int least, int otherwise) {
      Optional<String> text = row.text(column).map(String::strip);
      if (text.isEmpty()) {
        return otherwise;
      }
      Optional<Integer> number = OptionTypes.number(least, DAYS).parse(text.get());
      return number.orElseGet(
          () -> bad(column, text.get(), "a whole number from " + least, otherwise));
    }

    boolean truth(String column) {
      Optional<String> text = row.text(column).map(String::strip);
      if (text.isEmpty()) {
        return false;
      }
      return OptionTypes.truth(text.get())
          .orElseGet(() -> bad(column, text.get(), "yes or no", false));
    }

    /** Written in seconds, perhaps with a fraction; 0 is as good as nothing. */
    int millis(String column, int otherwise) {
      Optional<String> text = row.text(column).map(String::strip);
      if (text.isEmpty()) {
        return otherwise;
      }
      if (!text.get().matches("[0-9]{1,6}([.][0-9]{1,20})?")) {
        return bad(column, text.get(), "seconds", otherwise);
      }
      int millis = (int) Math.round(Double.parseDouble(text.get()) * 1000);
      return millis == 0 ? otherwise : millis;
    }

    private <T> T bad(String column, String text, String expected, T otherwise) {
      complaints.accept(
          String.format(
              Locale.ROOT,
              "%s.%s: row id='%s': '%s' is not %s; %s holds",
              place,
              column,
              id,
              text,
              expected,
              otherwise));
      return otherwise;
    }
  }
}
