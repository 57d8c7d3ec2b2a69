package org.ara.server.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ara.driver.sql.schema.Flavour;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files made rows, made files, made rows again, on every database. */
class RoundTripTest {

  private static final List<String> FAMILIES =
      List.of(
          "sippeers",
          "iaxpeers=iaxfriends",
          "iaxusers=iaxfriends",
          "extensions",
          "voicemail",
          "queues",
          "queue_members",
          "musiconhold");

  private static final Map<String, String> QUERIES =
      Map.of(
          "sippeers",
              "SELECT name, type, context, secret, allow, setvar, port, qualify FROM"
                  + " sippeers ORDER BY id",
          "iaxfriends", "SELECT name, type, host, port FROM iaxfriends ORDER BY id",
          "extensions", "SELECT context, exten, priority, app, appdata FROM extensions ORDER BY id",
          "voicemail",
              "SELECT mailbox, context, password, fullname, email, attach, maxmsg, volgain"
                  + " FROM voicemail ORDER BY uniqueid",
          "queues", "SELECT name, strategy, timeout, queue_youarenext FROM queues ORDER BY name",
          "queue_members",
              "SELECT queue_name, interface, penalty, membername FROM queue_members"
                  + " ORDER BY queue_name DESC, uniqueid",
          "musiconhold", "SELECT name, mode, directory FROM musiconhold ORDER BY name");

  @TempDir private Path home;
  @TempDir private Path first;
  @TempDir private Path second;
  @TempDir private Path third;

  @ParameterizedTest
  @EnumSource
  void rowsOfFamiliesBecomeFilesThatGiveTheSameRowsAgain(Flavour flavour) throws IOException {
    ToolDatabase database =
        ToolDatabase.of(flavour, home).map(FAMILIES.toArray(String[]::new)).create();
    write(
        "sip.conf",
        "[zoe]",
        "type=friend",
        "secret = a\\;^b",
        "allow=ulaw",
        "allow=alaw",
        "setvar=A=1",
        "setvar=B=x y",
        "host = dynamic",
        "qualify=yes",
        "[adam]",
        "host=192.0.2.7",
        "port = 5070",
        "context=inside");
    write(
        "iax.conf", "[trunk]", "type=peer", "host=192.0.2.9", "port=4569", "[guest]", "type=user");
    write(
        "extensions.conf",
        "[zone]",
        "exten => _9X.,1,Dial(SIP/zoe,20,tT)",
        " same => n,Set(X=a,b\\;c)",
        "exten => 10,1,Answer",
        "[area]",
        "exten => s,1,Hangup()");
    write(
        "voicemail.conf",
        "[shop]",
        "200 => 1234,Zoe Müller,z@example.org,,attach=yes|maxmsg=7",
        "100 => 42",
        "[default]",
        "100 => 43,Adam");
    write(
        "queues.conf",
        "[sales]",
        "strategy=rrmemory",
        "timeout=15",
        "queue-youarenext = a/b",
        "member => SIP/zoe,2,Zoe",
        "member => SIP/adam",
        "[help]",
        "member => Local/1@zone,0");
    write("musiconhold.conf", "[calm]", "mode=files", "directory=/var/moh");

    assertThat(database.ara("import " + first).err()).isEmpty();
    Map<String, List<String>> rows = all(database);
    assertThat(database.ara("import --export " + second).err()).isEmpty();
    QUERIES.keySet().forEach(table -> database.execute("DELETE FROM " + table));
    assertThat(database.ara("import " + second).err()).isEmpty();
    assertThat(database.ara("import --export " + third).err()).isEmpty();

    assertThat(all(database)).isEqualTo(rows);
    assertThat(String.join("\n", all(database).getOrDefault("sippeers", List.of())))
        .startsWith("zoe|friend|null|a^3B^5Eb|ulaw;alaw|A=1;B=x y|");
    assertThat(rows.get("queue_members"))
        .containsExactly(
            "sales|SIP/zoe|2|Zoe", "sales|SIP/adam|null|null", "help|Local/1@zone|0|null");
    assertThat(names(third)).isEqualTo(names(second)).hasSize(6);
    for (String name : names(second)) {
      assertThat(third.resolve(name)).hasSameTextualContentAs(second.resolve(name));
    }
    assertThat(second.resolve("sip.conf")).content().doesNotContain("regseconds", "lastms");
    assertThat(second.resolve("extensions.conf"))
        .content()
        .contains("[zone]\nexten => 10,1,Answer()\n")
        .contains("exten => _9X.,2,Set(X=a,b\\;c)\n\n[area]\n");
    assertThat(second.resolve("voicemail.conf"))
        .content()
        .contains("[shop]\n200 => 1234,Zoe Müller,z@example.org,,attach=yes|maxmsg=7\n100 => 42\n");
  }

