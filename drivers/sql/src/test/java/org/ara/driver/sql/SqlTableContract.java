package org.ara.driver.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ara.realtime.Change;
import org.ara.realtime.Condition;
import org.ara.realtime.Condition.Operator;
import org.ara.realtime.Field;
import org.ara.realtime.Lookup;
import org.ara.realtime.Outage;
import org.ara.realtime.Row;
import org.ara.realtime.spi.TableDescription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every SQL database must do alike, run against each real one. */
public abstract class SqlTableContract {

  private static final String PHONES =
      """
      CREATE TABLE phones (
        name VARCHAR(40) NOT NULL PRIMARY KEY,
        secret VARCHAR(40),
        port INTEGER,
        lastms INTEGER NOT NULL DEFAULT -1,
        "call-limit" INTEGER,
        "match" VARCHAR(40),
        "MixedCase" VARCHAR(40),
        allow VARCHAR(200))""";

  protected Database database;
  protected SqlTable phones;

  /** A new, empty database. */
  protected abstract Database open() throws Exception;

  /** Another program's connection to it. */
  protected abstract Connection otherProgram() throws SQLException;

  @BeforeEach
  void createTable() throws Exception {
    database = open();
    execute(PHONES);
    phones = new SqlTable(database, "phones");
  }

  @AfterEach
  void close() {
    database.close();
  }

