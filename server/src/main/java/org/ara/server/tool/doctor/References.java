package org.ara.server.tool.doctor;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ara.driver.sql.schema.Finding;

/**
 * The contexts and mailboxes that rows and files name, and those that exist. Of equal references
 * the first is kept and the others are counted.
 */
final class References {

  private static final String DEFAULT = "default";

  private final Map<String, Reference> contexts = new LinkedHashMap<>();
  private final Map<String, Reference> mailboxes = new LinkedHashMap<>();
  private final Map<String, Set<String>> rows = new HashMap<>();
  private final Set<String> boxes = new LinkedHashSet<>();
  private boolean complete = true;

  /** Something that names another, and what mends it if that does not exist. */
  record Reference(String what, String mend, int others) {

    Finding finding(String why) {
      String more = others == 0 ? "" : " (and " + others + " more)";
      return Finding.advised(what + more + ": " + why, mend);
    }
  }

  /** A context is named. */
  void context(String name, String what, String mend) {
    put(contexts, name, what, mend);
  }

  /** Mailboxes are named, as phones name them: {@code 100@default,101}. */
  void mailboxes(String list, String what, String mend) {
    for (String box : list.split("[,&]")) {
      if (!box.isBlank()) {
        String whole = box.strip();
        put(mailboxes, box(whole), what + " names the mailbox " + whole, mend);
      }
    }
  }

  /** A context has rows in a family. */
  void row(List<String> families, String context) {
    families.forEach(
        family ->
            rows.computeIfAbsent(family.toLowerCase(Locale.ROOT), f -> new LinkedHashSet<>())
                .add(context));
  }

  /** There is a mailbox. */
  void box(String mailbox, String context) {
    boxes.add(mailbox + "@" + (context.isEmpty() ? DEFAULT : context));
  }

  /** Something could not be read, so that what is not known may exist. */
  void incomplete() {
    complete = false;
  }

  boolean isComplete() {
    return complete;
  }

  /** What names contexts, by their names. */
  Map<String, Reference> contexts() {
    return contexts;
  }

  /** What names mailboxes, by {@code mailbox@context}. */
  Map<String, Reference> mailboxes() {
    return mailboxes;
  }

  /** The mailboxes that exist, as {@code mailbox@context}. */
  Set<String> boxes() {
    return boxes;
  }

  /** The contexts that have rows, by family. */
  Map<String, Set<String>> rows() {
    return rows;
  }

  private static String box(String whole) {
    return whole.indexOf('@') < 0 ? whole + "@" + DEFAULT : whole;
  }

  private static void put(
      Map<String, Reference> references, String name, String what, String mend) {
    references.merge(
        name,
        new Reference(what, mend, 0),
        (first, again) -> new Reference(first.what(), first.mend(), first.others() + 1));
  }
}
