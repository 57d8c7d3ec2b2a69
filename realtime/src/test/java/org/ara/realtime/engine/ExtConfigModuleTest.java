package org.ara.realtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import org.ara.config.ConfigSource;
import org.ara.config.Problem;
import org.ara.config.file.FileConfigSource;
import org.ara.module.Command;
import org.ara.module.Directories;
import org.ara.module.Module;
import org.ara.module.ModuleContext;
import org.ara.module.ModuleException;
import org.ara.realtime.Mapping;
import org.ara.realtime.Realtime;
import org.ara.realtime.spi.DriverRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtConfigModuleTest {

  @TempDir Path etc;
  private final Context context = new Context();
  private final ExtConfigModule module = new ExtConfigModule();

  @Test
  void theModuleIsFoundByTheServiceLoader() {
    assertThat(ServiceLoader.load(Module.class)).anyMatch(ExtConfigModule.class::isInstance);
  }

  @Test
  void aMissingFileMeansNoMappings() throws ModuleException {
    module.load(context);

    assertThat(realtime().mappings()).isEmpty();
    assertThat(context.problems).isEmpty();
    assertThat(context.services).containsKeys(Realtime.class, DriverRegistry.class);
    assertThat(context.commands)
        .map(command -> String.join(" ", command.words()))
        .contains("core show config mappings", "realtime load");
  }

  @Test
  void aReloadPutsTheNewMappingsInForce() throws Exception {
    write("[settings]", "a => x,y");
    module.load(context);
    assertThat(realtime().mappings()).map(Mapping::family).containsExactly("a");

    write("[settings]", "b => x,y", "c => x");
    module.reload();
    assertThat(realtime().mappings()).map(Mapping::family).containsExactly("b");
    assertThat(context.problems).hasSize(1);

    Files.delete(etc.resolve("extconfig.conf"));
    module.reload();
    assertThat(realtime().mappings()).isEmpty();
  }

  @Test
  void anInvalidFileKeepsTheRunningMappingsAndSaysWhere() throws Exception {
    write("[settings]", "a => x,y");
    module.load(context);

    write("[settings]", "b => x,y", "[settings");

    assertThatThrownBy(module::reload)
        .isInstanceOf(ModuleException.class)
        .hasMessage("extconfig.conf:3: the section header has no ']'; the mappings in force stay");
    assertThat(realtime().mappings()).map(Mapping::family).containsExactly("a");
  }

  @Test
  void anInvalidFileAtTheStartIsReportedAndLeavesNoMappings() throws Exception {
    write("[settings");

    module.load(context);

    assertThat(realtime().mappings()).isEmpty();
    assertThat(context.problems).hasSize(1);
  }

  private Realtime realtime() {
    return (Realtime) Objects.requireNonNull(context.services.get(Realtime.class));
  }

  private void write(String... lines) throws IOException {
    Files.write(etc.resolve("extconfig.conf"), List.of(lines));
  }

  /** A loader's side of the contract, reading files of the test's directory. */
  private final class Context implements ModuleContext {
    private final Map<Class<?>, Object> services = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Command> commands = new ArrayList<>();

    @Override
    public ConfigSource config() {
      return new FileConfigSource(etc);
    }

    @Override
    public Directories directories() {
      return new Directories(etc, etc, etc, etc, etc, etc, etc);
    }

    @Override
    public String systemName() {
      return "";
    }

    @Override
    public <T> T require(Class<T> type) throws ModuleException {
      Object service = services.get(type);
      if (service == null) {
        throw new ModuleException("nobody published " + type.getName());
      }
      return type.cast(service);
    }

    @Override
    public <T> void publish(Class<T> type, T service) {
      services.put(type, service);
    }

    @Override
    public void register(Command command) {
      commands.add(command);
    }

    @Override
    public void report(Iterable<Problem> found) {
      found.forEach(problems::add);
    }
  }
}
