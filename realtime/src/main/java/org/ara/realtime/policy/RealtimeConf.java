package org.ara.realtime.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ara.config.Category;
import org.ara.config.Configuration;
import org.ara.config.Problem;
import org.ara.config.option.OptionValues;

/**
 * What {@code realtime.conf} says: a policy for each family it names, and one for all others.
 *
 * @param general the policy of families without a section of their own
 * @param families by lower-case name
 * @param problems what was wrong, in file order
 */
public record RealtimeConf(
    FamilyPolicy general, Map<String, FamilyPolicy> families, List<Problem> problems) {

  /** The file's name. */
  public static final String FILE = "realtime.conf";

  public RealtimeConf {
    families = Map.copyOf(families);
    problems = List.copyOf(problems);
  }

  /** What holds without a file: every family is asked every time. */
  public static RealtimeConf none() {
    return new RealtimeConf(FamilyPolicy.DEFAULT, Map.of(), List.of());
  }

  /** Reads the policies of a configuration. */
  public static RealtimeConf of(Configuration configuration) {
    List<Problem> problems = new ArrayList<>();
    OptionValues general = OptionValues.none();
    for (Category category : configuration.visible()) {
      if (isGeneral(category)) {
        general = RealtimeOptions.TABLE.read(category).over(general);
        problems.addAll(general.problems());
        problems.addAll(snapshotWithoutUse(category, general));
      }
    }
    Map<String, FamilyPolicy> families = new HashMap<>();
    for (Category category : configuration.visible()) {
      if (!isGeneral(category)) {
        OptionValues own = RealtimeOptions.TABLE.read(category).over(general);
        problems.addAll(own.problems());
        problems.addAll(snapshotWithoutUse(category, own));
        if (families.put(key(category.name()), RealtimeOptions.policy(own)) != null) {
          problems.add(
              Problem.warning(
                  category.origin(),
                  "[" + category.name() + "] stands here again; this one holds"));
        }
      }
    }
    return new RealtimeConf(RealtimeOptions.policy(general), families, problems);
  }

  /** The policy of a family; case is ignored. */
  public FamilyPolicy of(String family) {
    return families.getOrDefault(key(family), general);
  }

  private static List<Problem> snapshotWithoutUse(Category category, OptionValues values) {
    boolean wanted = category.first(RealtimeOptions.SNAPSHOT.name()).isPresent();
    return wanted
            && values.get(RealtimeOptions.SNAPSHOT)
            && values.get(RealtimeOptions.ON_OUTAGE) != OnOutage.STALE
        ? List.of(
            Problem.warning(
                category.origin(),
                "["
                    + category.name()
                    + "] snapshot: is of use with on_outage = stale only; nothing is kept on disk"))
        : List.of();
  }

  private static boolean isGeneral(Category category) {
    return category.name().equalsIgnoreCase("general");
  }

  private static String key(String family) {
    return family.toLowerCase(Locale.ROOT);
  }
}