  @ParameterizedTest
  @EnumSource
  void rowsOfEveryFileAreKeptInTheTableOfAll(Flavour flavour) throws IOException {
    ToolDatabase database =
        ToolDatabase.of(flavour, home).map("global=ast_config", "queues.conf=own_files").create();
    write("features.conf", "; kept", "[general]", "parkext => 700");
    write("queues.conf", "[sales]", "a = 1");
    write("logger.conf", "[logfiles]");

    ToolHarness.Ran ran = database.ara("import " + first);

    assertThat(ran.status()).isZero();
    assertThat(ran.err()).contains("logger.conf: stays a file").doesNotContain("features");
    assertThat(database.rows("SELECT filename, var_val FROM ast_config WHERE commented = 0"))
        .containsExactly("features.conf|700");
    assertThat(database.rows("SELECT var_val FROM own_files WHERE commented = 0"))
        .containsExactly("1");
    assertThat(database.ara("import --export " + second).err()).isEmpty();
    assertThat(names(second)).containsExactly("features.conf", "queues.conf");
    assertThat(second.resolve("features.conf"))
        .hasSameTextualContentAs(first.resolve("features.conf"));
  }

  @ParameterizedTest
  @EnumSource
  void anEmptyValueForANumberIsNotSet(Flavour flavour) throws IOException {
    ToolDatabase database = ToolDatabase.of(flavour, home).map("sippeers").create();
    write("sip.conf", "[bob]", "rtptimeout =", "secret =");

    assertThat(database.ara("import " + first).err()).isEmpty();
    assertThat(database.rows("SELECT name, rtptimeout, secret FROM sippeers"))
        .containsExactly("bob|null|");
    database.execute("UPDATE sippeers SET rtptimeout = 30");
    assertThat(database.ara("import " + first).out()).contains("1 changed");
    assertThat(database.rows("SELECT rtptimeout FROM sippeers")).containsExactly("null");
    assertThat(database.ara("import " + first).out()).contains("1 the same");
  }

  @ParameterizedTest
  @EnumSource
  void aDryRunOfAnExportShowsLinesWithoutSecretsAndWritesNothing(Flavour flavour)
      throws IOException {
    ToolDatabase database = ToolDatabase.of(flavour, home).map("sippeers", "voicemail").create();
    write("sip.conf", "[bob]", "secret = hidden-1", "context = old");
    write("voicemail.conf", "[default]", "100 => hidden-2,Bob");
    database.ara("import " + first);
    database.ara("import --export " + second);
    database.execute("UPDATE sippeers SET context = 'new', secret = 'hidden-3'");
    database.execute("UPDATE voicemail SET fullname = 'Robert'");

    ToolHarness.Ran ran = database.ara("import --export --dry-run " + second);

    assertThat(ran.out())
        .contains("- [bob] context = old\n")
        .contains("+ [bob] context = new\n")
        .contains("+ [default] 100 => <hidden>,Robert")
        .doesNotContain("hidden-", "type = ");
    assertThat(second.resolve("sip.conf")).content().contains("context = old");
  }

  @ParameterizedTest
  @EnumSource
  void aFileThatMayHoldMoreThanRowsIsNotReplaced(Flavour flavour) throws IOException {
    ToolDatabase database = ToolDatabase.of(flavour, home).map("sippeers", "voicemail").create();
    write("sip.conf", "[general]", "bindport = 5061");

    ToolHarness.Ran ran = database.ara("import --export " + first);

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err())
        .contains("sip.conf was not written from rows", "sip.conf: was not written");
    assertThat(first.resolve("sip.conf")).content().contains("5061");
    assertThat(names(first)).containsExactly("sip.conf", "voicemail.conf");
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "MYSQL"})
  void aValueThatIsTooLongIsNamedWithItsColumnAndLine(Flavour flavour) throws IOException {
    ToolDatabase database = ToolDatabase.of(flavour, home).map("sippeers=phones").create();
    write("sip.conf", "[bob]", "type = friend", "[ann]", "language = " + "x".repeat(41));

    ToolHarness.Ran ran = database.ara("import " + first);

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err())
        .contains("sip.conf:3: phones.language holds at most 40 characters, not 41")
        .contains("nothing of it was written");
    assertThat(database.rows("SELECT name FROM phones")).isEmpty();
    assertThat(database.ara("import --dry-run " + first).err()).contains("phones.language holds");
  }

  private Map<String, List<String>> all(ToolDatabase database) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    QUERIES.forEach((table, query) -> all.put(table, database.rows(query)));
    return all;
  }

  private void write(String name, String... lines) throws IOException {
    Files.write(first.resolve(name), List.of(lines));
  }

  private static List<String> names(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
