package org.ara.sip.endpoint;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ara.realtime.Change;
import org.ara.realtime.Condition;
import org.ara.realtime.Condition.Operator;
import org.ara.realtime.Field;
import org.ara.realtime.Lookup;
import org.ara.realtime.Realtime;
import org.ara.realtime.Row;

/** The rows of registered contacts. Every method blocks until the database has answered. */
public final class Contacts {

  private final Realtime realtime;
  private final String family;
  private final InstantSource clock;

  Contacts(Realtime realtime, String family, InstantSource clock) {
    this.realtime = realtime;
    this.family = family;
    this.clock = clock;
  }

  /** Those of an address of record that hold; found may be empty. */
  public Lookup<List<Contact>> of(String aor) {
    return read(List.of(Condition.like("id", Condition.literal(Contact.prefix(aor)) + '%')), false);
  }

  /** Every one that holds; found may be empty. */
  public Lookup<List<Contact>> all() {
    return read(List.of(Condition.like("id", "%")), false);
  }

  /** Those that ended and are still there; found may be empty. */
  public Lookup<List<Contact>> over() {
    String now = Long.toString(clock.instant().getEpochSecond());
    return read(List.of(new Condition("expiration_time", Operator.LESS_OR_EQUAL, now)), true);
  }

  /**
   * Those that registered at a server and end within some time.
   *
   * @param from the first second, in Unix time
   * @param to the first second that is too late; {@link Long#MAX_VALUE} for none
   */
  public Lookup<List<Contact>> registeredAt(String server, long from, long to) {
    Condition here = Condition.equal("reg_server", server);
    Condition after =
        new Condition("expiration_time", Operator.GREATER_OR_EQUAL, Long.toString(from));
    List<Condition> conditions =
        to == Long.MAX_VALUE
            ? List.of(here, after)
            : List.of(
                here, after, new Condition("expiration_time", Operator.LESS, Long.toString(to)));
    return read(conditions, false);
  }

  private Lookup<List<Contact>> read(List<Condition> conditions, boolean over) {
    if (!realtime.isMapped(family)) {
      return new Lookup.Found<>(List.of());
    }
    Instant now = clock.instant();
    return switch (realtime.findAll(family, conditions)) {
      case Lookup.Found<List<Row>>(List<Row> rows) ->
          new Lookup.Found<>(
              rows.stream()
                  .flatMap(row -> Contact.of(row).stream())
                  .filter(contact -> contact.isOver(now) == over)
                  .toList());
      case Lookup.Absent<List<Row>> _ -> new Lookup.Found<>(List.of());
      case Lookup.Unavailable<List<Row>>(var outage) -> new Lookup.Unavailable<>(outage);
    };
  }

  /** Writes one that is there already; done with 0 if it is not. */
  public Change renew(Contact contact, Aor aor) {
    return realtime.update(
        family, List.of(Condition.equal("id", contact.id())), fields(contact, aor));
  }

  /** Writes one, there already or not. */
  public Change put(Contact contact, Aor aor, boolean known) {
    Change change = known ? renew(contact, aor) : new Change.Done(0);
    if (!(change instanceof Change.Done(int rows)) || rows > 0) {
      return change;
    }
    List<Field> fields = new ArrayList<>();
    fields.add(new Field("id", contact.id()));
    fields.addAll(fields(contact, aor));
    Change added = realtime.store(family, fields);
    if (added instanceof Change.Done || known) {
      return added;
    }
    // it may be there meanwhile, or from before and over: then there is a row to write
    return renew(contact, aor) instanceof Change.Done(int found) && found > 0
        ? new Change.Done(found)
        : added;
  }

  /** Deletes one, unless it was renewed meanwhile; done with 0 if it is gone or was renewed. */
  public Change remove(Contact contact) {
    String end = Long.toString(contact.expires().getEpochSecond());
    return realtime.destroy(
        family,
        List.of(
            Condition.equal("id", contact.id()),
            new Condition("expiration_time", Operator.LESS_OR_EQUAL, end)));
  }

  private static List<Field> fields(Contact contact, Aor aor) {
    return List.of(
        new Field("uri", contact.uri()),
        new Field("expiration_time", Long.toString(contact.expires().getEpochSecond())),
        new Field("qualify_frequency", Integer.toString(aor.frequency())),
        new Field("qualify_timeout", String.format(Locale.ROOT, "%.6f", aor.patience() / 1000.0)),
        new Field("qualify_2xx_only", "no"),
        new Field("authenticate_qualify", "no"),
        new Field("outbound_proxy", ""),
        new Field("path", contact.path()),
        new Field("user_agent", contact.userAgent()),
        new Field("endpoint", contact.endpoint()),
        new Field("reg_server", contact.server()),
        new Field("via_addr", contact.viaAddress()),
        new Field("via_port", Integer.toString(contact.viaPort())),
        new Field("call_id", contact.callId()),
        new Field("prune_on_boot", contact.connected() ? "yes" : "no"));
  }
}
