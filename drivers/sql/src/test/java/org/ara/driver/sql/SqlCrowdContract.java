package org.ara.driver.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ara.realtime.Change;
import org.ara.realtime.Condition;
import org.ara.realtime.Field;
import org.ara.realtime.Lookup;
import org.ara.realtime.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Many callers at once, on each real database: whatever goes out together, each gets what it would
 * have got alone.
 */
public abstract class SqlCrowdContract {

  private static final int CALLERS = 48;
  private static final List<String> ODD_NAMES =
      List.of(
          "",
          " ",
          "a b",
          "{x}",
          "\"q\"",
          "back\\slash",
          "comma,",
          "NULL",
          "null",
          "Ünïcode",
          "😀",
          "semi^3B",
          "it's",
          "UPPER",
          "upper",
          "%",
          "_");

  protected Database database;
  protected SqlTable phones;

  /** A new, empty database. */
  protected abstract Database open() throws Exception;

  /** Another program's connection to it. */
  protected abstract Connection otherProgram() throws SQLException;

  @BeforeEach
  void createTable() throws Exception {
    database = open();
    execute(
        "CREATE TABLE phones (name VARCHAR(40) NOT NULL PRIMARY KEY, host VARCHAR(40), port INTEGER,"
            + " context VARCHAR(40), note VARCHAR(10))");
    execute(
        IntStream.range(0, 200)
            .mapToObj(i -> "('p%d', 'h%d', %d, 'c%d')".formatted(i, i % 50, 5000 + i % 20, i % 3))
            .collect(
                Collectors.joining(
                    ", ", "INSERT INTO phones (name, host, port, context) VALUES ", "")));
    phones = new SqlTable(database, "phones");
    for (String name : ODD_NAMES) {
      assertThat(phones.insert(List.of(new Field("name", name), new Field("host", "odd"))))
          .isEqualTo(new Change.Done(1));
    }
  }

  @AfterEach
  void close() {
    database.close();
  }

  protected final void execute(String sql) {
    try (Connection connection = otherProgram();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs the same for so many callers, each told its number. */
  private static void crowd(Work work) throws Exception {
    List<Callable<Void>> callers = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      int number = i;
      callers.add(
          () -> {
            work.run(number);
            return null;
          });
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Void> caller : threads.invokeAll(callers)) {
        caller.get(1, TimeUnit.MINUTES);
      }
    }
  }

  /** What one caller does. */
  @FunctionalInterface
  private interface Work {
    void run(int caller) throws Exception;
  }

  @Test
  void everyCallerGetsItsOwnRow() throws Exception {
    crowd(
        caller -> {
          Random random = new Random(caller);
          for (int i = 0; i < 100; i++) {
            String name = "p" + random.nextInt(250);
            Lookup<List<Row>> answer =
                phones.select(List.of(Condition.equal("name", name)), "name", 1);
            if (Integer.parseInt(name.substring(1)) < 200) {
              assertThat(names(answer)).containsExactly(name);
            } else {
              assertThat(answer).isInstanceOf(Lookup.Absent.class);
            }
          }
        });
  }

  @Test
  void namesAreDataHoweverOddTheyAre() throws Exception {
    crowd(
        caller -> {
          for (int i = 0; i < ODD_NAMES.size() * 3; i++) {
            String name = ODD_NAMES.get((i + caller) % ODD_NAMES.size());
            assertThat(names(phones.select(List.of(Condition.equal("name", name)), "name", 1)))
                .containsExactly(name);
          }
        });
  }

  @Test
  void severalConditionsAndSeveralRowsAreKeptApart() throws Exception {
    crowd(
        caller -> {
          Random random = new Random(caller);
          for (int i = 0; i < 40; i++) {
            String host = "h" + random.nextInt(60);
            String port = Integer.toString(5000 + random.nextInt(20));
            List<Condition> both =
                List.of(Condition.equal("host", host), Condition.equal("port", port));
            assertThat(names(phones.select(both, "host", 0)))
                .containsExactlyInAnyOrderElementsOf(expected(host, port));
            assertThat(names(phones.select(both, "host", 1)))
                .hasSize(Math.min(1, expected(host, port).size()))
                .isSubsetOf(expected(host, port));
            assertThat(names(phones.select(both.subList(0, 1), "host", 0)))
                .containsExactlyInAnyOrderElementsOf(expected(host, null));
          }
        });
  }

