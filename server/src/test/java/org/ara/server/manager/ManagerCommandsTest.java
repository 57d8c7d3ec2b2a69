package org.ara.server.manager;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.ara.manager.ami.action.ActionTable;
import org.ara.server.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The console's commands about the manager interface, in the layouts that scripts parse. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManagerCommandsTest {

  private static final String EVERYTHING =
      "system,call,log,verbose,command,agent,user,config,dtmf,reporting,cdr,dialplan,originate,agi,"
          + "cc,aoc,test,security,message,all";

  private ManagerHome home;

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    home =
        ManagerHome.with(
            directory,
            """
            [boss]
            secret = s3cret
            read = all
            write = all
            setvar = COLOUR=red
            eventfilter = !VarSet
            [clerk]
            secret = cl3rk
            deny = 0.0.0.0/0
            permit = 127.0.0.1
            """);
  }

  @AfterAll
  void stop() {
    home.close();
  }

  private String text(String command) {
    Answer answer = home.server().execute(command);
    assertThat(answer.succeeded()).as(command).isTrue();
    return answer.text();
  }

  @Test
  void usersAreListed() {
    assertThat(text("manager show users"))
        .isEqualTo(
            """

            username
            --------
            boss
            clerk
            -------------------
            2 manager users configured.
            """);
  }

  @Test
  void aUserIsShownWithoutItsSecret() {
    assertThat(text("manager show user boss").lines())
        .containsExactly(
            "",
            "          username: boss",
            "            secret: <Set>",
            "               ACL: no",
            "         read perm: " + EVERYTHING,
            "        write perm: " + EVERYTHING,
            "   displayconnects: yes",
            "allowmultiplelogin: yes",
            "         Variables: ",
            "                    COLOUR=red",
            "      Event filter: eventfilter = !VarSet");
    assertThat(text("manager show user clerk")).contains("ACL: yes").doesNotContain("cl3rk");
    Answer nobody = home.server().execute("manager show user nobody");
    assertThat(nobody.succeeded()).isFalse();
    assertThat(nobody.text()).startsWith("There is no manager user called nobody\n");
  }

  @Test
  void sessionsAreListed() throws Exception {
    assertThat(text("manager show connected").lines().findFirst())
        .hasValue(
            "  Username         IP Address                                               Start      "
                + " Elapsed     FileDes   HttpCnt   ReadPerms   WritePerms");
    try (RawManager boss = home.login("boss", "s3cret")) {
      assertThat(text("manager show connected").lines())
          .anySatisfy(
              line ->
                  assertThat(line)
                      .matches(
                          "  boss {13}127\\.0\\.0\\.1 {48}[0-9]{10}  [0-9]+ +[0-9]+ +0 +[0-9]+ +[0-9]+"))
          .last()
          .isEqualTo("1 users connected.");
      assertThat(text("manager show eventq").lines())
          .anySatisfy(line -> assertThat(line).startsWith("  boss").contains("127.0.0.1"));
      boss.ask("Action: Logoff");
    }
  }

  @Test
  void everyActionIsListedAndShown() {
    List<String> listed = text("manager show commands").lines().toList();
    for (ActionTable.Entry entry : ActionTable.all()) {
      assertThat(listed).anyMatch(line -> line.startsWith("  " + entry.name() + " "));
      assertThat(text("manager show command " + entry.name()))
          .contains("Action: " + entry.name())
          .contains("Synopsis: " + entry.synopsis())
          .contains("Privilege: " + entry.classes());
    }
    assertThat(home.server().execute("manager show command nosuch").succeeded()).isFalse();
  }

  @Test
  void settingsAreShown() {
    assertThat(text("manager show settings").lines())
        .contains(
            "Global Settings:",
            "  Manager (AMI):             Yes",
            "  TCP Bindaddress:           127.0.0.1:" + home.port(),
            "  TLS Enable:                No",
            "  TLS Bindaddress:           Disabled",
            "  Allow multiple login:      Yes",
            "  Authlimit:                 50");
  }

  @Test
  void theListOfACommandsActionsIsWhatAClientMayAsk() throws Exception {
    try (RawManager boss = home.login("boss", "s3cret");
        RawManager clerk = home.login("clerk", "cl3rk")) {
      assertThat(boss.ask("Action: ListCommands"))
          .containsKeys(
              ActionTable.all().stream().map(ActionTable.Entry::name).toArray(String[]::new))
          .containsEntry("Ping", "See whether anybody is there (Priv: <none>)")
          .containsEntry("Hangup", "Hang channels up (Priv: system,call,all)");
      assertThat(clerk.ask("Action: ListCommands")).containsKey("Ping").doesNotContainKey("Hangup");
    }
  }
}
