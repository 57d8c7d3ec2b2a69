package org.ara.driver.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.ara.config.Category;
import org.ara.config.LoadResult;
import org.ara.config.file.FileConfigSource;
import org.ara.module.Module;
import org.ara.module.ModuleException;
import org.ara.realtime.Change;
import org.ara.realtime.Condition;
import org.ara.realtime.Field;
import org.ara.realtime.Lookup;
import org.ara.realtime.Outage;
import org.ara.realtime.Realtime;
import org.ara.realtime.Requirement;
import org.ara.realtime.Row;
import org.ara.realtime.Shortfalls;
import org.ara.realtime.files.StaticFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What families promise their users, whichever database they are kept in, run on each real one. */
public abstract class EngineContract {

  private static final List<Requirement> WANTED =
      List.of(
          Requirement.of("small", Requirement.Type.UINTEGER1),
          Requirement.of("seconds", Requirement.Type.UINTEGER4),
          Requirement.text("agent", 40),
          Requirement.of("at", Requirement.Type.DATETIME),
          Requirement.of("day", Requirement.Type.DATE),
          new Requirement("ratio", Requirement.Type.FLOAT, 10));

  @TempDir protected Path directory;
  private ModuleHarness server;

  protected abstract Module driver();

  /** What mappings call the driver. */
  protected abstract String driverName();

  /** The driver's configuration file. */
  protected abstract String file();

  /** The lines of the section {@code [db]} that lead to the test's database. */
  protected abstract List<String> section();

  /** Another program's connection to it. */
  protected abstract Connection otherProgram() throws SQLException;

  /** The statement that makes the column {@code port} of {@code phones} a text. */
  protected abstract Stream<String> retype();

