package org.ara.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ara.manager.console.ConsoleClient;
import org.ara.module.Modules;
import org.ara.module.ServerFacts;
import org.ara.server.instance.InstanceLock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AraServerTest {

  @TempDir Path home;
  private Path conf;

  @BeforeEach
  void configure() throws IOException {
    Path etc = Files.createDirectories(home.resolve("etc"));
    conf = etc.resolve("asterisk.conf");
    Files.writeString(conf, "[options]\nsystemname = ara1\n");
    Files.writeString(etc.resolve("modules.conf"), "[modules]\nload = extconfig\n");
  }

  @Test
  void aServerRunsCommandsInItsProcessAndOnItsSocket() throws Exception {
    try (AraServer server = AraServer.start(conf)) {
      assertThat(server.execute("core show uptime"))
          .isEqualTo(new Answer("System uptime: 0 seconds\nLast reload: 0 seconds\n", true));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (ConsoleClient client = ConsoleClient.connect(server.settings().controlSocket())) {
        assertThat(client.execute("module show like EXT", out)).isTrue();
        assertThat(client.execute("nonsense", out)).isFalse();
      }
      assertThat(out.toString(StandardCharsets.UTF_8))
          .startsWith(
              "Module                         Description                              Use Count "
                  + " Status      Support Level\nextconfig.so                   ")
          .contains("0          Running              core\n1 modules loaded\n");
    }
  }

  @Test
  void theSocketCanBeOpenedByWhomeverTheFileSays() throws Exception {
    try (AraServer server = AraServer.start(conf)) {
      assertThat(permissions(server)).isEqualTo("rw-------");
    }
    Files.writeString(conf, "[files]\nastctlpermissions = 0660\n");
    try (AraServer server = AraServer.start(conf)) {
      assertThat(permissions(server)).isEqualTo("rw-rw----");
    }
    Files.writeString(conf, "[files]\nastctlpermissions = 0666\nastctlgroup = no-such-group\n");
    try (AraServer server = AraServer.start(conf)) {
      assertThat(permissions(server)).isEqualTo("rw-------");
    }
  }

  private static String permissions(AraServer server) throws IOException {
    return PosixFilePermissions.toString(
        Files.getPosixFilePermissions(server.settings().controlSocket()));
  }

  @Test
  void theInternalDatabaseAndTheLogAreThereWhateverModulesConfLoads() throws Exception {
    try (AraServer server = AraServer.start(conf)) {
      assertThat(server.execute("database put a b c").succeeded()).isTrue();
      assertThat(server.execute("module unload astdb").text()).contains("it is built in");
      assertThat(server.execute("module show like logger").text()).contains("Running");
    }
  }

  @Test
  void everyWayToReloadMovesTheTimeOfTheLastReload() throws Exception {
    try (AraServer server = AraServer.start(conf)) {
      ServerFacts facts = server.offered(ServerFacts.class).orElseThrow();
      assertThat(facts.reloaded()).isEqualTo(facts.started());
      server.offered(Modules.class).orElseThrow().reload(List.of());
      Instant first = facts.reloaded();
      assertThat(first).isAfter(facts.started());
      assertThat(server.execute("module reload extconfig").succeeded()).isTrue();
      assertThat(facts.reloaded()).isEqualTo(first);
      assertThat(server.execute("core reload").succeeded()).isTrue();
      assertThat(facts.reloaded()).isAfter(first);
    }
  }

  @Test
  void settingsAndTheMachineAreShown() throws Exception {
    Files.writeString(conf, "[options]\nsystemname = ara1\nmaxcalls = 10\n");
    try (AraServer server = AraServer.start(conf)) {
      assertThat(server.execute("core show settings").text())
          .startsWith("\nPBX Core settings\n-----------------\n  Version:                     20")
          .contains("\n  Maximum calls:               10 (Current 0)\n")
          .contains("\n  System name:                 ara1\n")
          .contains("\n  Manager (AMI):               Disabled\n")
          .contains("\n  Configuration file:          " + conf + "\n");
      assertThat(server.execute("core show sysinfo").text())
          .startsWith("\nSystem Statistics\n-----------------\n  System Uptime:             ")
          .containsPattern("\n  Total RAM:                 [1-9][0-9]* KiB\n")
          .containsPattern("\n  Number of Processes:       [1-9][0-9]*\n");
      assertThat(server.execute("core waitfullybooted").text())
          .isEqualTo("Asterisk has fully booted.\n");
    }
  }

  @Test
  void theMachineIsMeasuredInTheRegistryOfTheModules() throws Exception {
    try (AraServer server = AraServer.start(conf)) {
      CompositeMeterRegistry meters = server.offered(CompositeMeterRegistry.class).orElseThrow();
      meters.add(new SimpleMeterRegistry());
      assertThat(meters.get("jvm.memory.used").gauges())
          .anySatisfy(gauge -> assertThat(gauge.value()).isPositive());
      assertThat(meters.get("jvm.threads.live").gauge().value()).isPositive();
      assertThat(meters.get("jvm.gc.max.data.size").gauge().value()).isPositive();
    }
  }

  @Test
  void reloadIsSilentAndCanBeNarrowedToModules() throws Exception {
    try (AraServer server = AraServer.start(conf)) {
      assertThat(server.execute("reload")).isEqualTo(new Answer("", true));
      assertThat(server.execute("module reload")).isEqualTo(new Answer("", true));
      assertThat(server.execute("module reload extconfig.so nosuch"))
          .isEqualTo(
              new Answer(
                  """
                  Module 'extconfig.so' reloaded successfully.
                  No such module 'nosuch'
                  Command 'module reload extconfig.so nosuch' failed.
                  """,
                  false));
    }
  }

  @Test
  void aSecondServerOnTheSameRunDirectoryIsRefusedAndHarmsNothing() throws Exception {
    try (AraServer server = AraServer.start(conf)) {
      assertThatThrownBy(() -> AraServer.start(conf))
          .isInstanceOf(StartException.class)
          .hasMessageContaining("already runs on " + server.settings().controlSocket())
          .hasMessageContaining("pid " + ProcessHandle.current().pid())
          .extracting(e -> ((StartException) e).exitStatus())
          .isEqualTo(1);
      ConsoleClient.connect(server.settings().controlSocket()).close();
    }
    AraServer.start(conf).close();
  }

  @Test
  void aSocketLeftByADeadServerIsNoObstacle() throws Exception {
    Files.createDirectories(home.resolve("run"));
    Files.writeString(home.resolve("run/asterisk.ctl"), "");
    Files.writeString(home.resolve("run/asterisk.pid"), "1\n");
    try (AraServer server = AraServer.start(conf)) {
      ConsoleClient.connect(server.settings().controlSocket()).close();
    }
  }

  @Test
  void coreStopNowIsAnsweredBeforeTheServerEnds() throws Exception {
    AraServer server = AraServer.start(conf);
    Thread main = Thread.ofVirtual().start(() -> closeWhenAsked(server));
    try (ConsoleClient client = ConsoleClient.connect(server.settings().controlSocket())) {
      assertThat(client.execute("core stop now", new ByteArrayOutputStream())).isTrue();
    }
    main.join();
    assertThat(server.settings().controlSocket()).doesNotExist();
    assertThat(server.execute("core show uptime").text())
        .isEqualTo("Command 'core show uptime' cannot be run during shutdown\n");
  }

  @Test
  void aRequiredModuleThatIsMissingIsStatusTwo() throws Exception {
    Files.writeString(home.resolve("etc/modules.conf"), "[modules]\nrequire = nosuch\n");
    assertThatThrownBy(() -> AraServer.start(conf))
        .isInstanceOf(StartException.class)
        .hasMessageContaining("nosuch")
        .extracting(e -> ((StartException) e).exitStatus())
        .isEqualTo(2);
    Files.writeString(home.resolve("etc/modules.conf"), "[modules]\n");
    AraServer.start(conf).close();
  }

  @Test
  void aRunDirectoryThatCannotBeMadeIsNamed() throws Exception {
    Files.writeString(home.resolve("run"), "a file in the way");
    assertThatThrownBy(() -> AraServer.start(conf))
        .isInstanceOf(StartException.class)
        .hasMessage(home.resolve("run") + " is in the way: it is a file and should be a directory");
  }

  private static void closeWhenAsked(AraServer server) {
    try (server) {
      server.awaitStop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void whoeverClosesAServerThatIsClosingWaitsForTheEnd() throws Exception {
    for (int i = 0; i < 10; i++) {
      AraServer server = AraServer.start(conf);
      try (ExecutorService closers = Executors.newFixedThreadPool(2)) {
        Callable<Boolean> closer =
            () -> {
              server.close();
              return couldRunAnother();
            };
        for (Future<Boolean> free : closers.invokeAll(List.of(closer, closer))) {
          assertThat(free.get()).isTrue();
        }
      }
    }
  }

  private synchronized boolean couldRunAnother() throws IOException {
    Optional<InstanceLock> lock = InstanceLock.take(home.resolve("run"));
    if (lock.isPresent()) {
      lock.get().close();
    }
    return lock.isPresent();
  }
}
