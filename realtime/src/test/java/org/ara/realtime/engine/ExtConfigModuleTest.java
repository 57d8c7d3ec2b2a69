package org.ara.realtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.ara.module.EmbeddedContext;
import org.ara.module.Module;
import org.ara.module.ModuleException;
import org.ara.realtime.Mapping;
import org.ara.realtime.Realtime;
import org.ara.realtime.spi.DriverRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtConfigModuleTest {

  @TempDir Path etc;
  private EmbeddedContext context;
  private final ExtConfigModule module = new ExtConfigModule();

  @BeforeEach
  void begin() {
    context = new EmbeddedContext(etc);
  }

  @Test
  void theModuleIsFoundByTheServiceLoader() {
    assertThat(ServiceLoader.load(Module.class)).anyMatch(ExtConfigModule.class::isInstance);
  }

  @Test
  void aMissingFileMeansNoMappings() throws ModuleException {
    module.load(context);

    assertThat(realtime().mappings()).isEmpty();
    assertThat(context.problems()).isEmpty();
    assertThat(context.require(Realtime.class)).isSameAs(context.require(DriverRegistry.class));
    assertThat(context.commands())
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
    assertThat(context.problems()).hasSize(1);

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
        .hasMessage("extconfig.conf:3: the section header has no ']'");
    assertThat(realtime().mappings()).map(Mapping::family).containsExactly("a");
  }

  @Test
  void anInvalidFileAtTheStartIsReportedAndLeavesNoMappings() throws Exception {
    write("[settings");

    module.load(context);

    assertThat(realtime().mappings()).isEmpty();
    assertThat(context.problems()).hasSize(1);
  }

  private Realtime realtime() throws ModuleException {
    return context.require(Realtime.class);
  }

  private void write(String... lines) throws IOException {
    Files.write(etc.resolve("extconfig.conf"), List.of(lines));
  }
}
