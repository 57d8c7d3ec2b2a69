package org.ara.server.manager;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Actions on rows of families, on SIP peers and on modules. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RowsAndModulesTest {

  private ManagerHome home;
  private RawManager boss;

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    home = ManagerHome.withTables(directory, ManagerHome.oneAccountPerClass());
    boss = home.login("boss", "s3cret");
    boss.ask("Action: Events", "EventMask: off");
  }

  @AfterAll
  void stop() throws Exception {
    boss.close();
    home.close();
  }

  private Map<String, String> ask(String... lines) throws Exception {
    return boss.ask(lines);
  }

  @Test
  void aRowIsStoredReadChangedAndDeleted() throws Exception {
    assertThat(
            ask(
                "Action: RealtimeStore",
                "Family: sippeers",
                "Set-name: carol",
                "Set-secret: hush",
                "Set-context: phones"))
        .containsEntry("Response", "Success")
        .containsEntry("Rows", "1");
    boss.send(
        "Action: RealtimeLoad", "ActionID: 9", "Family: sippeers", "Column: name", "Value: carol");
    assertThat(boss.block())
        .containsEntry("ActionID", "9")
        .containsEntry("EventList", "start")
        .containsEntry("Message", "Rows will follow");
    assertThat(boss.block())
        .containsEntry("Event", "RealtimeRow")
        .containsEntry("ActionID", "9")
        .containsEntry("Set-name", "carol")
        .containsEntry("Set-secret", "<hidden>")
        .containsEntry("Set-context", "phones");
    assertThat(boss.block())
        .containsEntry("Event", "RealtimeLoadComplete")
        .containsEntry("ListItems", "1");
    assertThat(
            ask(
                "Action: RealtimeUpdate",
                "Family: sippeers",
                "Column: name",
                "Value: carol",
                "Set-context: other"))
        .containsEntry("Rows", "1");
    assertThat(home.server().row("SELECT context FROM sippeers WHERE name = 'carol'"))
        .containsEntry("context", "other");
    assertThat(ask("Action: RealtimeDestroy", "Family: sippeers", "Column: name", "Value: carol"))
        .containsEntry("Rows", "1");
    boss.send("Action: RealtimeLoad", "Family: sippeers", "Column: name", "Value: carol");
    assertThat(boss.block()).containsEntry("Response", "Success");
    assertThat(boss.block()).containsEntry("ListItems", "0");
  }

  @Test
  void severalRowsAreReadByPattern() throws Exception {
    home.server().insertPhone("many1", "x");
    home.server().insertPhone("many2", "x");
    boss.send(
        "Action: RealtimeLoad",
        "Family: sippeers",
        "Column: name LIKE",
        "Value: many%",
        "All: yes");
    assertThat(boss.block()).containsEntry("Response", "Success");
    assertThat(boss.block()).containsEntry("Set-name", "many1");
    assertThat(boss.block()).containsEntry("Set-name", "many2");
    assertThat(boss.block()).containsEntry("ListItems", "2");
  }

  @Test
  void whatIsMissingOrUnknownIsSaid() throws Exception {
    assertThat(ask("Action: RealtimeLoad")).containsEntry("Message", "No family specified");
    assertThat(ask("Action: RealtimeLoad", "Family: sippeers", "Column: name"))
        .containsEntry("Response", "Error");
    assertThat(ask("Action: RealtimeStore", "Family: sippeers"))
        .containsEntry("Message", "No Set-column specified");
    assertThat(ask("Action: RealtimeDestroy", "Family: sippeers"))
        .containsEntry("Response", "Error");
    assertThat(ask("Action: RealtimeLoad", "Family: nosuch", "Column: name", "Value: x"))
        .containsEntry("Response", "Error")
        .hasEntrySatisfying("Message", text -> assertThat(text).contains("nosuch"));
    assertThat(
            ask(
                "Action: RealtimeUpdate",
                "Family: sippeers",
                "Column: nosuch",
                "Value: 1",
                "Set-name: x"))
        .containsEntry("Response", "Error")
        .hasEntrySatisfying("Message", text -> assertThat(text).contains("nosuch"));
    assertThat(
            ask(
                "Action: RealtimeLoad",
                "Family: sippeers",
                "Column: name;--",
                "Value: ' OR '1'='1"))
        .containsEntry("Response", "Error");
  }

  @Test
  void aDatabaseThatIsAwayIsAnErrorAndNotAnAbsentRow() throws Exception {
    for (String action : new String[] {"RealtimeLoad", "RealtimeUpdate", "RealtimeDestroy"}) {
      assertThat(
              ask(
                  "Action: " + action,
                  "Family: nowhere",
                  "Column: name",
                  "Value: x",
                  "Set-name: y"))
          .as(action)
          .containsEntry("Response", "Error")
          .hasEntrySatisfying("Message", text -> assertThat(text).isNotEmpty());
    }
    boss.send("Action: RealtimeExplain", "Family: nowhere", "Column: name", "Value: x");
    assertThat(boss.block()).containsEntry("Response", "Success");
    assertThat(boss.event("RealtimeExplainComplete")).containsEntry("Answer", "unavailable");
  }

  @Test
  void theWayToARowIsExplained() throws Exception {
    home.server().insertPhone("dave", "x");
    boss.send("Action: RealtimeExplain", "Family: sippeers", "Column: name", "Value: dave");
    assertThat(boss.block()).containsEntry("Message", "Explanation will follow");
    assertThat(boss.event("RealtimeStep"))
        .hasEntrySatisfying("Statement", text -> assertThat(text).contains("SELECT"));
    assertThat(boss.event("RealtimeExplainComplete")).containsEntry("Answer", "found");
  }

  @Test
  void peersAreListedAndShown() throws Exception {
    home.server().insertPhone("erin", "pa55");
    boss.send("Action: SIPpeers");
    assertThat(boss.block()).containsEntry("Message", "Peer status list will follow");
    assertThat(boss.event("PeerlistComplete")).containsKey("ListItems");
    assertThat(ask("Action: SIPshowpeer", "Peer: erin"))
        .containsEntry("Response", "Success")
        .containsEntry("ObjectName", "erin")
        .containsEntry("SecretExist", "Y")
        .containsEntry("Context", "phones")
        .containsEntry("CID-CallingPres", "Presentation Allowed, Not Screened")
        .containsEntry("SIP-Forcerport", "A")
        .containsEntry("RegExpire", "-1 seconds")
        .containsKeys("ToneZone", "Named Callgroup", "SIP-Sess-Timers", "SIP-Use-Reason-Header")
        .doesNotContainValue("pa55");
    assertThat(ask("Action: SIPshowpeer", "Peer: nobody"))
        .containsEntry("Message", "Peer nobody not found.");
    assertThat(ask("Action: SIPshowpeer")).containsEntry("Message", "Peer: <name> missing.");
    boss.send("Action: SIPpeerstatus");
    assertThat(boss.block()).containsEntry("Message", "Peer status will follow");
    boss.event("SIPpeerstatusComplete");
    boss.send("Action: SIPshowregistry");
    assertThat(boss.block()).containsEntry("Message", "Registrations will follow");
    assertThat(boss.event("RegistrationsComplete")).containsEntry("ListItems", "0");
  }

  @Test
  void modulesAreLoadedUnloadedAndReloaded() throws Exception {
    assertThat(module("unload", "app_echo")).containsEntry("Message", "Module unloaded.");
    assertThat(ask("Action: ModuleCheck", "Module: app_echo"))
        .containsEntry("Message", "Module not loaded");
    assertThat(module("unload", "app_echo")).containsEntry("Message", "Could not unload module.");
    assertThat(module("load", "app_echo.so")).containsEntry("Message", "Module loaded.");
    assertThat(module("load", "app_echo"))
        .containsEntry("Message", "Could not load module.")
        .containsKey("Reason");
    assertThat(ask("Action: ModuleCheck", "Module: APP_ECHO"))
        .containsEntry("Response", "Success")
        .containsKey("Version");
    assertThat(module("refresh", "app_echo"))
        .containsEntry("Message", "Module unloaded and loaded.");
    assertThat(module("reload", "pbx_config")).containsEntry("Message", "Module reloaded.");
    assertThat(module("reload", "nosuch")).containsEntry("Message", "No such module.");
    assertThat(module("reload", "app_echo"))
        .containsEntry("Message", "Module does not support reload action.");
    assertThat(module("load", "nosuch")).containsEntry("Message", "Could not load module.");
    assertThat(module("unload", "pbx_core")).containsEntry("Message", "Could not unload module.");
    assertThat(module("explode", "app_echo"))
        .containsEntry("Message", "Incomplete ModuleLoad action.");
    assertThat(ask("Action: ModuleLoad", "LoadType: load"))
        .containsEntry("Message", "Need module name");
    assertThat(ask("Action: ModuleLoad", "LoadType: reload"))
        .containsEntry("Message", "All modules reloaded");
  }

  private Map<String, String> module(String type, String name) throws Exception {
    return ask("Action: ModuleLoad", "LoadType: " + type, "Module: " + name);
  }

  @Test
  void aReloadThatIsRefusedSaysWhy() throws Exception {
    Path extensions = home.server().home().resolve("etc/extensions.conf");
    String before = Files.readString(extensions);
    Files.writeString(extensions, "[phones\n");
    try {
      assertThat(module("reload", "pbx_config"))
          .containsEntry("Response", "Error")
          .hasEntrySatisfying("Reason", why -> assertThat(why).contains("extensions.conf:1"));
      assertThat(ask("Action: Reload", "Module: pbx_config"))
          .containsEntry("Message", "An unknown error occurred")
          .hasEntrySatisfying("Reason", why -> assertThat(why).contains("extensions.conf:1"));
    } finally {
      Files.writeString(extensions, before);
    }
  }

  @Test
  void theInternalDatabaseIsWrittenReadAndEmptied() throws Exception {
    assertThat(ask("Action: DBPut", "Family: f", "Key: k", "Val: v"))
        .containsEntry("Message", "Updated database successfully");
    assertThat(ask("Action: DBGet", "Family: f", "Key: k")).containsEntry("Response", "Success");
    assertThat(boss.block()).containsEntry("Val", "v");
    assertThat(boss.block()).containsEntry("Event", "DBGetComplete");
    assertThat(ask("Action: DBGet", "Family: f")).containsEntry("Message", "No key specified.");
    assertThat(ask("Action: DBPut", "Key: k")).containsEntry("Message", "No family specified");
    assertThat(ask("Action: DBDel", "Family: f", "Key: k"))
        .containsEntry("Message", "Key deleted successfully");
    assertThat(ask("Action: DBGet", "Family: f", "Key: k"))
        .containsEntry("Message", "Database entry not found");
    ask("Action: DBPut", "Family: f", "Key: a/b", "Val: 1");
    assertThat(ask("Action: DBDelTree", "Family: f"))
        .containsEntry("Message", "Key tree deleted successfully");
    assertThat(ask("Action: DBDelTree", "Family: f"))
        .containsEntry("Message", "Database entry not found");
  }

  @Test
  void theLogGoesOnInANewFile() throws Exception {
    assertThat(ask("Action: LoggerRotate"))
        .containsEntry("Message", "Reloaded the logger and rotated log files");
  }
}
