package org.ara.server.manager;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ara.manager.ami.action.ActionTable;
import org.ara.module.manager.Permission;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Who may ask for what: every action by somebody with each class alone, and with none. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorisationTest {

  private Path directory = Path.of("");
  private ManagerHome home;

  @BeforeAll
  void start(@TempDir Path given) throws Exception {
    directory = given;
    home = ManagerHome.with(directory, ManagerHome.oneAccountPerClass());
  }

  @AfterAll
  void stop() {
    home.close();
  }

  @Test
  void everyActionIsRefusedToEveryClassThatTheTableDoesNotName() throws Exception {
    try (RawManager client = home.login("none", "x")) {
      for (ActionTable.Entry entry : asked()) {
        assertRefused(client, entry, !entry.classes().isEmpty(), "nobody");
      }
    }
    for (Permission permission : Permission.values()) {
      try (RawManager client = home.login("only-" + permission.word(), "x")) {
        for (ActionTable.Entry entry : asked()) {
          boolean refused = !entry.classes().isEmpty() && !entry.classes().has(permission);
          assertRefused(client, entry, refused, permission.word());
        }
      }
    }
  }

  /** All but those that end the session, begin one, or wait for what never comes. */
  private static List<ActionTable.Entry> asked() {
    List<ActionTable.Entry> asked = new ArrayList<>(ActionTable.all());
    asked.removeIf(
        e ->
            List.of("login", "challenge", "logoff", "waitevent")
                .contains(e.name().toLowerCase(Locale.ROOT)));
    asked.removeIf(e -> e.name().equals("Reload") || e.name().equals("ReloadPlan"));
    return asked;
  }

  private static void assertRefused(
      RawManager client, ActionTable.Entry entry, boolean refused, String who) throws Exception {
    Map<String, String> answer = client.ask("Action: " + entry.name(), "Module: nosuch");
    assertThat("Permission denied".equals(answer.get("Message")))
        .as("%s asks for %s: %s", who, entry.name(), answer)
        .isEqualTo(refused);
  }

  @Test
  void nothingIsAnsweredBeforeALogin() throws Exception {
    for (ActionTable.Entry entry : ActionTable.all()) {
      if (!List.of("Login", "Challenge", "Logoff").contains(entry.name())) {
        try (RawManager client = home.connect()) {
          assertThat(client.ask("Action: " + entry.name()))
              .containsEntry("Response", "Error")
              .containsEntry("Message", "Permission denied");
        }
      }
    }
  }

  @Test
  void whatReachesTheSystemIsRefusedWithoutTheClassSystem() throws Exception {
    try (RawManager client = home.login("only-originate", "x")) {
      for (String application :
          List.of("System", "trysystem", "AGI", "EAGI", "ExecIf", "Originate")) {
        assertThat(client.originate("Application: " + application, "Data: true"))
            .contains("Forbidden");
      }
      assertThat(client.originate("Application: NoOp", "Data: ${SHELL(id)}")).contains("Forbidden");
      assertThat(client.originate("Application: NoOp", "Variable: SHELL(id)=1"))
          .contains("Forbidden");
      assertThat(client.originate("Application: NoOp", "Data: fine")).isEqualTo("Originate failed");
    }
    try (RawManager client = home.login("only-call", "x")) {
      assertThat(client.ask("Action: Getvar", "Variable: SHELL(id)").get("Message"))
          .contains("Forbidden");
      assertThat(client.ask("Action: Setvar", "Variable: X", "Value: ${EVAL(x)}").get("Message"))
          .contains("Forbidden");
    }
    try (RawManager client = home.login("only-command", "x")) {
      for (String command :
          List.of(
              "core stop now",
              "CORE  restart now",
              "\"core\" stop now",
              "realtime destroy x y z")) {
        assertThat(client.ask("Action: Command", "Command: " + command))
            .containsEntry("Message", "Permission denied");
      }
      assertThat(client.ask("Action: Command", "Command: core show uptime"))
          .containsEntry("Response", "Success");
    }
    try (RawManager client = home.login("only-config", "x")) {
      for (String file : List.of("manager.conf", "MANAGER.conf", "asterisk.conf")) {
        assertThat(client.ask("Action: GetConfig", "Filename: " + file).get("Message"))
            .contains("escalated");
      }
    }
  }

  @Test
  void noFileOutsideTheDirectoryIsReadOrWritten() throws Exception {
    java.nio.file.Files.writeString(directory.resolve("outside.conf"), "[secret]\na = b\n");
    java.nio.file.Files.createSymbolicLink(
        directory.resolve("etc/link.conf"), directory.resolve("outside.conf"));
    java.nio.file.Files.createSymbolicLink(directory.resolve("etc/up"), directory);
    try (RawManager client = home.login("boss", "s3cret")) {
      for (String name :
          List.of(
              "../outside.conf",
              directory.resolve("outside.conf").toString(),
              "link.conf",
              "up/outside.conf",
              "./../outside.conf",
              "sub/../../outside.conf")) {
        for (String action :
            List.of("GetConfig", "GetConfigJSON", "ListCategories", "CreateConfig")) {
          assertThat(client.ask("Action: " + action, "Filename: " + name))
              .as("%s %s", action, name)
              .containsEntry("Response", "Error");
        }
        assertThat(
                client.ask(
                    "Action: UpdateConfig",
                    "SrcFilename: sip.conf",
                    "DstFilename: " + name,
                    "Action-000000: NewCat",
                    "Cat-000000: evil"))
            .containsEntry("Response", "Error");
      }
    }
    assertThat(directory.resolve("outside.conf")).hasContent("[secret]\na = b\n");
  }

  @Test
  void aFileIsChangedAndItsCommentsStay() throws Exception {
    java.nio.file.Files.writeString(
        directory.resolve("etc/mine.conf"), "; first\n[one] ; c\na = 1 ; keep\nb = 2\n");
    try (RawManager client = home.login("only-config", "x")) {
      assertThat(
              client.ask(
                  "Action: UpdateConfig",
                  "SrcFilename: mine.conf",
                  "DstFilename: mine.conf",
                  "Action-000000: Update",
                  "Cat-000000: one",
                  "Var-000000: a",
                  "Value-000000: 7",
                  "Action-000001: Delete",
                  "Cat-000001: one",
                  "Var-000001: b",
                  "Action-000002: RenameCat",
                  "Cat-000002: one",
                  "Value-000002: uno",
                  "Action-000003: NewCat",
                  "Cat-000003: two",
                  "Action-000004: Append",
                  "Cat-000004: two",
                  "Var-000004: x",
                  "Value-000004: >y"))
          .containsEntry("Response", "Success");
      assertThat(client.ask("Action: GetConfig", "Filename: mine.conf"))
          .containsEntry("Category-000000", "uno")
          .containsEntry("Line-000000-000000", "a=7")
          .containsEntry("Line-000001-000000", "x=y");
      assertThat(client.ask("Action: GetConfigJSON", "Filename: mine.conf"))
          .containsEntry("JSON", "{\"uno\":{\"a\":\"7\"},\"two\":{\"x\":\"y\"}}");
    }
    assertThat(directory.resolve("etc/mine.conf"))
        .content()
        .contains("; first")
        .contains("[uno] ; c")
        .contains("a = 7 ; keep");
  }
}
