package org.ara.sip.registrar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.ara.sip.endpoint.Aor;
import org.ara.sip.endpoint.Contact;
import org.ara.sip.message.SipUri;

/** What a REGISTER does to the contacts of an address of record: all of it, or nothing. */
sealed interface ContactPlan {

  /**
   * A contact to be written.
   *
   * @param known whether it is there already
   */
  record Written(Contact contact, boolean known) {}

  /**
   * It can be done.
   *
   * @param gone to be deleted
   * @param written to be written
   * @param others that stay as they are
   */
  record Possible(List<Contact> gone, List<Written> written, List<Contact> others)
      implements ContactPlan {

    /** Whether any contact is written that is there already. */
    boolean renews() {
      return written.stream().anyMatch(Written::known);
    }
  }

  /** There would be more contacts than may be. */
  record TooMany() implements ContactPlan {}

  /**
   * A contact that is asked for.
   *
   * @param uri where
   * @param made the contact that it is, granted a time; empty to take it away
   */
  record Wish(SipUri uri, Optional<Contact> made) {}

  /** Takes every contact away. */
  static ContactPlan clear(List<Contact> present) {
    return new Possible(present, List.of(), List.of());
  }

  /**
   * What is to be done.
   *
   * @param present the contacts that hold
   * @param wishes what is asked for
   * @param lost whether a contact is known not to answer
   */
  static ContactPlan of(
      Aor aor, List<Contact> present, List<Wish> wishes, Predicate<Contact> lost) {
    List<Contact> others = new ArrayList<>(present);
    List<Contact> gone = new ArrayList<>();
    List<Written> written = new ArrayList<>();
    for (Wish wish : wishes) {
      Optional<Contact> known =
          others.stream().filter(contact -> isAt(contact, wish.uri())).findFirst();
      known.ifPresent(others::remove);
      if (wish.made().isPresent()) {
        Contact made = wish.made().get();
        written.removeIf(before -> before.contact().id().equals(made.id()));
        boolean same = known.filter(k -> k.id().equals(made.id())).isPresent();
        if (!same) {
          known.ifPresent(gone::add);
        }
        written.add(new Written(made, same));
      } else {
        known.ifPresent(gone::add);
      }
    }
    if (written.isEmpty()) {
      return new Possible(gone, written, others);
    }
    int surplus = others.size() + written.size() - aor.most();
    if (surplus > 0 && aor.replacesLost()) {
      surplus -= give(others, gone, others.stream().filter(lost).limit(surplus).toList());
    }
    if (surplus > 0 && aor.replaces()) {
      surplus -= give(others, gone, soonest(others, surplus));
    }
    return surplus > 0 ? new TooMany() : new Possible(gone, written, others);
  }

  private static List<Contact> soonest(List<Contact> contacts, int count) {
    Comparator<Contact> order = Comparator.comparing(Contact::expires);
    return contacts.stream().sorted(order).limit(count).toList();
  }

  private static int give(List<Contact> from, List<Contact> to, List<Contact> which) {
    from.removeAll(which);
    to.addAll(which);
    return which.size();
  }

  private static boolean isAt(Contact contact, SipUri uri) {
    return contact.parsed().filter(known -> known.sameAs(uri)).isPresent();
  }
}
