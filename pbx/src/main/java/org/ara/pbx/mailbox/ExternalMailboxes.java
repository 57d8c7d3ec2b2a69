package org.ara.pbx.mailbox;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.ara.module.InternalDatabase;
import org.ara.module.manager.Header;
import org.ara.module.manager.ManagerAction;
import org.ara.module.manager.Reply;
import org.ara.module.manager.Request;

/**
 * Mailboxes whose messages another system keeps: it tells their counts with {@code MWIUpdate}, and
 * the internal database keeps them until the next start.
 */
final class ExternalMailboxes {

  private static final String FAMILY = "mwi_external";
  private static final int MOST = 1_000_000_000;

  private final Mailboxes mailboxes;
  private final InternalDatabase database;

  ExternalMailboxes(Mailboxes mailboxes, InternalDatabase database) {
    this.mailboxes = mailboxes;
    this.database = database;
  }

  List<ManagerAction> actions() {
    return List.of(
        new MailboxAction("MWIUpdate", this::update),
        new MailboxAction("MWIGet", this::get),
        new MailboxAction("MWIDelete", this::delete));
  }

  /** Tells what was told before the last stop. */
  void recall() throws IOException {
    kept().forEach(mailboxes::tell);
  }

  private Map<String, MessageCount> kept() throws IOException {
    Map<String, MessageCount> kept = new TreeMap<>();
    String prefix = "/" + FAMILY + "/";
    database
        .tree("/" + FAMILY)
        .forEach(
            (key, value) ->
                read(value).ifPresent(c -> kept.put(key.substring(prefix.length()), c)));
    return kept;
  }

  private static Optional<MessageCount> read(String stored) {
    String[] numbers = stored.split("/", -1);
    Optional<Integer> fresh = number(numbers[0]);
    Optional<Integer> old = numbers.length == 2 ? number(numbers[1]) : Optional.empty();
    return fresh.flatMap(f -> old.map(o -> new MessageCount(f, o)));
  }

  private static Optional<Integer> number(String text) {
    try {
      int number = Integer.parseInt(text.strip());
      return number >= 0 && number <= MOST ? Optional.of(number) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private Reply update(Request request) throws IOException {
    String box = request.text("Mailbox").strip();
    Optional<Integer> fresh = number(request.filled("NewMessages").orElse("0"));
    Optional<Integer> old = number(request.filled("OldMessages").orElse("0"));
    if (box.isEmpty()) {
      return Reply.error("Missing mailbox parameter in request");
    }
    if (fresh.isEmpty() || old.isEmpty()) {
      return Reply.error("NewMessages and OldMessages are whole numbers from 0");
    }
    String name = Mailboxes.name(box);
    database.put(FAMILY, name, fresh.get() + "/" + old.get());
    mailboxes.tell(name, new MessageCount(fresh.get(), old.get()));
    return Reply.success("Mailbox updated");
  }

  private Reply get(Request request) throws IOException {
    Optional<Matcher> wanted = Matcher.of(request.text("Mailbox"));
    if (wanted.isEmpty()) {
      return Reply.error("Mailbox is a name or /a pattern/");
    }
    List<List<Header>> rows = new ArrayList<>();
    kept()
        .forEach(
            (name, count) -> {
              if (wanted.get().matches(name)) {
                rows.add(
                    List.of(
                        new Header("Mailbox", name),
                        Header.of("OldMessages", count.old()),
                        Header.of("NewMessages", count.fresh())));
              }
            });
    return Reply.list("Mailboxes will follow", "MWIGet", "MWIGetComplete", rows);
  }

  private Reply delete(Request request) throws IOException {
    Optional<Matcher> wanted = Matcher.of(request.text("Mailbox"));
    if (wanted.isEmpty()) {
      return Reply.error("Mailbox is a name or /a pattern/");
    }
    for (String name : kept().keySet()) {
      if (wanted.get().matches(name)) {
        boolean unused = database.delete(FAMILY, name);
        mailboxes.forget(name);
      }
    }
    return Reply.success("Mailboxes deleted");
  }

  /** A mailbox, or a regular expression between slashes. */
  private record Matcher(Pattern pattern) {

    static Optional<Matcher> of(String text) {
      String plain = text.strip();
      boolean expression = plain.length() > 2 && plain.startsWith("/") && plain.endsWith("/");
      try {
        return plain.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Matcher(
                    expression
                        ? Pattern.compile(plain.substring(1, plain.length() - 1))
                        : Pattern.compile(Mailboxes.name(plain), Pattern.LITERAL)));
      } catch (PatternSyntaxException e) {
        return Optional.empty();
      }
    }

    boolean matches(String name) {
      boolean literal = (pattern.flags() & Pattern.LITERAL) != 0;
      return literal ? pattern.matcher(name).matches() : pattern.matcher(name).find();
    }
  }
}
