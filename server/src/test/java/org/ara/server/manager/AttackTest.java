package org.ara.server.manager;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What somebody tries who has one class of actions only and wants more. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttackTest {

  private Path directory = Path.of("");
  private ManagerHome home;

  @BeforeAll
  void start(@TempDir Path given) throws Exception {
    directory = given;
    Files.writeString(
        Files.createDirectories(given.resolve("etc")).resolve("cli_aliases.conf"),
        "[general]\ntemplate = mine\n[mine]\nhalt now = core stop now\nadd module = module load\n");
    home = ManagerHome.with(directory, ManagerHome.oneAccountPerClass());
    home.server().insertPhone("alice", "verysecret");
  }

  @AfterAll
  void stop() {
    home.close();
  }

  private RawManager only(String permission) throws Exception {
    return home.login("only-" + permission, "x");
  }

  @Test
  void originateReachesNothingBeneathTheServer() throws Exception {
    try (RawManager client = only("originate")) {
      for (String application :
          List.of(
              "System",
              "SYSTEM",
              "sYsTeM ",
              "\tSystem",
              "TrySystem",
              "AGI",
              "eagi",
              "ExecIf",
              "TryExec",
              "Exec",
              "Originate",
              "ExternalIVR",
              "MixMonitor",
              "Log")) {
        assertThat(client.originate("Application: " + application, "Data: id"))
            .as(application)
            .contains("Forbidden");
      }
      for (String data :
          List.of(
              "${SHELL(id)}",
              "${ SHELL (id)}",
              "x${shell(id)}",
              "${CUT(${SHELL(id)},,1)}",
              "${SH${NOTHING}ELL(id)}",
              "${${A}(id)}",
              "${${A}${B}}",
              "$[${${A}(id)}]",
              "${EVAL(${X})}",
              "SHELL(id)=1",
              "FILE(/tmp/x)=1",
              "REALTIME(sippeers,name,alice,secret)=x",
              "X=${REALTIME_FIELD(sippeers,name,alice,secret)}",
              "DB(SIP/Registry/alice)=evil",
              "DB_DELETE(a/b)",
              "ODBC_ANYTHING(x)=1",
              "ENV(PATH)=x")) {
        assertThat(client.originate("Application: Set", "Data: " + data))
            .as("data %s", data)
            .contains("Forbidden");
        assertThat(client.originate("Application: NoOp", "Variable: A=" + data))
            .as("variable %s", data)
            .contains("Forbidden");
        assertThat(
                client.originate(
                    "Context: phones",
                    "Exten: 600",
                    "Priority: 1",
                    "Variable: ok=1",
                    "Variable: X=" + data))
            .as("second variable %s", data)
            .contains("Forbidden");
      }
      for (String channel : List.of("Local/${SHELL(id)}@x", "SIP/${${A}(id)}")) {
        assertThat(
                client
                    .ask("Action: Originate", "Channel: " + channel, "Application: NoOp")
                    .get("Message"))
            .contains("Forbidden");
      }
      assertThat(client.originate("Application: NoOp", "Data: fine", "Variable: A=1"))
          .isEqualTo("Originate failed");
    }
  }

  @Test
  void callReadsAndWritesNoRowsFilesOrSecrets() throws Exception {
    try (RawManager client = only("call")) {
      for (String variable :
          List.of(
              "SHELL(id)",
              "EVAL(${X})",
              "ENV(HOME)",
              "FILE(/etc/passwd)",
              "REALTIME(sippeers,name,alice)",
              "REALTIME_FIELD(sippeers,name,alice,secret)",
              "DB(a/b)",
              "DB_KEYS()",
              "CUT(${SHELL(id)},,1)",
              "${${A}(id)}",
              "SIPSECRET")) {
        assertThat(client.ask("Action: Getvar", "Variable: " + variable).get("Message"))
            .as("read %s", variable)
            .contains("Forbidden");
      }
      for (String variable :
          List.of(
              "SHELL(id)",
              "FILE(/tmp/x)",
              "ENV(PATH)",
              "DB(SIP/Registry/alice)",
              "REALTIME(sippeers,name,alice,secret)",
              "REALTIME_STORE(sippeers,name,secret)")) {
        assertThat(client.ask("Action: Setvar", "Variable: " + variable, "Value: x").get("Message"))
            .as("write %s", variable)
            .contains("Forbidden");
      }
      assertThat(client.ask("Action: Setvar", "Variable: X", "Value: ${EVAL(x)}").get("Message"))
          .contains("Forbidden");
      assertThat(client.ask("Action: Setvar", "Variable: COLOUR", "Value: red"))
          .containsEntry("Response", "Success");
      assertThat(client.ask("Action: Getvar", "Variable: COLOUR")).containsEntry("Value", "red");
      for (String action : List.of("Getvar", "Setvar")) {
        assertThat(client.ask("Action: " + action, "Variable: CALLERID(num)", "Value: 1"))
            .containsEntry("Message", "A function needs a Channel");
      }
    }
    assertThat(home.server().row("SELECT secret FROM sippeers WHERE name = 'alice'"))
        .containsEntry("secret", "verysecret");
  }

  @Test
  void configReachesNoFileThatGivesRights() throws Exception {
    Path etc = directory.resolve("etc");
    Files.writeString(etc.resolve("res_pgsql.conf"), "[general]\ndbpass = x\n");
    try (RawManager client = only("config")) {
      for (String file :
          List.of(
              "manager.conf",
              "MANAGER.CONF",
              " manager.conf",
              "asterisk.conf",
              "modules.conf",
              "extconfig.conf",
              "logger.conf",
              "realtime.conf",
              "res_pgsql.conf",
              "res_config_sqlite3.conf",
              "manag*.conf",
              "manager.con?",
              "[m]anager.conf",
              "{manager,x}.conf")) {
        assertOutOfReach(client, file, "copy.conf");
      }
    }
    assertThat(etc.resolve("copy.conf")).doesNotExist();
    assertThat(etc.resolve("manager.conf")).content().doesNotContain("evil");
  }

  private static void assertOutOfReach(RawManager client, String file, String copy)
      throws Exception {
    for (String action : List.of("GetConfig", "GetConfigJSON", "ListCategories", "CreateConfig")) {
      assertThat(client.ask("Action: " + action, "Filename: " + file))
          .as("%s %s", action, file)
          .containsEntry("Response", "Error");
    }
    assertThat(write(client, "sip.conf", file, "NewCat", "evil", "", ""))
        .as("write %s", file)
        .containsEntry("Response", "Error");
    assertThat(write(client, file, copy, "NewCat", "evil", "", ""))
        .as("copy %s", file)
        .containsEntry("Response", "Error");
  }

  private static Map<String, String> write(
      RawManager client,
      String from,
      String to,
      String action,
      String section,
      String name,
      String value)
      throws Exception {
    return client.ask(
        "Action: UpdateConfig",
        "SrcFilename: " + from,
        "DstFilename: " + to,
        "Action-000000: " + action,
        "Cat-000000: " + section,
        "Var-000000: " + name,
        "Value-000000: " + value);
  }

  @Test
  void noDirectiveGetsIntoAFile() throws Exception {
    Path mark = directory.resolve("mark");
    Path file = directory.resolve("etc/mine.conf");
    try (RawManager config = only("config");
        RawManager boss = home.login("boss", "s3cret")) {
      for (RawManager client : List.of(config, boss)) {
        for (String before : List.of("", "\u0001", "\t", "\u00a0", "\u2003", ";----;", "\\", "=")) {
          for (String word : List.of("exec", "include", "EXEC")) {
            Files.writeString(file, "[one]\na = 1\n");
            client.ask(
                "Action: UpdateConfig",
                "SrcFilename: mine.conf",
                "DstFilename: mine.conf",
                "Action-000000: Append",
                "Cat-000000: one",
                "Var-000000: " + before + "#" + word + " touch " + mark,
                "Value-000000: x");
            client.ask(
                "Action: UpdateConfig",
                "SrcFilename: mine.conf",
                "DstFilename: mine.conf",
                "Action-000000: Update",
                "Cat-000000: one",
                "Var-000000: a",
                "Value-000000: 1\r#" + word + " touch " + mark);
            client.ask(
                "Action: UpdateConfig",
                "SrcFilename: mine.conf",
                "DstFilename: mine.conf",
                "Action-000000: NewCat",
                "Cat-000000: x]\r#" + word + " touch " + mark + "\r[y");
            try (Stream<String> lines = Files.readString(file).lines()) {
              assertThat(lines.map(String::trim)).noneMatch(line -> line.startsWith("#"));
            }
            client.ask("Action: GetConfig", "Filename: mine.conf");
          }
        }
      }
    }
    assertThat(mark).doesNotExist();
  }

  @Test
  void configWritesNoDialplanThatReachesTheSystem() throws Exception {
    Path file = directory.resolve("etc/plan.conf");
    Files.writeString(file, "[one]\na = 1\n");
    try (RawManager client = only("config")) {
      for (String step :
          List.of(
              "1,1,System(id)",
              "1,1, TrySystem (id)",
              "1,1,NoOp(${SHELL(id)})",
              "1,1,NoOp(${${A}(id)})",
              "1,1,NoOp(${${A}${B}})",
              "1,1,NoOp(${SH${B}ELL(id)})",
              "1,1,Set(${A}(x)=1)",
              "1,1,Set(${A}=1)",
              "1,1,ExecIf(1?System:id)",
              "1,1,Set(ENV(X)=1)",
              "1,1,Set(REALTIME(manager,name,boss,write)=all)",
              "1,1,AGI(x)")) {
        assertThat(write(client, "plan.conf", "plan.conf", "Append", "one", "exten", ">" + step))
            .as(step)
            .containsEntry("Message", "File requires escalated privileges");
      }
      assertThat(
              write(
                  client,
                  "plan.conf",
                  "plan.conf",
                  "Append",
                  "one",
                  "exten",
                  ">1,1,Set(X=${CUT(${CALLERID(num)},,1)})"))
          .containsEntry("Response", "Success");
    }
  }

  @Test
  void oddNamesOfFilesLeadNowhere() throws Exception {
    Path outside = Files.writeString(directory.resolve("outside.conf"), "[secret]\na = b\n");
    Path etc = directory.resolve("etc");
    Files.createDirectories(etc.resolve("sub"));
    Files.createSymbolicLink(etc.resolve("far.conf"), outside);
    Files.createSymbolicLink(etc.resolve("sub/up"), directory);
    Files.createSymbolicLink(etc.resolve("dangling.conf"), directory.resolve("new.conf"));
    try (RawManager client = home.login("boss", "s3cret")) {
      for (String name :
          List.of(
              "../outside.conf",
              "sub/../../outside.conf",
              "sub/up/outside.conf",
              "far.conf",
              "dangling.conf",
              outside.toString(),
              "//" + outside,
              "..\\outside.conf",
              ".",
              "..",
              "/",
              "sub",
              "sub/",
              "a\0b.conf",
              "nosuch/x.conf",
              "x".repeat(300) + ".conf",
              ("y".repeat(50) + "/").repeat(18) + "z.conf")) {
        assertOutOfReach(client, name, "copy2.conf");
      }
    }
    assertThat(outside).hasContent("[secret]\na = b\n");
    assertThat(directory.resolve("new.conf")).doesNotExist();
    assertThat(etc.resolve("copy2.conf")).doesNotExist();
  }

  @Test
  void passwordsInFilesAndRowsAreForSystemAlone() throws Exception {
    Path etc = directory.resolve("etc");
    Files.writeString(
        etc.resolve("phones.conf"),
        "[bob]\nsecret = hunter2\nregister => a:hunter2@b\ncontext = phones\n");
    Files.writeString(etc.resolve("voicemail.conf"), "[default]\n100 => 4242,Alice\n");
    try (RawManager config = only("config");
        RawManager boss = home.login("boss", "s3cret")) {
      for (String action : List.of("GetConfig", "GetConfigJSON")) {
        for (String file : List.of("phones.conf", "voicemail.conf")) {
          config.send("Action: " + action, "Filename: " + file);
          assertThat(String.join("\n", config.lines()))
              .doesNotContain("hunter2", "4242")
              .contains("<hidden>");
        }
      }
      assertThat(boss.ask("Action: GetConfig", "Filename: phones.conf"))
          .containsValue("secret=hunter2");
      assertThat(config.ask("Action: GetConfig", "Filename: phones.conf", "Filter: secret=^hunter"))
          .containsEntry("Response", "Error");
      assertThat(
              config.ask(
                  "Action: RealtimeLoad",
                  "Family: sippeers",
                  "Column: secret LIKE",
                  "Value: very%"))
          .containsEntry("Response", "Error");
      config.send("Action: RealtimeLoad", "Family: sippeers", "Column: name", "Value: alice");
      assertThat(config.block()).containsEntry("Response", "Success");
      assertThat(config.block())
          .containsEntry("Set-name", "alice")
          .containsEntry("Set-secret", "<hidden>");
      assertThat(config.block()).containsEntry("Event", "RealtimeLoadComplete");
      config.send("Action: RealtimeExplain", "Family: sippeers", "Column: name", "Value: alice");
      List<String> told = new ArrayList<>();
      while (told.stream().noneMatch(line -> line.contains("RealtimeExplainComplete"))) {
        told.addAll(config.lines());
      }
      assertThat(String.join("\n", told)).contains("SELECT").doesNotContain("verysecret");
    }
  }

  @Test
  void commandRunsNothingThatStopsOrChangesTheServer() throws Exception {
    try (RawManager client = only("command")) {
      for (String command :
          List.of(
              "core stop now",
              "CORE  Restart gracefully",
              "\"core\" \"stop\" now",
              "c\\ore stop now",
              "\tcore\tstop\tnow",
              "core abort shutdown",
              "halt now",
              "HALT  \"now\"",
              "core set debug 9",
              "module refresh chan_sip",
              "logger rotate",
              "logger set level DEBUG on",
              "database put a b c",
              "database deltree SIP",
              "realtime update sippeers name alice secret x",
              "realtime store sippeers name eve",
              "realtime destroy sippeers name alice")) {
        assertThat(client.ask("Action: Command", "Command: " + command))
            .as(command)
            .containsEntry("Response", "Error")
            .hasEntrySatisfying(
                "Message", message -> assertThat(message).isEqualTo("Permission denied"));
      }
      for (String command :
          List.of(
              "module load x",
              "MODULE unload chan_sip",
              "restart gracefully now",
              "add module x")) {
        assertThat(client.ask("Action: Command", "Command: " + command))
            .containsEntry("Message", "Command blacklisted");
      }
      assertThat(client.ask("Action: Command", "Command: realtime load sippeers name alice"))
          .hasEntrySatisfying("Output", text -> assertThat(text).doesNotContain("verysecret"));
      assertThat(client.ask("Action: Command", "Command: sip show peer alice load"))
          .hasEntrySatisfying("Output", text -> assertThat(text).doesNotContain("verysecret"));
    }
    assertThat(home.server().execute("core show version").succeeded()).isTrue();
  }

  @Test
  void anExpressionWithoutEndHoldsNobodyUp() throws Exception {
    Files.writeString(
        directory.resolve("etc/long.conf"),
        "[" + "a".repeat(60) + "!]\nx = " + "a".repeat(60) + "!\n");
    try (RawManager client = only("config")) {
      assertThat(client.ask("Action: ListCategories", "Filename: long.conf", "Match: ^(a+)+$"))
          .containsEntry("Error", "no categories found");
      assertThat(client.ask("Action: GetConfig", "Filename: long.conf", "Filter: x=^(a|aa)+$"))
          .containsEntry("Response", "Error");
      assertThat(
              client.ask(
                  "Action: ListCategories", "Filename: long.conf", "Match: " + "(".repeat(900)))
          .containsEntry("Response", "Error");
    }
  }

  @Test
  void anEventOfAClientPretendsToBeNoOther() throws Exception {
    try (RawManager watcher = home.login("boss", "s3cret");
        RawManager client = only("user")) {
      client.ask(
          "Action: UserEvent",
          "UserEvent: Mine",
          "Event: Hangup",
          "Privilege: system,all",
          "Response: Success",
          "Colour: red");
      assertThat(watcher.event("UserEvent"))
          .containsEntry("Privilege", "user,all")
          .containsEntry("UserEvent", "Mine")
          .containsEntry("Colour", "red")
          .doesNotContainKey("Response");
    }
  }
}
