package org.ara.server.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ara.server.ServerMain;
import org.ara.server.console.RemoteConsole;
import org.ara.server.console.RemoteExecute;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server and its clients as real processes: what a shell, a script and a supervisor see. */
class ServerProcessTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path home;
  private Path conf;
  private final List<Process> processes = new ArrayList<>();

  @BeforeEach
  void configure() throws IOException {
    Path etc = Files.createDirectories(home.resolve("etc"));
    conf = etc.resolve("asterisk.conf");
    Files.writeString(conf, "");
    Files.writeString(etc.resolve("modules.conf"), "[modules]\nload = extconfig\n");
  }

  @AfterEach
  void endAll() throws InterruptedException {
    for (Process process : processes) {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void aSignalToTerminateEndsTheServerInOrder() throws Exception {
    Process server = startServer();
    server.destroy();
    assertThat(exitStatus(server)).isZero();
    assertThat(home.resolve("run/asterisk.ctl")).doesNotExist();
  }

  @Test
  void coreStopNowEndsTheServerInOrder() throws Exception {
    Process server = startServer();
    assertThat(execute("core stop now").status()).isZero();
    assertThat(exitStatus(server)).isZero();
  }

  @Test
  void aRestartedServerIsTheSameProcessWithTheSameArguments() throws Exception {
    Process server = startServer();
    String before = Files.readString(home.resolve("run/asterisk.pid"));
    assertThat(execute("core restart now").status()).isZero();
    await().atMost(PATIENCE).until(() -> ready() == 2);
    assertThat(Files.readString(home.resolve("run/asterisk.pid"))).isEqualTo(before);
    assertThat(execute("core waitfullybooted").out()).isEqualTo("Asterisk has fully booted.\n");
    assertThat(execute("core restart gracefully").status()).isZero();
    await().atMost(PATIENCE).until(() -> ready() == 3);
    assertThat(execute("core stop now").status()).isZero();
    assertThat(exitStatus(server)).isZero();
    assertThat(Files.readString(home.resolve("server.err"))).doesNotContain("ara:");
  }

  private long ready() throws IOException {
    return Files.readString(home.resolve("server.out"))
        .lines()
        .filter(line -> line.startsWith("Ara ready"))
        .count();
  }

  @Test
  void aKilledServerIsFollowedByAnother() throws Exception {
    startServer().destroyForcibly().waitFor();
    assertThat(home.resolve("run/asterisk.ctl")).exists();
    assertThat(execute("core show uptime").status()).isEqualTo(1);
    startServer();
    assertThat(execute("core show uptime").status()).isZero();
  }

  @Test
  void aSecondServerEndsWithOneLineAndStatusOne() throws Exception {
    startServer();
    Finished second = run(ServerMain.class, "-C", conf.toString(), "-f");
    assertThat(second.status()).isEqualTo(1);
    assertThat(second.err().lines()).singleElement().asString().contains("already runs on");
  }

  @Test
  void aCommandsOutputAndItsStatusReachTheShell() throws Exception {
    startServer();
    Finished version = execute("core show version");
    assertThat(version.status()).isZero();
    assertThat(version.out()).startsWith("Asterisk 20");
    assertThat(version.err()).isEmpty();
    Finished nonsense = execute("nonsense");
    assertThat(nonsense.status()).isEqualTo(1);
    assertThat(nonsense.out()).startsWith("No such command 'nonsense'");
    assertThat(nonsense.err()).isEqualTo("ara: the command 'nonsense' failed\n");
  }

  @Test
  void withoutAServerACommandSaysSoOnStandardError() throws Exception {
    Finished finished = execute("core show uptime");
    assertThat(finished.status()).isEqualTo(1);
    assertThat(finished.out()).isEmpty();
    assertThat(finished.err()).startsWith("ara: no server answers on " + home.resolve("run"));
  }

  @Test
  void commandsMayComeThroughAPipe() throws Exception {
    startServer();
    Path script =
        Files.writeString(home.resolve("script"), "core show version\n\nquit\nnonsense\n");
    Finished finished = run(RemoteConsole.class, script.toFile(), conf.toString());
    assertThat(finished.status()).isZero();
    assertThat(finished.out().lines()).singleElement().asString().startsWith("Asterisk 20");
  }

  @Test
  void theFirstStartLaysOutAConfigurationThatWorks() throws Exception {
    Path fresh = Files.createDirectory(home.resolve("fresh"));
    Process server = spawn("fresh", ServerMain.class, null, "--home", fresh.toString(), "-f");
    awaitReady("fresh", server);
    assertThat(Files.readString(home.resolve("fresh.out")))
        .startsWith("No configuration yet: made one in " + fresh.resolve("etc"));
    assertThat(fresh.resolve("lib/ara.sqlite3")).exists();
    assertThat(fresh.resolve("log/messages")).exists();
  }

  @Test
  void anUnknownOptionIsAnsweredWithTheUsage() throws Exception {
    Finished finished = run(ServerMain.class, "--nonsense");
    assertThat(finished.status()).isEqualTo(1);
    assertThat(finished.err())
        .contains("unknown option '--nonsense'")
        .contains("Usage: ara server");
  }

  private record Finished(int status, String out, String err) {}

  private Process startServer() throws IOException {
    Process server = spawn("server", ServerMain.class, null, "-C", conf.toString(), "-f");
    awaitReady("server", server);
    return server;
  }

  private void awaitReady(String name, Process server) {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                Files.readString(home.resolve(name + ".out")).contains("Ara ready")
                    || !server.isAlive());
    assertThat(server.isAlive()).as("the server runs").isTrue();
  }

  private Finished execute(String command) throws Exception {
    return run(RemoteExecute.class, conf.toString(), command);
  }

  private Finished run(Class<?> main, String... arguments) throws Exception {
    return run(main, null, arguments);
  }

  private Finished run(Class<?> main, File in, String... arguments) throws Exception {
    Process process = spawn("client", main, in, arguments);
    return new Finished(
        exitStatus(process),
        Files.readString(home.resolve("client.out")),
        Files.readString(home.resolve("client.err")));
  }

  private Process spawn(String name, Class<?> main, File in, String... arguments)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                main == ServerMain.class ? ClassPaths.server() : ClassPaths.client(),
                main.getName()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectInput(in == null ? new File("/dev/null") : in)
            .redirectOutput(home.resolve(name + ".out").toFile())
            .redirectError(home.resolve(name + ".err").toFile())
            .start();
    processes.add(process);
    return process;
  }

  private static int exitStatus(Process process) throws InterruptedException {
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as("it ended").isTrue();
    return process.exitValue();
  }
}
