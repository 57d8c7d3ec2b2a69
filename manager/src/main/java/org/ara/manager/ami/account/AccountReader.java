package org.ara.manager.ami.account;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ara.config.Category;
import org.ara.config.Problem;
import org.ara.config.Variable;
import org.ara.config.access.AccessList;
import org.ara.config.access.AccessRule;
import org.ara.config.option.OptionTable.Unknown;
import org.ara.config.option.OptionValues;
import org.ara.manager.ami.event.EventFilter;

/**
 * Makes accounts of sections and rows, in the same way. One whose permit or deny cannot be
 * understood can be used from nowhere.
 *
 * @param defaults what holds where an account says nothing
 */
record AccountReader(AccountDefaults defaults) {

  /** The account of a section. */
  Account section(Category section, List<Problem> problems) {
    return read(
        section.name(), "[" + section.name() + "]", section.variables(), Unknown.WARNED, problems);
  }

  /** The account of a row. */
  Account row(String name, Collection<Variable> entries, List<Problem> problems) {
    return read(name, "row name='" + name + "'", entries, Unknown.IGNORED, problems);
  }

  private Account read(
      String name,
      String scope,
      Collection<Variable> entries,
      Unknown unknown,
      List<Problem> problems) {
    List<Variable> plain = new ArrayList<>();
    List<EventFilter> filters = new ArrayList<>();
    for (Variable entry : entries) {
      if (entry.name().toLowerCase(Locale.ROOT).startsWith("eventfilter")) {
        filter(scope, entry, problems).ifPresent(filters::add);
      } else {
        plain.add(entry);
      }
    }
    OptionValues v = AccountOptions.TABLE.read(scope, plain, unknown);
    problems.addAll(v.problems());
    return new Account(
        name,
        v.find(AccountOptions.SECRET).orElse(""),
        access(scope, plain, v, problems),
        v.all(AccountOptions.ACL).stream().flatMap(List::stream).toList(),
        v.get(AccountOptions.READ),
        v.get(AccountOptions.WRITE),
        v.find(AccountOptions.DISPLAY).orElseGet(() -> defaults.displayConnects()),
        v.find(AccountOptions.MULTIPLE).orElseGet(() -> defaults.allowMultiple()),
        v.find(AccountOptions.WRITE_TIMEOUT).orElseGet(defaults::writeTimeout),
        v.all(AccountOptions.VARIABLE),
        filters);
  }

  private static Optional<EventFilter> filter(
      String scope, Variable entry, List<Problem> problems) {
    try {
      return Optional.of(EventFilter.parse(entry.name(), entry.value()));
    } catch (IllegalArgumentException e) {
      problems.add(
          Problem.warning(
              entry.origin(), scope + " " + entry.name() + ": " + e.getMessage() + "; left out"));
      return Optional.empty();
    }
  }

  private static AccessList access(
      String scope, List<Variable> entries, OptionValues values, List<Problem> problems) {
    List<AccessRule> rules = new ArrayList<>();
    int understood = 0;
    for (OptionValues.Setting<?> setting : values.settings()) {
      if (isRule(setting.option().name()) && setting.value() instanceof List<?> written) {
        written.forEach(rule -> rules.add((AccessRule) rule));
        understood++;
      }
    }
    List<Variable> written = entries.stream().filter(entry -> isRule(entry.name())).toList();
    if (written.size() > understood) {
      problems.add(
          Problem.warning(
              written.getFirst().origin(),
              scope + " cannot be used from anywhere until its permit and deny are mended"));
      return AccessList.CLOSED;
    }
    return new AccessList(rules);
  }

  private static boolean isRule(String option) {
    return option.equalsIgnoreCase(AccountOptions.PERMIT.name())
        || option.equalsIgnoreCase(AccountOptions.DENY.name());
  }
}