  protected final void execute(String... statements) {
    try (Connection connection = otherProgram();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aRowIsFoundWithAllItsColumns() {
    execute("INSERT INTO phones (name, secret, port) VALUES ('bob', 'pw', 5060)");

    Row row = one(Condition.equal("name", "bob"));

    assertThat(row.stored("name")).isEqualTo("bob");
    assertThat(row.stored("port")).isEqualTo("5060");
    assertThat(row.stored("lastms")).isEqualTo("-1");
    assertThat(row.columns().size()).isEqualTo(8);
  }

  @Test
  void aRowThatIsNotThereIsAbsent() {
    assertThat(phones.select(List.of(Condition.equal("name", "bob")), "name", 1))
        .isInstanceOf(Lookup.Absent.class);
  }

  @Test
  void rowsOfOneShapeShareTheirColumns() {
    execute("INSERT INTO phones (name) VALUES ('a'), ('b')");

    List<Row> rows = all(Condition.like("name", "%"));
    Row again = one(Condition.equal("name", "a"));
    Row later = one(Condition.equal("name", "b"));

    assertThat(rows.get(0).columns()).isSameAs(rows.get(1).columns());
    assertThat(again.columns()).isSameAs(later.columns());
  }

  @Test
  void nullIsNotSetAndTheEmptyTextIsEmpty() {
    execute("INSERT INTO phones (name, secret, allow) VALUES ('bob', '', NULL)");

    Row row = one(Condition.equal("name", "bob"));

    assertThat(row.stored("secret")).isEmpty();
    assertThat(row.stored("allow")).isNull();
  }

  static Stream<OperatorCase> operators() {
    return Stream.of(
        new OperatorCase(Operator.EQUAL, "2", "two"),
        new OperatorCase(Operator.NOT_EQUAL, "2", "one,ten"),
        new OperatorCase(Operator.LESS, "10", "one,two"),
        new OperatorCase(Operator.LESS_OR_EQUAL, "2", "one,two"),
        new OperatorCase(Operator.GREATER, "2", "ten"),
        new OperatorCase(Operator.GREATER_OR_EQUAL, "2", "two,ten"),
        new OperatorCase(Operator.LIKE, "1%", "one,ten"),
        new OperatorCase(Operator.NOT_LIKE, "1%", "two"));
  }

  /** A comparison with the port and the names it finds, by port. */
  record OperatorCase(Operator operator, String value, String names) {}

  @ParameterizedTest
  @MethodSource("operators")
  void operatorsCompareIntegerColumnsAsNumbersAndPatternsAsText(OperatorCase given) {
    execute("INSERT INTO phones (name, port) VALUES ('ten', 10), ('two', 2), ('one', 1)");

    List<Row> rows =
        found(
            phones.select(
                List.of(new Condition("port", given.operator(), given.value())), "port", 0));

    assertThat(rows)
        .extracting(row -> row.stored("name"))
        .containsExactly(given.names().split(","));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"abc", "", "99999999999999999999", "5060; DROP TABLE phones", "1e", "\u0000"})
  void aValueThatTheColumnCannotHoldEqualsNoRow(String value) {
    execute("INSERT INTO phones (name, port) VALUES ('bob', 5060)");

    assertThat(phones.select(List.of(Condition.equal("port", value)), "port", 0))
        .isInstanceOf(Lookup.Absent.class);
  }

  @Test
  void wildcardsMatchAndABackslashTakesTheirMeaning() {
    execute("INSERT INTO phones (name) VALUES ('_X.'), ('aX.'), ('100%'), ('1000'), ('a\\b')");

    assertThat(names(Condition.like("name", "\\_%"))).containsExactly("_X.");
    assertThat(names(Condition.like("name", "_X."))).containsExactlyInAnyOrder("_X.", "aX.");
    assertThat(names(Condition.like("name", "100\\%"))).containsExactly("100%");
    assertThat(names(Condition.like("name", "100%"))).containsExactlyInAnyOrder("100%", "1000");
    assertThat(names(Condition.like("name", "a\\\\b"))).containsExactly("a\\b");
    assertThat(names(Condition.like("name", "a\\\\%"))).containsExactly("a\\b");
    assertThat(names(Condition.like("name", Condition.literal("100%")))).containsExactly("100%");
    assertThat(names(Condition.like("name", "%"))).hasSize(5);
  }

  @Test
  void aPatternEndingInALoneBackslashMeansThatBackslash() {
    execute("INSERT INTO phones (name) VALUES ('a\\'), ('ab')");

    assertThat(names(Condition.like("name", "a\\"))).containsExactly("a\\");
  }

  @Test
  void patternsHeedCase() {
    execute("INSERT INTO phones (name) VALUES ('Bob')");

    assertThat(names(Condition.like("name", "B%"))).containsExactly("Bob");
    assertThat(names(Condition.like("name", "b%"))).isEmpty();
  }

  @Test
  void rowsComeOrderedAndNoMoreThanWanted() {
    execute("INSERT INTO phones (name, port) VALUES ('c', 1), ('a', 2), ('b', 3), ('d', 10)");

    assertThat(names(Condition.like("name", "%"))).containsExactly("a", "b", "c", "d");
    assertThat(found(phones.select(List.of(Condition.like("name", "%")), "port", 2)))
        .extracting(row -> row.stored("port"))
        .containsExactly("1", "2");
  }

  @Test
  void allConditionsMustHold() {
    execute("INSERT INTO phones (name, port) VALUES ('a', 1), ('b', 1)");

    assertThat(names(Condition.equal("port", "1"), Condition.equal("name", "b")))
        .containsExactly("b");
    assertThat(names(Condition.equal("port", "1"), Condition.equal("name", "c"))).isEmpty();
  }

  @Test
  void oddReservedAndMixedCaseColumnsAreColumnsLikeOthers() {
    assertThat(
            phones.insert(
                List.of(
                    new Field("name", "bob"),
                    new Field("call-limit", "2"),
                    new Field("match", "m"),
                    new Field("mixedcase", "x"))))
        .isEqualTo(new Change.Done(1));

    assertThat(names(Condition.equal("CALL-LIMIT", "2"), Condition.equal("match", "m")))
        .containsExactly("bob");
    assertThat(names(Condition.equal("MIXEDCASE", "x"), Condition.like("call-limit", "2")))
        .containsExactly("bob");
  }

  @Test
  void aTableIsFoundWhateverTheCaseOfItsName() {
    execute("INSERT INTO phones (name) VALUES ('bob')");

    assertThat(
            found(
                new SqlTable(database, "Phones")
                    .select(List.of(Condition.equal("name", "bob")), "name", 1)))
        .hasSize(1);
  }

  @Test
  void anUpdateChangesTheRowsThatMeetAllKeys() {
    execute("INSERT INTO phones (name, port) VALUES ('a', 1), ('b', 1), ('c', 2)");

    assertThat(
            phones.update(
                List.of(Condition.equal("port", "1"), Condition.equal("name", "a")),
                List.of(new Field("secret", "new"), new Field("port", "7"))))
        .isEqualTo(new Change.Done(1));
    assertThat(
            phones.update(List.of(Condition.equal("name", "z")), List.of(new Field("secret", "x"))))
        .isEqualTo(new Change.Done(0));

    assertThat(one(Condition.equal("name", "a")).stored("port")).isEqualTo("7");
    assertThat(one(Condition.equal("name", "b")).stored("secret")).isNull();
  }

  @Test
  void aDeleteHeedsAllItsKeys() {
    execute("INSERT INTO phones (name, port) VALUES ('a', 1), ('b', 1), ('c', 2)");

    assertThat(phones.delete(List.of(Condition.equal("name", "a"), Condition.equal("port", "1"))))
        .isEqualTo(new Change.Done(1));

    assertThat(names(Condition.like("name", "%"))).containsExactly("b", "c");
  }

  @Test
  void anEmptyTextInANumberColumnIsNull() {
    execute("INSERT INTO phones (name, port, secret) VALUES ('bob', 5060, 'pw')");

    Change change =
        phones.update(
            List.of(Condition.equal("name", "bob")),
            List.of(new Field("port", ""), new Field("secret", "")));

    assertThat(change).isEqualTo(new Change.Done(1));
    assertThat(one(Condition.equal("name", "bob")).stored("port")).isNull();
    assertThat(one(Condition.equal("name", "bob")).stored("secret")).isEmpty();
  }

  @Test
  void aWrongValueIsRefusedByTableColumnAndValue() {
    execute("INSERT INTO phones (name, port) VALUES ('bob', 5060)");
    List<Condition> bob = List.of(Condition.equal("name", "bob"));

    Outage port =
        refused(phones.update(bob, List.of(new Field("secret", "x"), new Field("port", "abc"))));
    assertThat(port.message())
        .contains("phones.port")
        .contains("'abc'")
        .containsIgnoringCase("int");
    Outage lastms = refused(phones.update(bob, List.of(new Field("lastms", ""))));
    assertThat(lastms.message()).contains("phones.lastms");
    Outage inserted =
        refused(phones.insert(List.of(new Field("name", "al"), new Field("port", "abc"))));
    assertThat(inserted.message()).contains("phones.port").contains("'abc'");
    assertThat(one(Condition.equal("name", "bob")).stored("secret")).isNull();
  }

  @Test
  void aKeyThatNoRowCanEqualChangesNoRow() {
    execute("INSERT INTO phones (name, port) VALUES ('bob', 5060)");

    assertThat(
            phones.update(
                List.of(Condition.equal("port", "abc")), List.of(new Field("secret", "x"))))
        .isEqualTo(new Change.Done(0));
    assertThat(phones.delete(List.of(Condition.equal("port", "abc"))))
        .isEqualTo(new Change.Done(0));
  }

  @Test
  void anUpdateLeavesOutWhatTheTableLacks() {
    execute("INSERT INTO phones (name) VALUES ('bob')");

    assertThat(
            phones.update(
                List.of(Condition.equal("name", "bob")),
                List.of(new Field("useragent", "x"), new Field("secret", "new"))))
        .isEqualTo(new Change.Done(1));
    assertThat(one(Condition.equal("name", "bob")).stored("secret")).isEqualTo("new");
  }

  @Test
  void missingColumnsThatCannotBeLeftOutAreRefusedByName() {
    List<Field> field = List.of(new Field("secret", "x"));

    assertThat(refused(phones.update(List.of(Condition.equal("nme", "bob")), field)).message())
        .contains("phones.nme");
    assertThat(refused(phones.insert(List.of(new Field("nme", "bob")))).message())
        .contains("phones.nme");
    assertThat(refused(phones.delete(List.of(Condition.equal("nme", "bob")))).message())
        .contains("phones.nme");
    assertThat(outage(phones.select(List.of(Condition.equal("nme", "bob")), "nme", 1)).message())
        .contains("phones.nme");
    assertThat(
            refused(
                phones.update(
                    List.of(Condition.equal("name", "bob")), List.of(new Field("nme", "x")))))
        .isNotNull();
  }

  @Test
  void aDuplicateIsRefused() {
    phones.insert(List.of(new Field("name", "bob")));

    assertThat(refused(phones.insert(List.of(new Field("name", "bob")))).message())
        .contains("phones")
        .containsPattern("(?i)unique|duplicate");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x' OR '1'='1",
        "'; DROP TABLE phones; --",
        "\"",
        "`",
        "\\",
        "?",
        "$1",
        "%s",
        "{x}",
        ":x",
        "ünïcödé ☎ 日本語 \uD83D\uDE00",
        "a\nb\tc",
        " leading and trailing "
      })
  void valuesAreDataWhateverTheyHold(String value) {
    assertThat(phones.insert(List.of(new Field("name", value), new Field("secret", value))))
        .isEqualTo(new Change.Done(1));

    assertThat(one(Condition.equal("name", value)).stored("secret")).isEqualTo(value);
    assertThat(names(Condition.like("name", Condition.literal(value)))).containsExactly(value);
    assertThat(phones.delete(List.of(Condition.equal("name", value))))
        .isEqualTo(new Change.Done(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name = 'x' OR 1=1 --",
        "name\" = \"name",
        "name`",
        "1",
        "*",
        "(SELECT 1)",
        "name;",
        "'x'"
      })
  void namesComeFromTheTableAndNowhereElse(String column) {
    execute("INSERT INTO phones (name) VALUES ('bob')");

    assertThat(outage(phones.select(List.of(Condition.equal(column, "x")), "name", 0)).kind())
        .isEqualTo(Outage.Kind.REFUSED);
    assertThat(outage(phones.select(List.of(Condition.equal("name", "x")), column, 0)).kind())
        .isEqualTo(Outage.Kind.REFUSED);
    assertThat(refused(phones.delete(List.of(Condition.equal(column, "x"))))).isNotNull();
    assertThat(names(Condition.like("name", "%"))).containsExactly("bob");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"phones; DROP TABLE phones", "phones\"", "nosuch", "", ".", "a.b.c", "public."})
  void aTableThatIsNotThereIsRefusedByName(String table) {
    Lookup<List<Row>> answer =
        new SqlTable(database, table).select(List.of(Condition.equal("name", "x")), "name", 1);

    assertThat(outage(answer).kind()).isEqualTo(Outage.Kind.REFUSED);
    assertThat(outage(answer).message()).contains(table);
    assertThat(names(Condition.like("name", "%"))).isEmpty();
  }

