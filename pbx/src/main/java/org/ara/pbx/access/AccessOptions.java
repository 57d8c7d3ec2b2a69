package org.ara.pbx.access;

import java.util.ArrayList;
import java.util.List;
import org.ara.config.Category;
import org.ara.config.Problem;
import org.ara.config.access.AccessList;
import org.ara.config.access.AccessRule;
import org.ara.config.option.Option;
import org.ara.config.option.OptionTable;
import org.ara.config.option.OptionType;
import org.ara.config.option.OptionValues;

/** The options of a section of {@code acl.conf}. */
public final class AccessOptions {

  static final Option<List<AccessRule>> PERMIT =
      rules("permit", true, "Addresses that may; of all lines the last one that covers counts.");
  static final Option<List<AccessRule>> DENY = rules("deny", false, "Addresses that may not.");

  /** Both of them. */
  public static final OptionTable TABLE = OptionTable.of(PERMIT, DENY);

  private AccessOptions() {}

  private static Option<List<AccessRule>> rules(String name, boolean permit, String meaning) {
    return Option.of(
            name,
            OptionType.of(
                "a list of address, address/bits or address/mask",
                text -> AccessRule.parseAll(permit, text)))
        .repeatable()
        .documented(meaning);
  }

  /**
   * The list of a section; with a line that cannot be understood nobody may.
   *
   * @param problems takes in what is wrong
   */
  static AccessList list(Category section, List<Problem> problems) {
    OptionValues values = TABLE.read(section);
    for (Problem problem : values.problems()) {
      problems.add(
          Problem.warning(problem.origin(), problem.message() + "; this list permits nobody"));
    }
    return values.problems().isEmpty() ? list(values) : AccessList.CLOSED;
  }

  private static AccessList list(OptionValues values) {
    List<AccessRule> rules = new ArrayList<>();
    for (OptionValues.Setting<?> setting : values.settings()) {
      if (setting.value() instanceof List<?> written) {
        written.forEach(rule -> rules.add((AccessRule) rule));
      }
    }
    return new AccessList(rules);
  }
}
