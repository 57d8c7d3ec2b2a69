package org.ara.server.manager;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may log in, from where, how often, and where accounts may be kept. */
class AccountsTest {

  @TempDir Path directory;
  private ManagerHome home;

  @AfterEach
  void stop() {
    home.close();
  }

  private boolean mayLogIn(String user, String secret) throws Exception {
    try (RawManager client = home.connect()) {
      return client.mayLogIn(user, secret);
    }
  }

  @Test
  void aRowOfTheFamilyManagerIsAnAccountFromTheNextLoginOn() throws Exception {
    home = ManagerHome.withTables(directory, ManagerHome.ACCOUNTS);
    assertThat(mayLogIn("dora", "d0ra")).isFalse();
    home.server()
        .sql(
            "INSERT INTO manager (name, secret, read, write) VALUES ('dora', 'd0ra', 'call', 'call')");
    try (RawManager dora = home.login("dora", "d0ra")) {
      assertThat(dora.ask("Action: Ping")).containsEntry("Ping", "Pong");
      assertThat(dora.ask("Action: CoreSettings")).containsEntry("Message", "Permission denied");
      home.server().sql("DELETE FROM manager");
      assertThat(mayLogIn("dora", "d0ra")).isFalse();
      assertThat(dora.ask("Action: Ping")).containsEntry("Ping", "Pong");
    }
  }

  @Test
  void aRowCannotTakeThePlaceOfASection() throws Exception {
    home = ManagerHome.withTables(directory, ManagerHome.ACCOUNTS);
    home.server().sql("INSERT INTO manager (name, secret, write) VALUES ('clerk', 'x', 'all')");
    assertThat(mayLogIn("clerk", "x")).isFalse();
    assertThat(mayLogIn("clerk", "cl3rk")).isTrue();
  }

  @Test
  void aRowWithoutASecretLetsNobodyIn() throws Exception {
    home = ManagerHome.withTables(directory, "");
    home.server().sql("INSERT INTO manager (name, write) VALUES ('open', 'all')");
    home.server().sql("INSERT INTO manager (name, secret, write) VALUES ('blank', '', 'all')");
    for (String name : new String[] {"open", "blank", "", "%", "' OR 1=1 --"}) {
      assertThat(mayLogIn(name, "")).as(name).isFalse();
    }
  }

  @Test
  void permitDenyAndFiltersOfARowHold() throws Exception {
    home = ManagerHome.withTables(directory, "");
    home.server()
        .sql(
            "INSERT INTO manager (name, secret, read, deny, permit) VALUES"
                + " ('near', 'x', 'all', '0.0.0.0/0', '127.0.0.0/8'),"
                + " ('far', 'x', 'all', '0.0.0.0/0', '10.0.0.0/8'),"
                + " ('odd', 'x', 'all', 'everybody', NULL)");
    assertThat(mayLogIn("near", "x")).isTrue();
    assertThat(mayLogIn("far", "x")).isFalse();
    assertThat(mayLogIn("odd", "x")).isFalse();
  }

  @Test
  void optionsOfGeneralHoldForRowsToo() throws Exception {
    home = ManagerHome.withTables(directory, "", "allowmultiplelogin = no");
    home.server().sql("INSERT INTO manager (name, secret) VALUES ('dora', 'd0ra')");
    try (RawManager first = home.login("dora", "d0ra");
        RawManager second = home.connect()) {
      assertThat(second.ask("Action: Login", "Username: dora", "Secret: d0ra"))
          .containsEntry("Message", "Login Already In Use");
      assertThat(first.ask("Action: Ping")).containsEntry("Ping", "Pong");
    }
    assertThat(mayLogIn("dora", "d0ra")).isTrue();
  }

  @Test
  void anAccountWhoseDatabaseIsAwayCannotLogInAndSectionsStillCan() throws Exception {
    home = ManagerHome.withTables(directory, ManagerHome.ACCOUNTS);
    Path extconfig = directory.resolve("etc/extconfig.conf");
    Files.writeString(
        extconfig,
        Files.readString(extconfig).replace("sqlite3,ara,manager", "sqlite3,gone,manager"));
    home.server().execute("module reload extconfig");
    try (HeardLog log = new HeardLog()) {
      assertThat(mayLogIn("dora", "d0ra")).isFalse();
      assertThat(log.lines())
          .anySatisfy(
              line -> assertThat(line).startsWith("WARN manager: the account 'dora' cannot be"));
      assertThat(log.lines()).noneMatch(line -> line.contains("d0ra"));
    }
    assertThat(mayLogIn("clerk", "cl3rk")).isTrue();
  }