  private static List<String> expected(String host, @Nullable String port) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      if (host.equals("h" + i % 50) && (port == null || port.equals("" + (5000 + i % 20)))) {
        names.add("p" + i);
      }
    }
    return names;
  }

  @Test
  void numbersAreComparedAsNumbersAndWhatIsNoneMatchesNothing() throws Exception {
    List<String> spellings = List.of("5003", "05003", "5003", "x", "", "99999999999999999999");
    crowd(
        caller -> {
          for (int i = 0; i < 30; i++) {
            String port = spellings.get((i + caller) % spellings.size());
            Lookup<List<Row>> answer =
                phones.select(List.of(Condition.equal("port", port)), "port", 0);
            if (port.contains("5003")) {
              assertThat(names(answer)).hasSize(10);
            } else {
              assertThat(answer).isInstanceOf(Lookup.Absent.class);
            }
          }
        });
  }

  @Test
  void everyUpdateIsCountedAndKept() throws Exception {
    crowd(
        caller -> {
          for (int i = 0; i < 40; i++) {
            String host = "host-" + caller + "-" + i;
            assertThat(
                    phones.update(
                        List.of(Condition.equal("name", "p" + caller)),
                        List.of(new Field("host", host), new Field("port", "" + i))))
                .isEqualTo(new Change.Done(1));
            Lookup<List<Row>> own =
                phones.select(List.of(Condition.equal("name", "p" + caller)), "name", 1);
            assertThat(((Lookup.Found<List<Row>>) own).value().getFirst().stored("host"))
                .as("a lookup after an update sees it")
                .isEqualTo(host);
            assertThat(
                    phones.update(
                        List.of(Condition.equal("name", "nobody" + i)),
                        List.of(new Field("host", "x"), new Field("port", ""))))
                .isEqualTo(new Change.Done(0));
          }
        });
  }

  @Test
  void anUpdateThatFailsFailsAlone() throws Exception {
    crowd(
        caller -> {
          for (int i = 0; i < 20; i++) {
            boolean bad = (caller + i) % 8 == 0;
            Change change =
                phones.update(
                    List.of(Condition.equal("name", "p" + caller)),
                    List.of(new Field("port", bad ? "no number" : "" + i)));
            if (bad) {
              assertThat(change)
                  .isInstanceOfSatisfying(
                      Change.Unavailable.class,
                      refused -> assertThat(refused.outage().message()).contains("phones.port"));
            } else {
              assertThat(change).isEqualTo(new Change.Done(1));
            }
          }
        });
    Map<String, String> ports = new TreeMap<>();
    for (Row row :
        ((Lookup.Found<List<Row>>) phones.select(List.of(Condition.like("name", "p%")), "name", 0))
            .value()) {
      ports.put(row.stored("name"), row.stored("port"));
    }
    for (int caller = 0; caller < CALLERS; caller++) {
      assertThat(ports).containsEntry("p" + caller, (caller + 19) % 8 == 0 ? "18" : "19");
    }
  }

  @Test
  void updatesOfTheSameRowNeitherFailNorMix() throws Exception {
    crowd(
        caller -> {
          for (int i = 0; i < 20; i++) {
            assertThat(
                    phones.update(
                        List.of(Condition.equal("name", "p" + (caller + i) % 3)),
                        List.of(new Field("host", "v" + caller), new Field("note", "n" + caller))))
                .isEqualTo(new Change.Done(1));
          }
        });
    for (int i = 0; i < 3; i++) {
      Row row =
          ((Lookup.Found<List<Row>>)
                  phones.select(List.of(Condition.equal("name", "p" + i)), "name", 1))
              .value()
              .getFirst();
      assertThat("n" + String.valueOf(row.stored("host")).substring(1))
          .isEqualTo(row.stored("note"));
    }
  }

  private static List<String> names(Lookup<List<Row>> answer) {
    return switch (answer) {
      case Lookup.Found<List<Row>>(List<Row> rows) ->
          rows.stream().map(row -> String.valueOf(row.stored("name"))).toList();
      case Lookup.Absent<List<Row>>() -> List.of();
      case Lookup.Unavailable<List<Row>>(var outage) -> throw new AssertionError(outage.message());
    };
  }
}
