package org.ara.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ara.manager.Dispatcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Further names of commands, and commands that the server runs by itself when it has started. */
class AliasTest {

  @TempDir Path home;
  private Path conf;

  @BeforeEach
  void configure() throws IOException {
    Path etc = Files.createDirectories(home.resolve("etc"));
    conf = Files.writeString(etc.resolve("asterisk.conf"), "");
    Files.writeString(
        etc.resolve("modules.conf"),
        "[modules]\nload = extconfig\nload = astdb\nload = res_clialiases\n");
  }

  private void aliases(String text) throws IOException {
    Files.writeString(home.resolve("etc/cli_aliases.conf"), text);
  }

  @Test
  void theUsualOnesAreThereWithoutAFile() throws Exception {
    try (AraServer server = AraServer.start(conf)) {
      assertThat(server.execute("help core show version"))
          .isEqualTo(server.execute("core show help core show version"));
      assertThat(server.execute("core show help hangup request").text())
          .isEqualTo(
              "Usage: 'hangup request' is an alias for 'channel request hangup', which is no"
                  + " command here\n");
      assertThat(server.complete("help core show upt")).containsExactly("uptime");
      assertThat(server.execute("cli show aliases").text())
          .isEqualTo(
              """
              Alias Command                  Real Command
              hangup request                 channel request hangup
              help                           core show help
              """);
    }
  }

  @Test
  void aFileHasItsOwnWithArgumentsAndIsReloaded() throws Exception {
    aliases(
        """
        [general]
        template = mine
        template = asterisk14
        [mine]
        Seconds up=core show uptime seconds
        core show version = core show uptime
        """);
    try (AraServer server = AraServer.start(conf)) {
      assertThat(server.execute("seconds UP").text()).startsWith("System uptime: ");
      assertThat(server.execute("seconds up more").text()).startsWith("Usage: core show uptime");
      assertThat(server.execute("core show version").text()).startsWith("Asterisk 20");
      assertThat(server.execute("abort halt").text())
          .startsWith("There is no shutdown that waits.\n");

      aliases("[general]\ntemplate = mine\n[mine]\nversion = core show version\n");
      assertThat(server.execute("module reload --dry-run res_clialiases").text())
          .contains("+ alias version", "- alias seconds up", "- alias abort halt");
      assertThat(server.execute("module reload res_clialiases").succeeded()).isTrue();
      assertThat(server.execute("version").text()).startsWith("Asterisk 20");
      assertThat(server.execute("seconds up").text()).startsWith("No such command 'seconds up'");
      assertThat(server.execute("module unload res_clialiases").succeeded()).isTrue();
      assertThat(server.execute("version").text()).startsWith("No such command 'version'");
    }
  }

  @Test
  void anAliasHidesNothingFromWhoLooksAtCommandsBeforeTheyRun() throws Exception {
    aliases("[general]\ntemplate = mine\n[mine]\nbye = core stop\n");
    try (AraServer server = AraServer.start(conf)) {
      Dispatcher dispatcher = server.offered(Dispatcher.class).orElseThrow();
      assertThat(dispatcher.meaning("bye now")).isEqualTo("core stop now");
      assertThat(dispatcher.meaning("core show uptime")).isEqualTo("core show uptime");
    }
  }

  @Test
  void commandsOfCliConfRunWhenTheServerHasStarted() throws Exception {
    Files.writeString(
        home.resolve("etc/cli.conf"),
        """
        [startup_commands]
        database put started by cli.conf = yes
        database put left out cli.conf = no
        database put started "and then" = fullybooted
        """);
    try (AraServer server = AraServer.start(conf)) {
      assertThat(server.execute("database get started by").text()).isEqualTo("Value: cli.conf\n");
      assertThat(server.execute("database get left out").succeeded()).isFalse();
    }
  }
}
