package org.ara.server.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ara.manager.console.ConsoleClient;
import org.ara.server.AraServer;
import org.ara.server.console.RemoteConsole;
import org.ara.server.console.RemoteExecute;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The interactive console on a terminal, which {@code script} of util-linux lends. */
class TerminalTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Path SCRIPT = Path.of("/usr/bin/script");

  @TempDir Path home;
  private Path conf;
  private AraServer server;
  private Process console;

  @BeforeEach
  void start() throws Exception {
    assumeTrue(Files.isExecutable(SCRIPT), "there is no " + SCRIPT);
    Path etc = Files.createDirectories(home.resolve("etc"));
    conf = Files.writeString(etc.resolve("asterisk.conf"), "[options]\nsystemname = ara1\n");
    Files.writeString(etc.resolve("modules.conf"), "[modules]\nload = extconfig\n");
    server = AraServer.start(conf);
  }

  @AfterEach
  void stop() throws Exception {
    if (console != null) {
      console.destroyForcibly().waitFor();
    }
    if (server != null) {
      server.close();
    }
  }

  @Test
  void commandsAreCompletedAndRunAtThePromptThatIsWanted() throws Exception {
    open(RemoteConsole.class, "100%% %s%# ");
    awaitShown("100% ara1> ");
    type("core show upt\t\n");
    awaitShown("System uptime: ");
    type("!echo in the $((1+1))nd shell\n");
    awaitShown("in the 2nd shell");
    type("module show like 'ext\n");
    awaitShown("0 modules loaded");
    type("QUIT now\n");
    assertThat(exitStatus()).isZero();
  }

  @Test
  void theShellCanBeForbidden() throws Exception {
    Files.writeString(conf, "[options]\ndisable_remote_console_shell = yes\n");
    open(RemoteConsole.class, "ready> ");
    awaitShown("ready> ");
    type("!touch " + home.resolve("made") + "\n");
    awaitShown("Shell access is disabled on remote consoles");
    assertThat(home.resolve("made")).doesNotExist();
  }

  @Test
  void aConsoleEndsWithItsServer() throws Exception {
    open(RemoteConsole.class, "ready> ");
    awaitShown("ready> ");
    server.close();
    awaitShown("Disconnected from Asterisk server");
    assertThat(exitStatus()).isEqualTo(1);
  }

  @Test
  void aConsoleThatIsToComesBackWithItsServer() throws Exception {
    open(RemoteConsole.class, "ready> ", "-R");
    awaitShown("ready> ");
    server.close();
    awaitShown("Trying to reconnect");
    server = AraServer.start(conf);
    await()
        .atMost(PATIENCE)
        .until(() -> shown().indexOf("ready> ", shown().indexOf("Trying to reconnect")) > 0);
    type("core show uptime\n");
    awaitShown("System uptime: ");
  }

  @Test
  void theHundredAndTwentyNinthConsoleIsToldWhy() throws Exception {
    List<ConsoleClient> clients = new ArrayList<>();
    try {
      for (int i = 0; i < 128; i++) {
        clients.add(ConsoleClient.connect(server.settings().controlSocket()));
      }
      open(RemoteConsole.class, "ready> ");
      awaitShown("No more connections allowed: ");
      assertThat(exitStatus()).isEqualTo(1);
    } finally {
      for (ConsoleClient client : clients) {
        client.close();
      }
    }
  }

  @Test
  void whatACommandPrintsIsNeverCutShort() throws Exception {
    StringBuilder aliases = new StringBuilder("[general]\ntemplate = many\n[many]\n");
    for (int i = 0; i < 20_000; i++) {
      aliases.append("alias ").append(i).append(" = core show version\n");
    }
    Files.writeString(home.resolve("etc/cli_aliases.conf"), aliases);
    assertThat(server.execute("module load res_clialiases").succeeded()).isTrue();
    open(RemoteExecute.class, "", "cli show aliases");
    assertThat(exitStatus()).isZero();
    assertThat(shown().lines().filter(line -> line.startsWith("alias "))).hasSize(20_000);
  }

  private void open(Class<?> main, String prompt, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-Duser.home=" + home));
    String classPath = ClassPaths.client();
    command.addAll(List.of("-cp", classPath, main.getName()));
    command.add(conf.toString());
    command.addAll(List.of(arguments));
    String line = "stty cols 150 rows 40; exec '" + String.join("' '", command) + "'";
    ProcessBuilder builder =
        new ProcessBuilder(SCRIPT.toString(), "-qfec", line, "/dev/null")
            .redirectOutput(home.resolve("terminal").toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("ASTERISK_PROMPT", prompt);
    builder.environment().put("TERM", "xterm");
    console = builder.start();
  }

  private void type(String text) throws IOException {
    OutputStream keys = console.getOutputStream();
    keys.write(text.getBytes(StandardCharsets.UTF_8));
    keys.flush();
  }

  private void awaitShown(String text) {
    await().atMost(PATIENCE).until(this::shown, shown -> shown.contains(text));
  }

  /** What the terminal was sent, without the control sequences. */
  private String shown() throws IOException {
    return Files.readString(home.resolve("terminal"))
        .replaceAll("\033\\[[0-9;?]*[$]?[A-Za-z]", "")
        .replace("\r", "");
  }

  private int exitStatus() throws InterruptedException {
    assertThat(console.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as("it ended").isTrue();
    return console.exitValue();
  }
}