  @Test
  void aTableCreatedLaterIsUsedAtOnce() {
    SqlTable later = new SqlTable(database, "later");
    List<Condition> any = List.of(Condition.equal("name", "x"));
    assertThat(later.select(any, "name", 1)).isInstanceOf(Lookup.Unavailable.class);

    execute("CREATE TABLE later (name VARCHAR(10))", "INSERT INTO later VALUES ('x')");

    assertThat(found(later.select(any, "name", 1))).hasSize(1);
  }

  @Test
  void aRowWrittenByAnotherProgramIsSeenByTheNextLookup() {
    for (int i = 0; i < 50; i++) {
      String name = "phone" + i;
      assertThat(names(Condition.equal("name", name))).isEmpty();
      execute("INSERT INTO phones (name, secret) VALUES ('" + name + "', 'a')");
      assertThat(one(Condition.equal("name", name)).stored("secret")).isEqualTo("a");
      execute("UPDATE phones SET secret = 'b' WHERE name = '" + name + "'");
      assertThat(one(Condition.equal("name", name)).stored("secret")).isEqualTo("b");
      execute("DELETE FROM phones WHERE name = '" + name + "'");
      assertThat(names(Condition.equal("name", name))).isEmpty();
    }
  }

  @Test
  void aColumnAddedIsReadAtOnceAndWrittenSoon() {
    execute("INSERT INTO phones (name) VALUES ('bob')");
    List<Condition> bob = List.of(Condition.equal("name", "bob"));
    repeat(10, () -> assertThat(one(bob.getFirst()).columns().indexOf("useragent")).isNegative());

    execute("ALTER TABLE phones ADD COLUMN useragent VARCHAR(40) DEFAULT 'none'");

    assertThat(one(bob.getFirst()).stored("useragent")).isEqualTo("none");
    await()
        .untilAsserted(
            () -> {
              phones.update(bob, List.of(new Field("useragent", "new"), new Field("port", "1")));
              assertThat(one(bob.getFirst()).stored("useragent")).isEqualTo("new");
            });
  }

