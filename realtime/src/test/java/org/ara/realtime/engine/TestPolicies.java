package org.ara.realtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.ara.config.Category;
import org.ara.config.Configuration;
import org.ara.config.Origin;
import org.ara.config.Variable;
import org.ara.realtime.policy.RealtimeConf;

/** Policies as a {@code realtime.conf} would say them. */
final class TestPolicies {

  private TestPolicies() {}

  /** A file with one section of these lines. */
  static RealtimeConf of(String section, String... lines) {
    List<Variable> variables = new ArrayList<>();
    for (String line : lines) {
      String[] parts = line.split(" = ", 2);
      variables.add(new Variable(parts[0], parts[1], Origin.BUILT_IN));
    }
    Category category = new Category(section, false, variables, Origin.BUILT_IN);
    RealtimeConf conf = RealtimeConf.of(new Configuration(RealtimeConf.FILE, List.of(category)));
    assertThat(conf.problems()).isEmpty();
    return conf;
  }
}
