package org.ara.realtime.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ara.module.reload.Difference;
import org.ara.module.reload.Differences;
import org.ara.realtime.mapping.FamilyMap;
import org.ara.realtime.policy.FamilyPolicy;
import org.ara.realtime.policy.RealtimeConf;

/** What other mappings and policies change against those in force. */
final class EngineChanges {

  private EngineChanges() {}

  static List<Difference> of(
      FamilyMap mappings, FamilyMap newMappings, RealtimeConf policies, RealtimeConf newPolicies) {
    List<Difference> changes =
        new ArrayList<>(
            Differences.of(
                "family",
                places(mappings),
                places(newMappings),
                (before, after) -> before.equals(after) ? List.of() : List.of("mapping")));
    changes.addAll(
        Differences.of(
            "policy",
            policies(policies),
            policies(newPolicies),
            (before, after) -> before.equals(after) ? List.of() : List.of("options")));
    return changes;
  }

  /** Where each family is kept; the line it is written in does not matter. */
  private static Map<String, List<String>> places(FamilyMap map) {
    Map<String, List<String>> places = new LinkedHashMap<>();
    for (String family : map.families()) {
      places.put(
          family,
          map.of(family).stream()
              .map(m -> m.driver() + "," + m.database() + "," + m.table() + "," + m.priority())
              .toList());
    }
    return places;
  }

  private static Map<String, FamilyPolicy> policies(RealtimeConf conf) {
    Map<String, FamilyPolicy> policies = new LinkedHashMap<>();
    policies.put("general", conf.general());
    policies.putAll(conf.families());
    return policies;
  }
}