  @Test
  void aColumnDroppedIsNoLongerUsed() {
    execute("INSERT INTO phones (name, secret, allow) VALUES ('bob', 'pw', 'ulaw')");
    Condition bob = Condition.equal("name", "bob");
    repeat(10, () -> assertThat(one(bob).stored("secret")).isEqualTo("pw"));
    repeat(
        10,
        () ->
            phones.update(
                List.of(bob), List.of(new Field("secret", "pw"), new Field("allow", "ulaw"))));
    repeat(10, () -> assertThat(names(Condition.equal("secret", "pw"))).hasSize(1));

    execute("ALTER TABLE phones DROP COLUMN secret");

    assertThat(one(bob).columns().indexOf("secret")).isNegative();
    assertThat(one(bob).stored("allow")).isEqualTo("ulaw");
    assertThat(
            phones.update(
                List.of(bob), List.of(new Field("secret", "x"), new Field("allow", "alaw"))))
        .isEqualTo(new Change.Done(1));
    assertThat(
            outage(phones.select(List.of(Condition.equal("secret", "pw")), "secret", 0)).message())
        .contains("phones.secret");
  }

  @Test
  void aTableRecreatedWithOtherColumnsIsDescribedAnew() {
    execute("INSERT INTO phones (name) VALUES ('bob')");
    Condition bob = Condition.equal("name", "bob");
    repeat(10, () -> one(bob));

    execute(
        "DROP TABLE phones",
        "CREATE TABLE phones (port INTEGER, name VARCHAR(10), extra VARCHAR(5), a INTEGER,"
            + " b INTEGER, c INTEGER, d INTEGER, e INTEGER)",
        "INSERT INTO phones (name, extra) VALUES ('bob', 'x')");

    assertThat(one(bob).stored("extra")).isEqualTo("x");
    assertThat(one(bob).stored("name")).isEqualTo("bob");
    assertThat(phones.insert(List.of(new Field("name", "al")))).isEqualTo(new Change.Done(1));
  }