  @Test
  void managerConfMayBeATable() throws Exception {
    home = ManagerHome.start(directory);
    home.server()
        .sql(
            "CREATE TABLE ast_config (id INTEGER PRIMARY KEY, cat_metric INTEGER, var_metric"
                + " INTEGER, commented INTEGER, filename TEXT, category TEXT, var_name TEXT,"
                + " var_val TEXT)");
    row(1, "general", "enabled", "yes");
    row(1, "general", "bindaddr", "127.0.0.1");
    row(1, "general", "port", Integer.toString(home.port()));
    row(0, "tabby", "secret", "t4b");
    row(0, "tabby", "write", "reporting");
    Path extconfig = directory.resolve("etc/extconfig.conf");
    Files.writeString(
        extconfig, Files.readString(extconfig) + "manager.conf => sqlite3,ara,ast_config\n");
    home.server().execute("module reload extconfig");
    assertThat(home.server().execute("manager reload").succeeded()).isTrue();

    assertThat(mayLogIn("boss", "s3cret")).isFalse();
    try (RawManager tabby = home.login("tabby", "t4b")) {
      assertThat(tabby.ask("Action: CoreStatus")).containsEntry("Response", "Success");
      home.server().sql("UPDATE ast_config SET var_val = 'n3w' WHERE var_name = 'secret'");
      assertThat(mayLogIn("tabby", "n3w")).isFalse();
      home.server().execute("manager reload");
      assertThat(mayLogIn("tabby", "n3w")).isTrue();
      assertThat(tabby.ask("Action: CoreStatus")).containsEntry("Response", "Success");
    }
  }

  private void row(int metric, String category, String name, String value) throws Exception {
    home.server()
        .sql(
            "INSERT INTO ast_config (cat_metric, var_metric, commented, filename, category,"
                + " var_name, var_val) VALUES ("
                + metric
                + ", 0, 0, 'manager.conf', ?, ?, ?)",
            category,
            name,
            value);
  }

  @Test
  void namedAccessListsOfTheFileAndOfTheFamilyMustAllAgree() throws Exception {
    Files.createDirectories(directory.resolve("etc"));
    Files.writeString(
        directory.resolve("etc/acl.conf"),
        """
        [here](!)
        deny = 0.0.0.0/0
        [Office](here)
        permit = 127.0.0.0/8,10.0.0.0/8
        [elsewhere](here)
        permit = 192.0.2.0/24
        [broken]
        permit = 127.0.0.1
        deny = nonsense
        """);
    home =
        ManagerHome.withTables(
            directory,
            """
            [a]
            secret = x
            acl = office
            [b]
            secret = x
            acl = office,elsewhere
            [c]
            secret = x
            acl = nosuch
            [d]
            secret = x
            acl = broken
            [e]
            secret = x
            acl = office
            acl = rows
            """);
    assertThat(mayLogIn("a", "x")).isTrue();
    assertThat(mayLogIn("b", "x")).isFalse();
    assertThat(mayLogIn("c", "x")).isFalse();
    assertThat(mayLogIn("d", "x")).isFalse();
    assertThat(mayLogIn("e", "x")).isFalse();
    home.server()
        .sql(
            "INSERT INTO acls (name, rule_order, sense, rule) VALUES"
                + " ('rows', 10, 'permit', '127.0.0.1'), ('rows', 9, 'deny', '0.0.0.0/0')");
    assertThat(mayLogIn("e", "x")).isTrue();
    assertThat(home.server().execute("acl show rows").text())
        .isEqualTo(
            "\nACL: rows\n---------------------------------------------\n"
                + "  0: deny - 0.0.0.0/0\n  1: allow - 127.0.0.1/32\n");
    home.server().sql("UPDATE acls SET rule_order = 8 WHERE sense = 'permit'");
    assertThat(mayLogIn("e", "x")).isFalse();

    Files.writeString(directory.resolve("etc/acl.conf"), "[office]\ndeny = 127.0.0.1\n");
    home.server().execute("module reload acl");
    assertThat(mayLogIn("a", "x")).isFalse();
  }

  @Test
  void anAccountWithABadDenyCannotBeUsed() throws Exception {
    home = ManagerHome.with(directory, "[a]\nsecret = x\ndeny = 0.0.0.0/33\n");
    assertThat(mayLogIn("a", "x")).isFalse();
  }

