package org.ara.server.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ara.manager.console.ConsoleClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a console offers for the end of a line, asked through its socket. */
class CompletionTest {

  @TempDir Path home;
  private TestServer server;

  @BeforeEach
  void start() throws Exception {
    Path etc = Files.createDirectories(home.resolve("etc"));
    Files.writeString(
        etc.resolve("extensions.conf"),
        "[office]\nexten => 600,1,Busy()\nexten => 601,1,Busy()\n[outside]\n");
    Files.writeString(etc.resolve("manager.conf"), "[boss]\nsecret = x\n[bot]\nsecret = x\n");
    server =
        TestServer.onSqlite(
            home, "[alice]\ntype=friend\nhost=dynamic\n[Albert Two]\ntype=friend\nhost=dynamic\n");
    server.execute("database put cidname 100 Alice");
    server.execute("database put cidnumber home/1 1234");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void commandsAndTheirWords() throws Exception {
    assertThat(at("module unl")).containsExactly("unload");
    assertThat(at("core stop ")).containsExactly("gracefully", "now", "when");
    assertThat(at("CORE restart when ")).containsExactly("convenient");
    assertThat(at("core show uptime ")).containsExactly("seconds");
    assertThat(at("core show channels c")).containsExactly("concise", "count");
    assertThat(at("core show applications ")).containsExactly("like");
    assertThat(at("nonsense ")).isEmpty();
  }

  @Test
  void modulesThatTheCommandSuits() throws Exception {
    assertThat(at("module unload app_e")).containsExactly("app_echo.so", "app_exec.so");
    assertThat(at("module unload app_echo.so app_e")).containsExactly("app_exec.so");
    assertThat(at("module load app_e")).isEmpty();
    server.execute("module unload app_echo");
    assertThat(at("module load APP_E")).containsExactly("app_echo.so");
    assertThat(at("module refresh app_e")).containsExactly("app_exec.so");
    assertThat(at("module refresh app_exec.so ")).containsExactly("recursively");
    assertThat(at("module reload chan_s")).containsExactly("chan_sip.so");
    assertThat(at("module reload --")).containsExactly("--dry-run");
    assertThat(at("module show like app_e")).containsExactly("app_echo.so", "app_exec.so");
  }

  @Test
  void objectsOfTheModuleThatOwnsTheCommand() throws Exception {
    assertThat(at("sip show peer al")).containsExactly("alice");
    assertThat(at("sip show peer alice ")).containsExactly("load");
    assertThat(at("sip show peers ")).containsExactly("like", "load");
    assertThat(at("dialplan show o")).containsExactly("office", "outside");
    assertThat(at("dialplan show 60")).containsExactly("600@office", "601@office");
    assertThat(at("realtime load sippe")).containsExactly("sippeers");
    assertThat(at("core show function DB_E")).containsExactly("DB_EXISTS");
    assertThat(at("manager show user bo")).containsExactly("boss", "bot");
    assertThat(at("manager show command realtimel")).containsExactly("RealtimeLoad");
    assertThat(at("core show help module ref")).containsExactly("refresh");
  }

  @Test
  void familiesAndKeysOfTheInternalDatabase() throws Exception {
    assertThat(at("database get cid")).containsExactly("cidname", "cidnumber");
    assertThat(at("database get cidname ")).containsExactly("100");
    assertThat(at("database del cidnumber h")).containsExactly("home/1");
    assertThat(at("database showkey ")).contains("100");
    assertThat(at("database get cidname 100 ")).isEmpty();
  }

  @Test
  void whatADisconnectedConsoleAsksIsAnsweredInTheFormOfOldClientsToo() throws Exception {
    try (var socket =
        SocketChannel.open(
            UnixDomainSocketAddress.of(server.server().settings().controlSocket()))) {
      var in = new BufferedReader(Channels.newReader(socket, StandardCharsets.UTF_8));
      in.readLine();
      socket.write(
          StandardCharsets.UTF_8.encode("_command nummatches \"module unload app_e\" \"app_e\"\0"));
      assertThat((char) in.read()).isEqualTo('2');
      socket.write(
          StandardCharsets.UTF_8.encode(
              "_command matchesarray \"module unload app_e\" \"app_e\"\0"));
      char[] answer = new char["app_e app_echo.so app_exec.so _EOF_".length()];
      for (int i = 0; i < answer.length; i++) {
        answer[i] = (char) in.read();
      }
      assertThat(new String(answer)).isEqualTo("app_e app_echo.so app_exec.so _EOF_");
    }
  }

  private List<String> at(String line) throws Exception {
    try (ConsoleClient client = ConsoleClient.connect(server.server().settings().controlSocket())) {
      return client.complete(line);
    }
  }
}
