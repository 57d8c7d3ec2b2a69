package org.ara.server.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ara.config.file.FileConfigSource;
import org.ara.manager.CommandRegistry;
import org.ara.module.Directories;
import org.ara.module.LoadPriority;
import org.ara.module.Module;
import org.ara.server.loader.ScriptedModule.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleLoaderTest {

  @TempDir Path etc;
  private final List<String> journal = new ArrayList<>();
  private final CommandRegistry commands = new CommandRegistry();

  private ModuleLoader loader(String... modulesConf) throws IOException {
    if (modulesConf.length > 0) {
      List<String> lines = new ArrayList<>(List.of("[modules]"));
      lines.addAll(List.of(modulesConf));
      Files.write(etc.resolve("modules.conf"), lines);
    }
    Directories directories = new Directories(etc, etc, etc, etc, etc, etc, etc);
    return new ModuleLoader(new Surroundings(new FileConfigSource(etc), directories, "", commands));
  }

  private ScriptedModule module(String name) {
    return new ScriptedModule(name, journal);
  }

  private List<Module> modules(String... names) {
    return new ArrayList<>(Arrays.stream(names).map(this::module).toList());
  }

  @Test
  void withoutModulesConfEverythingStarts() throws IOException {
    assertThat(loader().start(modules("b", "a"))).isEmpty();
    assertThat(journal).containsExactly("load a", "load b");
  }

  @Test
  void withoutAutoloadOnlyTheNamedOnesStartInTheOrderOfTheFile() throws IOException {
    loader("load => c.so", "load = A", "load = a").start(modules("a", "b", "c"));
    assertThat(journal).containsExactly("load c", "load a");
  }

  @Test
  void noloadBeatsLoadAndPreloadComesFirst() throws IOException {
    loader("autoload=yes", "load=b", "preload=c", "noload=b").start(modules("a", "b", "c"));
    assertThat(journal).containsExactly("load c", "load a");
  }

  @Test
  void prioritiesDecideBeforeTheOrderOfTheFile() throws IOException {
    loader("load=app_queue", "load=chan_y", "load=res_config_x")
        .start(
            List.of(
                module("app_queue").at(LoadPriority.DEVSTATE_CONSUMER),
                module("chan_y").at(LoadPriority.CHANNEL_DRIVER),
                module("res_config_x").at(LoadPriority.REALTIME_DRIVER)));
    assertThat(journal).containsExactly("load res_config_x", "load chan_y", "load app_queue");
  }

  @Test
  void whatAModuleNeedsStartsBeforeItWhateverThePriority() throws IOException {
    loader("autoload=yes")
        .start(
            List.of(
                module("first").at(LoadPriority.CORE).needing("later.so"),
                module("later").at(LoadPriority.DEFAULT).needing("last"),
                module("last").at(LoadPriority.DEVSTATE_CONSUMER)));
    assertThat(journal).containsExactly("load last", "load later", "load first");
  }

  @Test
  void aModuleThatFailsNamesTheReasonAndTheOthersGoOn() throws IOException {
    List<ModuleFailure> failures =
        loader("autoload=yes")
            .start(List.of(module("a").with(Fault.LOAD), module("b").needing("a"), module("c")));
    assertThat(failures)
        .containsExactly(
            new ModuleFailure("a", "a.conf:3: 'x' is not a port", false),
            new ModuleFailure("b", "it needs a, which did not load", false));
    assertThat(journal).containsExactly("load c");
  }

  @Test
  void aModuleThatFailsLeavesNothingBehind() throws IOException {
    loader("autoload=yes")
        .start(
            List.of(
                module("a").publishing().with(Fault.LOAD_UNEXPECTEDLY), module("b").publishing()));
    assertThat(journal).containsExactly("load b");
    assertThat(commands.all()).extracting(c -> c.words().getFirst()).containsExactly("b");
  }

  @Test
  void oneTypeOfServiceHasOneOwner() throws IOException {
    List<ModuleFailure> failures =
        loader("autoload=yes").start(List.of(module("a").publishing(), module("b").publishing()));
    assertThat(failures)
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure.module()).isEqualTo("b");
              assertThat(failure.reason()).contains("is offered by another module already");
            });
  }

  @Test
  void aNeedThatIsNotLoadedIsNamed() throws IOException {
    List<ModuleFailure> failures =
        loader("load=a").start(List.of(module("a").needing("b"), module("b")));
    assertThat(failures)
        .containsExactly(
            new ModuleFailure("a", "it needs b, which modules.conf does not load", false));
  }

  @Test
  void modulesThatNeedEachOtherDoNotStart() throws IOException {
    List<ModuleFailure> failures =
        loader("autoload=yes").start(List.of(module("a").needing("b"), module("b").needing("a")));
    assertThat(failures)
        .extracting(ModuleFailure::reason)
        .containsExactly("it and a need each other", "it needs b, which did not load");
  }

  @Test
  void aRequiredModuleThatIsMissingOrFailsIsMarked() throws IOException {
    List<ModuleFailure> failures =
        loader("require=a", "preload-require=nosuch").start(List.of(module("a").with(Fault.LOAD)));
    assertThat(failures).hasSize(2).allMatch(ModuleFailure::required);
  }

  @Test
  void unknownNamesAndOptionsAreNoReasonNotToStart() throws IOException {
    List<ModuleFailure> failures =
        loader("load=nosuch", "load=a", "laod=b").start(modules("a", "b"));
    assertThat(failures).isEmpty();
    assertThat(journal).containsExactly("load a");
  }

  @Test
  void everythingIsReloadedInTheOrderOfStartingAndStoppedInReverse() throws IOException {
    ModuleLoader loader = loader("load=b", "load=a");
    loader.start(List.of(module("a").with(Fault.UNLOAD), module("b").with(Fault.RELOAD)));
    assertThat(loader.reloadAll()).isEqualTo(Map.of("b", ReloadResult.REFUSED));
    loader.stop();
    loader.stop();
    assertThat(journal)
        .containsExactly("load b", "load a", "reload b", "reload a", "unload a", "unload b");
    assertThat(commands.all()).isEmpty();
  }

  @Test
  void oneModuleIsReloadedByAnySpellingOfItsName() throws IOException {
    ModuleLoader loader = loader("autoload=yes");
    loader.start(
        List.of(module("a"), module("b").with(Fault.RELOAD), module("c").with(Fault.LOAD)));
    assertThat(loader.reload("A.so")).isEqualTo(ReloadResult.RELOADED);
    assertThat(loader.reload("b")).isEqualTo(ReloadResult.REFUSED);
    assertThat(loader.reload("c")).isEqualTo(ReloadResult.NOT_RUNNING);
    assertThat(loader.reload("nosuch.so")).isEqualTo(ReloadResult.UNKNOWN);
    assertThat(ReloadResult.UNKNOWN.message("nosuch.so")).isEqualTo("No such module 'nosuch.so'");
  }

  @Test
  void statesAreSortedAndCountTheModulesThatNeedOne() throws IOException {
    ModuleLoader loader = loader("load=b", "load=a", "load=c");
    loader.start(List.of(module("a"), module("b").needing("a"), module("c").with(Fault.LOAD)));
    assertThat(loader.states())
        .extracting(ModuleState::file, ModuleState::uses, ModuleState::running)
        .containsExactly(tuple("a.so", 1, true), tuple("b.so", 0, true), tuple("c.so", 0, false));
  }
}
