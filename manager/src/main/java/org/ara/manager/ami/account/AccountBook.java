package org.ara.manager.ami.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.ara.config.Origin;
import org.ara.config.Problem;
import org.ara.realtime.Lookup;
import org.ara.realtime.Realtime;
import org.ara.realtime.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds accounts: those of {@code manager.conf} first, then the rows of the family {@code manager}
 * if it is mapped. Asking may block while a database works.
 */
public final class AccountBook {

  /** The family whose rows are accounts, by the column {@code name}. */
  public static final String FAMILY = "manager";

  private static final Logger LOG = LoggerFactory.getLogger(AccountBook.class);

  private final AtomicReference<Settings> settings;
  private final Realtime realtime;

  /** A book over these settings, whatever they are at the time. */
  public AccountBook(AtomicReference<Settings> settings, Realtime realtime) {
    this.settings = settings;
    this.realtime = realtime;
  }

  /** The account of that name; nobody if there is none or the database cannot be asked. */
  public Optional<Account> find(String name) {
    Settings now = settings.get();
    Optional<Account> known = now.account(name);
    if (known.isPresent() || name.isEmpty() || !realtime.isMapped(FAMILY)) {
      return known;
    }
    return switch (realtime.find(FAMILY, "name", name)) {
      case Lookup.Found<Row>(Row row) -> Optional.of(made(name, row, now.defaults()));
      case Lookup.Absent<Row>() -> Optional.empty();
      case Lookup.Unavailable<Row>(var outage) -> {
        LOG.warn("manager: the account '{}' cannot be looked up: {}", name, outage.message());
        yield Optional.empty();
      }
    };
  }

  private static Account made(String name, Row row, AccountDefaults defaults) {
    List<Problem> problems = new ArrayList<>();
    Account account =
        new AccountReader(defaults)
            .row(
                row.text("name").orElse(name.toLowerCase(Locale.ROOT)),
                row.variables(new Origin(FAMILY, 0)),
                problems);
    problems.forEach(problem -> LOG.warn("{}", problem));
    return account;
  }
}