  @Test
  void aChallengeIsTheSameForAConnectionAndOfNoUseForAnother() throws Exception {
    home = ManagerHome.start(directory);
    try (RawManager first = home.connect();
        RawManager second = home.connect()) {
      String challenge = challenge(first);
      assertThat(challenge(first)).isEqualTo(challenge);
      assertThat(challenge(second)).isNotEqualTo(challenge);
      assertThat(proof(second, challenge, "s3cret")).containsEntry("Response", "Error");
      assertThat(proof(first, challenge, "s3cret")).containsEntry("Response", "Success");
    }
    try (RawManager shouting = home.connect()) {
      String challenge = challenge(shouting);
      assertThat(
              shouting.ask(
                  "Action: Login",
                  "AuthType: MD5",
                  "Username: boss",
                  "Key: " + md5(challenge + "s3cret").toUpperCase(java.util.Locale.ROOT)))
          .containsEntry("Response", "Error");
    }
    try (RawManager unasked = home.connect()) {
      assertThat(proof(unasked, "", "s3cret")).containsEntry("Response", "Error");
    }
    try (RawManager odd = home.connect()) {
      assertThat(odd.ask("Action: Challenge", "AuthType: SHA9"))
          .containsEntry("Message", "Must specify AuthType");
      assertThat(odd.mayLogIn("boss", "s3cret")).isTrue();
    }
  }

  private static String challenge(RawManager client) throws Exception {
    return client.ask("Action: Challenge", "AuthType: MD5").get("Challenge");
  }

  private static Map<String, String> proof(RawManager client, String challenge, String secret)
      throws Exception {
    return client.ask(
        "Action: Login", "AuthType: MD5", "Username: boss", "Key: " + md5(challenge + secret));
  }

  private static String md5(String text) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void anAccountForOneSessionIsRefusedASecondEvenAChallenge() throws Exception {
    home = ManagerHome.with(directory, "[solo]\nsecret = x\nallowmultiplelogin = no\n");
    try (RawManager first = home.login("solo", "x")) {
      try (RawManager second = home.connect()) {
        assertThat(second.ask("Action: Challenge", "AuthType: MD5", "Username: Solo"))
            .containsEntry("Message", "Login Already In Use");
        assertThat(second.isClosed()).isTrue();
      }
      try (RawManager third = home.connect()) {
        assertThat(third.mayLogIn("solo", "x")).isFalse();
        assertThat(third.isClosed()).isTrue();
      }
      assertThat(first.ask("Action: Login", "Username: solo", "Secret: x"))
          .containsEntry("Message", "Already authenticated");
      assertThat(first.ask("Action: Logoff")).containsEntry("Response", "Goodbye");
      assertThat(first.isClosed()).isTrue();
    }
    assertThat(mayLogIn("solo", "x")).isTrue();
  }

  @Test
  void loginsAreLoggedWhereTheyAreToBe() throws Exception {
    home =
        ManagerHome.with(
            directory, "[loud]\nsecret = x1y2\n[quiet]\nsecret = x1y2\ndisplayconnects = no\n");
    try (HeardLog log = new HeardLog()) {
      for (String name : new String[] {"loud", "quiet"}) {
        try (RawManager client = home.login(name, "x1y2")) {
          client.ask("Action: Logoff");
          client.isClosed();
        }
      }
      org.awaitility.Awaitility.await()
          .until(() -> log.lines().contains("INFO Manager 'loud' logged off from 127.0.0.1"));
      assertThat(log.lines()).contains("INFO Manager 'loud' logged on from 127.0.0.1");
      assertThat(log.lines()).noneMatch(line -> line.contains("quiet"));
      assertThat(log.lines()).noneMatch(line -> line.contains("x1y2"));
    }
  }

  @Test
  void aReloadChangesNothingForWhoIsLoggedIn() throws Exception {
    home = ManagerHome.start(directory);
    try (RawManager clerk = home.login("clerk", "cl3rk")) {
      home.rewrite("[clerk]\nsecret = other\nwrite = system\n");
      assertThat(clerk.ask("Action: CoreShowChannels")).containsEntry("Response", "Success");
      assertThat(clerk.ask("Action: ModuleCheck", "Module: chan_sip"))
          .containsEntry("Message", "Permission denied");
      assertThat(mayLogIn("clerk", "cl3rk")).isFalse();
      assertThat(mayLogIn("clerk", "other")).isTrue();
    }
  }
}
