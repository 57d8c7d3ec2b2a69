package org.ara.realtime.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.ara.config.Category;
import org.ara.config.Configuration;
import org.ara.config.Origin;
import org.ara.config.Variable;
import org.ara.realtime.Mapping;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every extconfig.conf, on lines by a seeded generator. */
class ExtConfigPropertiesTest {

  private static final List<String> PIECES =
      List.of("pgsql", "odbc", ",", ",", ",", "\"", " ", "a", "2", "0", "-1", "99999999999", "x");
  private static final List<String> FAMILIES =
      List.of("sippeers", "SipPeers", "queues", "iaxfriends", "asterisk.conf", "sip.conf");

  static LongStream seeds() {
    return LongStream.range(0, 1000);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyLineIsAMappingInForceOrHasAWarning(long seed) {
    List<Variable> lines = lines(new Random(seed));
    Category settings = new Category("settings", false, lines, Origin.BUILT_IN);

    ExtConfig read = ExtConfig.of(new Configuration("extconfig.conf", List.of(settings)));

    List<Mapping> inForce = read.families().mappings();
    for (Variable line : lines) {
      boolean mapped = inForce.stream().anyMatch(m -> m.origin().equals(line.origin()));
      boolean replaced =
          read.problems().stream().anyMatch(p -> p.message().endsWith(" at " + line.origin()));
      boolean warned = read.problems().stream().anyMatch(p -> p.origin().equals(line.origin()));
      assertThat(mapped || replaced || warned).as(line.toString()).isTrue();
    }
    assertThat(inForce)
        .doesNotHaveDuplicates()
        .allSatisfy(m -> assertThat(read.families().of(m.family())).contains(m));
    assertThat(inForce).allSatisfy(m -> assertThat(m.table()).isNotEmpty());
    for (String family : read.families().families()) {
      assertThat(read.families().of(family)).map(Mapping::priority).isSorted();
    }
  }

  private static List<Variable> lines(Random random) {
    List<Variable> lines = new ArrayList<>();
    for (int i = 1 + random.nextInt(6); i > 0; i--) {
      StringBuilder value = new StringBuilder();
      for (int j = random.nextInt(12); j > 0; j--) {
        value.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      String family = FAMILIES.get(random.nextInt(FAMILIES.size()));
      Origin origin = new Origin("extconfig.conf", lines.size() + 1L);
      lines.add(new Variable(family, value.toString(), origin));
    }
    return lines;
  }
}
