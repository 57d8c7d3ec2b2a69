package org.ara.realtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.ara.config.Origin;
import org.ara.realtime.Condition;
import org.ara.realtime.Field;
import org.ara.realtime.Lookup;
import org.ara.realtime.Mapping;
import org.ara.realtime.Row;
import org.ara.realtime.mapping.FamilyMap;
import org.ara.realtime.memory.MemoryDriver;
import org.ara.realtime.memory.MemoryFeed;
import org.ara.realtime.memory.MemoryTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A cache against a model: random changes by us and by others, told late, lookups, and changes in
 * the middle of lookups. Every answer must be what the table held at a moment no earlier than the
 * oldest change that was not told yet, and no earlier than our own last change.
 */
class CacheModelTest {

  private static final String[] NAMES = {
    "bob", "BOB", "al", "100", "0100", "josé", "yes", "1", "x"
  };

  private final MemoryDriver main = new MemoryDriver("main");
  private final RealtimeEngine engine = new RealtimeEngine();
  private final List<List<String>> history = new ArrayList<>();
  private final Set<Integer> ours = new HashSet<>();
  private int asked;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void anAnswerIsNeverOlderThanWhatWasTold(long seed) {
    Random random = new Random(seed);
    MemoryFeed feed = seed % 4 == 0 ? new MemoryFeed() : new MemoryFeed("name");
    MemoryTable table = main.create("peers", "name", "port").withFeed(feed);
    engine.register(main);
    engine.use(
        new FamilyMap(List.of(new Mapping("sippeers", "main", "", "peers", 1, Origin.BUILT_IN))));
    engine.use(TestPolicies.of("sippeers", "cache = feed", "max_bytes = 1m"));
    feed.begin();
    remember(table);
    boolean lost = false;

    for (int step = 0; step < 20_000; step++) {
      switch (random.nextInt(60)) {
        case 0 -> change(random, table);
        case 1 -> changeOurselves(random, table);
        case 2 -> feed.tellAll();
        case 3, 4 -> {
          if (feed.pending() > 0) {
            feed.tell();
          }
        }
        case 5 -> {
          if (lost || random.nextInt(4) == 0) {
            lost = !lost;
            toggle(feed, lost);
          }
        }
        case 6 -> changeInTheMiddle(random, table, feed);
        default -> {}
      }
      look(random, table, feed, lost);
    }
    assertThat(table.selects()).as("most answers came from the cache").isLessThan(asked * 2 / 3);
  }

  private void look(Random random, MemoryTable table, MemoryFeed feed, boolean lost) {
    // Changes told one by one: those pending are the last ones made.
    int oldest = history.size() - 1 - (lost ? 0 : feed.pending());
    List<Condition> question = question(random);
    List<String> allowed = new ArrayList<>();
    for (int i = history.size() - 1; i >= oldest; i--) {
      allowed.add(of(history.get(i), question));
      if (ours.contains(i)
          && !of(history.get(i), question).equals(of(history.get(i - 1), question))) {
        break;
      }
    }
    int before = table.selects();
    int known = history.size();
    String answer = said(engine.findAll("sippeers", question));
    asked++;
    for (int i = known; i < history.size(); i++) {
      allowed.add(of(history.get(i), question));
    }
    assertThat(allowed).as("%s, %d selects", question, table.selects() - before).contains(answer);
  }

  private void changeInTheMiddle(Random random, MemoryTable table, MemoryFeed feed) {
    table.afterSelect(
        () -> {
          table.afterSelect(() -> {});
          change(random, table);
          if (random.nextBoolean()) {
            feed.tellAll();
          }
        });
  }

  private void change(Random random, MemoryTable table) {
    String name = NAMES[random.nextInt(NAMES.length)];
    Field port = new Field("port", String.valueOf(random.nextInt(3)));
    List<Condition> key = List.of(Condition.equal("name", name));
    int changed =
        switch (random.nextInt(4)) {
          case 0 -> rows(table.insert(List.of(new Field("name", name), port)));
          case 1 -> rows(table.delete(key));
          case 2 -> rows(table.update(key, List.of(port)));
          default ->
              rows(
                  table.update(
                      key, List.of(new Field("name", NAMES[random.nextInt(NAMES.length)]))));
        };
    if (changed > 0) {
      remember(table);
    }
  }

  private void changeOurselves(Random random, MemoryTable table) {
    String name = NAMES[random.nextInt(NAMES.length)];
    Field port = new Field("port", String.valueOf(random.nextInt(3)));
    List<Condition> key = List.of(Condition.equal("name", name));
    int changed =
        switch (random.nextInt(5)) {
          case 0 -> rows(engine.store("sippeers", List.of(new Field("name", name), port)));
          case 1 -> rows(engine.destroy("sippeers", key));
          case 2 ->
              rows(engine.destroy("sippeers", List.of(Condition.equal("port", port.value()))));
          case 3 -> rows(engine.update("sippeers", key, List.of(port)));
          default ->
              rows(
                  engine.update(
                      "sippeers",
                      key,
                      List.of(new Field("name", NAMES[random.nextInt(NAMES.length)]))));
        };
    if (changed > 0) {
      ours.add(history.size());
      remember(table);
    }
  }

  private static void toggle(MemoryFeed feed, boolean lost) {
    if (lost) {
      feed.lose();
    } else {
      feed.begin();
    }
  }

  private void remember(MemoryTable table) {
    Lookup<List<Row>> all = table.selectNow(List.of(Condition.like("name", "%")), "name", 0);
    history.add(all instanceof Lookup.Found<List<Row>>(List<Row> rows) ? lines(rows) : List.of());
  }

  private static List<Condition> question(Random random) {
    Condition name = Condition.equal("name", NAMES[random.nextInt(NAMES.length)]);
    Condition port = Condition.equal("port", String.valueOf(random.nextInt(3)));
    return switch (random.nextInt(4)) {
      case 0 -> List.of(port);
      case 1 -> List.of(name, port);
      default -> List.of(name);
    };
  }

  private static String of(List<String> rows, List<Condition> question) {
    return rows.stream()
        .filter(
            row ->
                question.stream().allMatch(c -> row.contains(c.column() + "=" + c.value() + ";")))
        .sorted()
        .toList()
        .toString();
  }

  private static String said(Lookup<List<Row>> answer) {
    return answer instanceof Lookup.Found<List<Row>>(List<Row> rows)
        ? lines(rows).stream().sorted().toList().toString()
        : "[]";
  }

  private static List<String> lines(List<Row> rows) {
    return rows.stream()
        .map(row -> "name=" + row.stored("name") + ";port=" + row.stored("port") + ";")
        .toList();
  }

  private static int rows(org.ara.realtime.Change change) {
    return ((org.ara.realtime.Change.Done) change).rows();
  }
}