  @Test
  void aColumnRenamedIsReadUnderItsNewName() {
    execute("INSERT INTO phones (name, secret) VALUES ('bob', 'pw')");
    Condition bob = Condition.equal("name", "bob");
    repeat(10, () -> one(bob));

    execute("ALTER TABLE phones RENAME COLUMN secret TO password");

    assertThat(one(bob).stored("password")).isEqualTo("pw");
    assertThat(one(bob).columns().indexOf("secret")).isNegative();
  }

  @Test
  void theDescriptionSaysWhatColumnsHold() {
    TableDescription description = found(phones.describe());

    assertThat(description.columns())
        .extracting(TableDescription.Column::name)
        .containsExactly(
            "name", "secret", "port", "lastms", "call-limit", "match", "MixedCase", "allow");
    assertThat(description.column("NAME").orElseThrow().size()).isEqualTo(40);
    assertThat(description.column("name").orElseThrow().text()).isTrue();
    assertThat(description.column("port").orElseThrow().text()).isFalse();
    assertThat(description.column("port").orElseThrow().nullable()).isTrue();
    assertThat(description.column("lastms").orElseThrow().nullable()).isFalse();
  }

  @Test
  void aThousandThreadsAreServedAtOnce() throws Exception {
    execute("INSERT INTO phones (name, port) VALUES ('bob', 0)");
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Row>> lookups =
          IntStream.range(0, 1000)
              .mapToObj(i -> threads.submit(() -> one(Condition.equal("name", "bob"))))
              .toList();
      List<Future<Change>> writes =
          IntStream.range(0, 200)
              .mapToObj(
                  i -> threads.submit(() -> phones.insert(List.of(new Field("name", "phone" + i)))))
              .toList();
      for (Future<Row> lookup : lookups) {
        assertThat(lookup.get().stored("name")).isEqualTo("bob");
      }
      for (Future<Change> write : writes) {
        assertThat(write.get()).isEqualTo(new Change.Done(1));
      }
    }
    assertThat(names(Condition.like("name", "phone%"))).hasSize(200);
  }

  @Test
  void operationsWithoutConditionsOrFieldsAreTheCallersMistake() {
    assertThatThrownBy(() -> phones.select(List.of(), "name", 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> phones.delete(List.of())).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> phones.insert(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  protected final List<String> names(Condition... conditions) {
    return all(conditions).stream().map(row -> String.valueOf(row.stored("name"))).toList();
  }

  protected final Row one(Condition condition) {
    return found(phones.select(List.of(condition), condition.column(), 1)).getFirst();
  }

  private List<Row> all(Condition... conditions) {
    Lookup<List<Row>> answer = phones.select(List.of(conditions), conditions[0].column(), 0);
    return answer instanceof Lookup.Absent<List<Row>> ? List.of() : found(answer);
  }

  protected static <T> T found(Lookup<T> answer) {
    return switch (answer) {
      case Lookup.Found<T>(T value) -> value;
      case Lookup.Absent<T>() -> throw new AssertionError("absent");
      case Lookup.Unavailable<T>(Outage outage) -> throw new AssertionError(outage.toString());
    };
  }

  protected static Outage outage(Lookup<?> answer) {
    assertThat(answer).isInstanceOf(Lookup.Unavailable.class);
    return ((Lookup.Unavailable<?>) answer).outage();
  }

  protected static Outage refused(Change change) {
    assertThat(change).isInstanceOf(Change.Unavailable.class);
    Outage outage = ((Change.Unavailable) change).outage();
    assertThat(outage.kind()).isEqualTo(Outage.Kind.REFUSED);
    return outage;
  }

  private static void repeat(int times, Runnable action) {
    for (int i = 0; i < times; i++) {
      action.run();
    }
  }
}