  @BeforeEach
  void createTables() {
    execute(
        "DROP TABLE IF EXISTS phones",
        "DROP TABLE IF EXISTS spare",
        "DROP TABLE IF EXISTS ast_config",
        "CREATE TABLE phones (name VARCHAR(40) NOT NULL PRIMARY KEY, port INTEGER,"
            + " secret VARCHAR(80), allow VARCHAR(200))",
        "CREATE TABLE spare (name VARCHAR(40) NOT NULL PRIMARY KEY, port INTEGER)",
        "INSERT INTO phones (name, port, secret) VALUES ('bob', 5060, 'pw')",
        "INSERT INTO spare (name, port) VALUES ('bob', 1), ('only-spare', 2)");
    server = new ModuleHarness(directory, driver());
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void anAbsentRowOnAHealthyDatabaseEndsTheSearch() throws Exception {
    Realtime realtime = started("phones => DB,phones", "phones => DB,spare,2");

    assertThat(realtime.find("phones", "name", "only-spare")).isInstanceOf(Lookup.Absent.class);
    assertThat(value(realtime.find("phones", "name", "bob"), "port")).isEqualTo("5060");
  }

  @Test
  void aTableThatCannotBeReadIsPassedOverButNotWrittenPast() throws Exception {
    Realtime realtime = started("phones => DB,nosuch", "phones => DB,spare,2");

    assertThat(value(realtime.find("phones", "name", "only-spare"), "port")).isEqualTo("2");
    assertThat(realtime.findAll("phones", List.of(Condition.like("name", "%"))))
        .isInstanceOf(Lookup.Found.class);
    assertThat(realtime.update("phones", name("bob"), List.of(new Field("port", "9"))))
        .isInstanceOf(Change.Unavailable.class);
    assertThat(value(realtime.find("phones", "name", "bob"), "port")).isEqualTo("1");
  }

  @Test
  void semicolonsSeparateValuesAndAreEncodedWhereTheyAreMeant() throws Exception {
    Realtime realtime = started("phones => DB,phones");
    execute("UPDATE phones SET allow = 'ulaw; alaw ;;g722'");

    assertThat(found(realtime.find("phones", "name", "bob")).values("allow"))
        .containsExactly("ulaw", " alaw", "g722");

    assertThat(
            realtime.store(
                "phones", List.of(new Field("name", "6001;@x^y"), new Field("secret", "a;b"))))
        .isEqualTo(new Change.Done(1));
    assertThat(found(realtime.find("phones", "name", "6001;@x^y")).stored("name"))
        .isEqualTo("6001^3B@x^5Ey");
    assertThat(value(realtime.find("phones", "name", "6001;@x^y"), "secret")).isEqualTo("a;b");
  }

  @Test
  void nullIsNotSetAndTheEmptyTextIsSetAndEmpty() throws Exception {
    Realtime realtime = started("phones => DB,phones");
    realtime.update("phones", name("bob"), List.of(new Field("secret", ""), new Field("port", "")));

    Row row = found(realtime.find("phones", "name", "bob"));

    assertThat(row.stored("secret")).isEmpty();
    assertThat(row.stored("port")).isNull();
    assertThat(row.stored("allow")).isNull();
    assertThat(row.entries()).extracting(Field::column).doesNotContain("port", "allow");
  }

  @Test
  void patternsAreFoundByALiteralUnderscoreAndComeInOrder() throws Exception {
    Realtime realtime = started("phones => DB,phones");
    for (String name : List.of("_9X.", "_1X.", "x1", "_5", "100%")) {
      realtime.store("phones", List.of(new Field("name", name)));
    }

    assertThat(names(realtime, Condition.parse("name LIKE", "\\_%")))
        .containsExactly("_1X.", "_5", "_9X.");
    assertThat(names(realtime, Condition.like("name", Condition.literal("100%"))))
        .containsExactly("100%");
    assertThat(names(realtime, Condition.parse("port>= ", "5060"))).containsExactly("bob");
  }

  @Test
  void updatesAndDeletionsHeedAllTheirKeysAndZeroRowsIsASuccess() throws Exception {
    Realtime realtime = started("phones => DB,phones");
    execute("INSERT INTO phones (name, port) VALUES ('al', 5060)");
    List<Condition> both = List.of(Condition.equal("port", "5060"), Condition.equal("name", "al"));

    assertThat(realtime.update("phones", both, List.of(new Field("secret", "new"))))
        .isEqualTo(new Change.Done(1));
    assertThat(value(realtime.find("phones", "name", "bob"), "secret")).isEqualTo("pw");
    assertThat(realtime.destroy("phones", both)).isEqualTo(new Change.Done(1));
    assertThat(realtime.destroy("phones", both)).isEqualTo(new Change.Done(0));
    assertThat(realtime.update("phones", both, List.of(new Field("secret", "x"))))
        .isEqualTo(new Change.Done(0));
    assertThat(names(realtime, Condition.like("name", "%"))).containsExactly("bob");
  }

  @Test
  void whatIsRequiredAndLackingIsSaidAndNothingIsAltered() throws Exception {
    Realtime realtime = started("phones => DB,phones");

    Shortfalls lacking =
        found(
            realtime.require(
                "phones",
                List.of(
                    Requirement.text("name", 40),
                    Requirement.of("port", Requirement.Type.UINTEGER2),
                    Requirement.text("secret", 200),
                    Requirement.text("agent", 40))));

    assertThat(lacking.messages()).hasSize(2);
    assertThat(lacking.messages().get(0)).contains("phones.agent is missing", "ALTER TABLE");
    assertThat(lacking.messages().get(1)).contains("phones.secret holds 80 characters", "200");
    assertThat(realtime.hasColumn("phones", "agent")).isFalse();
  }

  @Test
  void requiredColumnsAreAddedWhereThatIsConfiguredAndUsedAtOnce() throws Exception {
    Realtime realtime = startedWith("createclose", "phones => DB,phones");

    assertThat(found(realtime.require("phones", WANTED)).messages()).isEmpty();
    assertThat(found(realtime.require("phones", WANTED)).messages()).isEmpty();
    assertThat(
            realtime.update(
                "phones",
                name("bob"),
                List.of(
                    new Field("small", "200"),
                    new Field("seconds", "4000000000"),
                    new Field("agent", "Test/1.0"),
                    new Field("at", "2024-02-03 04:05:06"),
                    new Field("ratio", "0.5"))))
        .isEqualTo(new Change.Done(1));

    Row bob = found(realtime.find("phones", "name", "bob"));
    assertThat(bob.stored("small")).isEqualTo("200");
    assertThat(bob.stored("seconds")).isEqualTo("4000000000");
    assertThat(bob.stored("agent")).isEqualTo("Test/1.0");
    assertThat(bob.stored("at")).isEqualTo("2024-02-03 04:05:06");
    assertThat(bob.stored("ratio")).isEqualTo("0.5");
    assertThat(bob.stored("secret")).isEqualTo("pw");
  }

  @Test
  void requiredColumnsMayAllBeAddedAsText() throws Exception {
    Realtime realtime = startedWith("createchar", "phones => DB,phones");

    assertThat(found(realtime.require("phones", WANTED)).messages()).isEmpty();

    assertThat(
            realtime.update(
                "phones", name("bob"), List.of(new Field("small", "any"), new Field("at", ""))))
        .isEqualTo(new Change.Done(1));
    assertThat(found(realtime.find("phones", "name", "bob")).stored("small")).isEqualTo("any");
  }

  @Test
  void whatSeveralRequireAtOnceIsAddedOnce() throws Exception {
    Realtime realtime = startedWith("createclose", "phones => DB,phones");
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Lookup<Shortfalls>>> answers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        answers.add(threads.submit(() -> realtime.require("phones", WANTED)));
      }
      for (Future<Lookup<Shortfalls>> answer : answers) {
        assertThat(found(answer.get()).messages()).isEmpty();
      }
    }
  }

  @Test
  void whatIsNoNameForAColumnIsNeverAdded() throws Exception {
    Realtime realtime = startedWith("createclose", "phones => DB,phones");

    for (String name : List.of("x; DROP TABLE phones", "a\"b", "a`b", "1st", "a b", "ä")) {
      assertThat(found(realtime.require("phones", List.of(Requirement.text(name, 5)))).messages())
          .anySatisfy(message -> assertThat(message).contains(name, "no name for a column"));
    }
    assertThat(found(realtime.find("phones", "name", "bob")).columns().size()).isEqualTo(4);
  }

  @Test
  void requiringOfATableThatIsNotThereIsUnavailable() throws Exception {
    Realtime realtime = startedWith("createclose", "phones => DB,nosuch");

    assertThat(realtime.require("phones", WANTED)).isInstanceOf(Lookup.Unavailable.class);
    assertThat(realtime.require("unmapped", WANTED)).isInstanceOf(Lookup.Unavailable.class);
  }

  @Test
  void aFileKeptInATableIsReadInItsOrderWithoutWhatIsCommented() throws Exception {
    execute(
        "CREATE TABLE ast_config (id INTEGER PRIMARY KEY, cat_metric INTEGER NOT NULL,"
            + " var_metric INTEGER NOT NULL, commented INTEGER NOT NULL, filename VARCHAR(128),"
            + " category VARCHAR(128), var_name VARCHAR(128), var_val VARCHAR(200))",
        "INSERT INTO ast_config VALUES (1, 1, 1, 0, 'queues.conf', 'sales', 'member', 'SIP/b;x'),"
            + " (2, 1, 0, 0, 'queues.conf', 'sales', 'member', 'SIP/a'),"
            + " (3, 2, 0, 0, 'queues.conf', 'general', 'autofill', 'yes'),"
            + " (4, 2, 1, 1, 'queues.conf', 'general', 'off', 'x'),"
            + " (5, 9, 0, 0, 'other.conf', 'general', 'a', 'b')");
    started("queues.conf => DB,ast_config", "none.conf => DB,ast_config", "bad.conf => DB,nosuch");
    StaticFiles files = server.service(StaticFiles.class);

    assertThat(files.isMapped("QUEUES.conf")).isTrue();
    assertThat(files.isMapped("sip.conf")).isFalse();
    assertThat(shown(read(files, "queues.conf")))
        .containsExactly("[general]", "autofill=yes", "[sales]", "member=SIP/a", "member=SIP/b;x");
    assertThat(shown(read(files, "none.conf"))).isEmpty();
    assertThat(read(files, "bad.conf")).isInstanceOf(LoadResult.Missing.class);
    assertThat(read(files, "bad.conf").problems().toString()).contains("bad.conf", "nosuch");
  }

  @Test
  void aTableMayChangeWhileItIsUsed() throws Exception {
    Realtime realtime = started("phones => DB,phones");
    AtomicBoolean done = new AtomicBoolean();
    Queue<String> wrong = new ConcurrentLinkedQueue<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 6; i++) {
        threads.submit(() -> use(realtime, done, wrong));
      }
      execute("ALTER TABLE phones ADD COLUMN agent VARCHAR(40) DEFAULT 'none'");
      execute("ALTER TABLE phones RENAME COLUMN agent TO useragent");
      retype().forEach(this::execute);
      execute("ALTER TABLE phones DROP COLUMN useragent");
      execute("ALTER TABLE phones ADD COLUMN agent VARCHAR(10)");
      done.set(true);
    }

    assertThat(wrong).isEmpty();
    assertThat(found(realtime.find("phones", "name", "bob")).columns().indexOf("agent"))
        .isPositive();
  }

  @Test
  void aTableDroppedIsUnavailableAndServesAgainOnceItIsMadeAnew() throws Exception {
    Realtime realtime = started("phones => DB,phones");
    assertThat(value(realtime.find("phones", "name", "bob"), "port")).isEqualTo("5060");

    execute("DROP TABLE phones");
    assertThat(realtime.find("phones", "name", "bob")).isInstanceOf(Lookup.Unavailable.class);
    assertThat(realtime.store("phones", List.of(new Field("name", "al"))))
        .isInstanceOf(Change.Unavailable.class);

    execute(
        "CREATE TABLE phones (allow VARCHAR(10), name VARCHAR(9), port VARCHAR(9))",
        "INSERT INTO phones (name, port) VALUES ('bob', 'new')");
    assertThat(value(realtime.find("phones", "name", "bob"), "port")).isEqualTo("new");
    assertThat(realtime.store("phones", List.of(new Field("name", "al"))))
        .isEqualTo(new Change.Done(1));
  }

  @Test
  void theConsoleShowsAndChangesRows() throws Exception {
    started("phones => DB,phones");

    assertThat(server.run("realtime update phones name bob port 5070"))
        .containsExactly("Updated 1 RealTime record.", "SUCCESS");
    assertThat(server.run("realtime store phones name al port 5080"))
        .containsExactly("Stored RealTime record.", "SUCCESS");
    assertThat(server.run("realtime load phones name al"))
        .anySatisfy(line -> assertThat(line).contains("port  5080"));
    assertThat(server.run("realtime destroy phones name al port 5080"))
        .containsExactly("Removed 1 RealTime record.", "SUCCESS");
    assertThat(server.run("realtime load phones name al").getFirst()).startsWith("No rows found");
    assertThat(server.run("realtime update nosuch name bob port 1")).endsWith("FAILURE");
  }

  protected final void execute(String... statements) {
    try (Connection connection = otherProgram();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(String.join("; ", statements), e);
    }
  }

  /** What a registrar does all day: looks up, writes, and is never told anything wrong. */
  private static void use(Realtime realtime, AtomicBoolean done, Queue<String> wrong) {
    while (!done.get()) {
      Lookup<Row> answer = realtime.find("phones", "name", "bob");
      if (!(answer instanceof Lookup.Found<Row>(Row row)
          && "bob".equals(row.stored("name"))
          && "pw".equals(row.stored("secret")))) {
        wrong.add(answer.toString());
      }
      Change change = realtime.update("phones", name("bob"), List.of(new Field("port", "5060")));
      if (!change.equals(new Change.Done(1))) {
        wrong.add(change.toString());
      }
    }
  }

  private Realtime started(String... mappings) throws ModuleException {
    return startedWith("warn", mappings);
  }

  private Realtime startedWith(String requirements, String... mappings) throws ModuleException {
    List<String> extconfig = new ArrayList<>(List.of("[settings]"));
    Stream.of(mappings).map(m -> m.replace("DB", driverName() + ",db")).forEach(extconfig::add);
    List<String> section = new ArrayList<>(section());
    section.add("requirements = " + requirements);
    return server
        .file("extconfig.conf", extconfig.toArray(String[]::new))
        .file(file(), section.toArray(String[]::new))
        .load()
        .realtime();
  }

  private static List<Condition> name(String name) {
    return List.of(Condition.equal("name", name));
  }

  private static List<String> names(Realtime realtime, Condition condition) {
    return found(realtime.findAll("phones", List.of(condition))).stream()
        .map(row -> row.text("name").orElse(""))
        .toList();
  }

  private LoadResult read(StaticFiles files, String file) {
    return new FileConfigSource(Path.of("/nonexistent")).with(files).load(file);
  }

  private static List<String> shown(LoadResult result) {
    LoadResult.Loaded loaded = (LoadResult.Loaded) result;
    List<String> lines = new ArrayList<>();
    for (Category category : loaded.configuration().categories()) {
      lines.add("[" + category.name() + "]");
      category.variables().forEach(v -> lines.add(v.name() + "=" + v.value()));
    }
    return lines;
  }

  private static String value(Lookup<Row> answer, String column) {
    return found(answer).text(column).orElse("");
  }

  private static <T> T found(Lookup<T> answer) {
    return switch (answer) {
      case Lookup.Found<T>(T value) -> value;
      case Lookup.Absent<T>() -> throw new AssertionError("absent");
      case Lookup.Unavailable<T>(Outage outage) -> throw new AssertionError(outage.message());
    };
  }
}
