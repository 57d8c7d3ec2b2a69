package org.ara.driver.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.ara.realtime.Change;
import org.ara.realtime.Condition;
import org.ara.realtime.Field;
import org.ara.realtime.Lookup;
import org.ara.realtime.Outage;
import org.ara.realtime.Row;
import org.ara.testkit.server.SmallDisk;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What writers and readers see while a database's disk is full. Needs to mount, as root may. */
public abstract class FullDiskContract {

  protected static final String COLUMNS =
      "phones (name VARCHAR(40) NOT NULL PRIMARY KEY, note VARCHAR(4000))";

  private static final int FEW = 8;
  private static final String LONG = "x".repeat(3500);

  private @Nullable SmallDisk mounted;
  private @Nullable Database opened;
  private SqlTable table;
  private int inserted;

  /** Creates the table {@code phones} with these columns on that disk, and opens its database. */
  protected abstract Database open(SmallDisk disk) throws Exception;

  @BeforeEach
  void mount() throws Exception {
    mounted = SmallDisk.mount(4 << 20).orElse(null);
    assumeTrue(mounted != null, "a file system can be mounted");
    Database database = open(disk());
    opened = database;
    table = new SqlTable(database, "phones");
    assertThat(insert("bob")).isEqualTo(new Change.Done(1));
    for (int i = 0; i < FEW; i++) {
      assertThat(insert("few" + i)).isEqualTo(new Change.Done(1));
    }
  }

  @AfterEach
  void close() {
    if (opened != null) {
      opened.close();
    }
    if (mounted != null) {
      mounted.close();
    }
  }

  @Test
  void aWriteIsRefusedWithItsReasonAndLookupsGoOn() throws Exception {
    Outage outage = fillUp();

    assertThat(outage.kind()).isEqualTo(Outage.Kind.REFUSED);
    assertThat(outage.message())
        .startsWith(database().place().driver())
        .contains(" phones: ", "disk of the database is full")
        .doesNotContain("xxxx");
    assertThat(rows("name", "bob")).hasSize(1);
    assertThat(rows("name", "nobody")).isEmpty();
    assertThat(updateAll("y".repeat(3900)).stream().filter(Change.Unavailable.class::isInstance))
        .allSatisfy(
            change ->
                assertThat(((Change.Unavailable) change).outage().message())
                    .contains(" phones: ", "disk of the database is full"));
  }

  @Test
  void whatWasAcknowledgedIsThereAndNothingElse() throws Exception {
    fillUp();
    List<Change> changes = updateAll("z".repeat(3900));

    for (int i = 0; i < FEW; i++) {
      String note = rows("name", "few" + i).getFirst().text("note").orElse("");
      boolean done = changes.get(i).equals(new Change.Done(1));
      assertThat(note.charAt(0)).as("%s", changes.get(i)).isEqualTo(done ? 'z' : 'x');
    }
    assertThat(rows("name", "full")).isEmpty();
    for (int i = 0; i < inserted; i++) {
      assertThat(rows("name", "more" + i)).hasSize(1);
    }
  }

  @Test
  void whatIsWrittenByManyAtOnceIsThereOrRefused() throws Exception {
    fillUp();
    List<Change> changes = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Change>> large =
          IntStream.range(0, 20).mapToObj(i -> threads.submit(() -> insert("large" + i))).toList();
      for (Future<Change> each : large) {
        changes.add(each.get());
      }
    }
    for (int i = 0; i < changes.size(); i++) {
      assertThat(rows("name", "large" + i)).hasSize(isDone(changes.get(i)) ? 1 : 0);
    }
    assertThat(changes).anyMatch(Change.Unavailable.class::isInstance);
  }

  @Test
  void onceThereIsRoomTheNextWriteIsDone() throws Exception {
    fillUp();

    disk().free();

    assertThat(insert("after")).isEqualTo(new Change.Done(1));
    assertThat(updateAll("done")).allMatch(FullDiskContract::isDone);
    assertThat(rows("note", "done")).hasSize(FEW);
  }

  private Outage fillUp() {
    disk().fill();
    for (; ; inserted++) {
      if (insert("more" + inserted) instanceof Change.Unavailable(Outage outage)) {
        assertThat(insert("full")).isInstanceOf(Change.Unavailable.class);
        return outage;
      }
      assertThat(inserted).isLessThan(5000);
    }
  }

  private List<Change> updateAll(String note) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Change>> updates = new ArrayList<>();
      for (int i = 0; i < FEW; i++) {
        List<Condition> key = List.of(Condition.equal("name", "few" + i));
        updates.add(threads.submit(() -> table.update(key, List.of(new Field("note", note)))));
      }
      List<Change> changes = new ArrayList<>();
      for (Future<Change> update : updates) {
        changes.add(update.get());
      }
      return changes;
    }
  }

  private Change insert(String name) {
    return table.insert(List.of(new Field("name", name), new Field("note", LONG)));
  }

  private List<Row> rows(String column, String value) {
    return switch (table.select(List.of(Condition.equal(column, value)), column, 0)) {
      case Lookup.Found<List<Row>>(List<Row> rows) -> rows;
      case Lookup.Absent<List<Row>>() -> List.of();
      case Lookup.Unavailable<List<Row>>(Outage outage) ->
          throw new AssertionError(outage.message());
    };
  }

  private static boolean isDone(Change change) {
    return change instanceof Change.Done;
  }

  private Database database() {
    return Objects.requireNonNull(opened);
  }

  private SmallDisk disk() {
    return Objects.requireNonNull(mounted);
  }
}
