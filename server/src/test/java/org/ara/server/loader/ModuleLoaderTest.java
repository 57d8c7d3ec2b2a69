package org.ara.server.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ara.config.file.FileConfigSource;
import org.ara.manager.CommandRegistry;
import org.ara.module.CoreOptions;
import org.ara.module.Directories;
import org.ara.module.LoadPriority;
import org.ara.module.Module;
import org.ara.module.ModuleState;
import org.ara.module.Modules;
import org.ara.module.reload.ModuleReload;
import org.ara.module.reload.ReloadResult;
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
    return new ModuleLoader(
        new Surroundings(
            new FileConfigSource(etc), directories, "", CoreOptions.DEFAULTS, commands));
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
    assertThat(loader.reload(List.of()))
        .extracting(ModuleReload::module, ModuleReload::result)
        .containsExactly(tuple("b", ReloadResult.REFUSED), tuple("a", ReloadResult.RELOADED));
    loader.stop();
    loader.stop();
    assertThat(journal).containsExactly("load b", "load a", "reload a", "unload a", "unload b");
    assertThat(commands.all()).isEmpty();
  }

  @Test
  void oneModuleIsReloadedByAnySpellingOfItsName() throws IOException {
    ModuleLoader loader = loader("autoload=yes");
    loader.start(
        List.of(module("a"), module("b").with(Fault.RELOAD), module("c").with(Fault.LOAD)));
    assertThat(loader.reload(List.of("A.so", "b", "c", "nosuch.so")))
        .extracting(ModuleReload::module, ModuleReload::result)
        .containsExactly(
            tuple("A.so", ReloadResult.RELOADED),
            tuple("b", ReloadResult.REFUSED),
            tuple("c", ReloadResult.NOT_RUNNING),
            tuple("nosuch.so", ReloadResult.UNKNOWN));
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

  @Test
  void aPlanTellsWhatWouldChangeAndChangesNothing() throws IOException {
    ModuleLoader loader = loader("autoload=yes");
    loader.start(List.of(module("a"), module("b").with(Fault.RELOAD)));
    assertThat(loader.plan(List.of()))
        .extracting(ModuleReload::module, ModuleReload::result)
        .containsExactly(tuple("a", ReloadResult.RELOADED), tuple("b", ReloadResult.REFUSED));
    assertThat(loader.plan(List.of("a")).getFirst().differences())
        .hasToString("[+ thing one, ~ thing two: size]");
    assertThat(loader.plan(List.of("b")).getFirst().reason())
        .contains("b.conf:3: 'x' is not a port");
    assertThat(journal).containsExactly("load a", "load b");
  }

  @Test
  void oneModuleIsUnloadedAndLoadedAgainWhileTheOthersRun() throws IOException {
    ModuleLoader loader = loader("autoload=yes");
    loader.start(modules("a", "b"));
    assertThat(loader.unload("A.so", Modules.Force.SOFT))
        .isEqualTo(new Modules.Answer(true, "Unloaded A.so"));
    assertThat(commands.all()).extracting(c -> c.words().getFirst()).containsExactly("b");
    assertThat(loader.unload("a", Modules.Force.SOFT))
        .isEqualTo(new Modules.Answer(false, "Unload failed, 'a' could not be found"));
    assertThat(loader.load("a")).isEqualTo(new Modules.Answer(true, "Loaded a"));
    assertThat(loader.load("a").done()).isFalse();
    assertThat(loader.load("nosuch").message())
        .isEqualTo("Unable to load module nosuch: there is no such module here");
    assertThat(journal).containsExactly("load a", "load b", "unload a", "load a");
    assertThat(loader.reload(List.of())).extracting(ModuleReload::module).containsExactly("b", "a");
  }

  @Test
  void aModuleInUseRefusesToUnloadAndNamesWhoUsesIt() throws IOException {
    ModuleLoader loader = loader("autoload=yes");
    loader.start(List.of(module("a"), module("b").needing("a"), module("c").needing("b")));
    assertThat(loader.unload("a", Modules.Force.SOFT))
        .isEqualTo(new Modules.Answer(false, "Soft unload failed, 'a' has use count 1: b.so"));
    assertThat(loader.unload("a", Modules.Force.FIRM).done()).isTrue();
    assertThat(journal)
        .containsExactly("load a", "load b", "load c", "unload c", "unload b", "unload a");
  }

  @Test
  void aRefreshTakesThoseAlongThatNeedTheModuleOnlyWhenAsked() throws IOException {
    ModuleLoader loader = loader("autoload=yes");
    loader.start(List.of(module("a"), module("b").needing("a"), module("c").needing("b")));
    journal.clear();
    assertThat(loader.refresh("a", false).done()).isFalse();
    assertThat(journal).isEmpty();
    assertThat(loader.refresh("a", true)).isEqualTo(new Modules.Answer(true, "Refreshed a"));
    assertThat(journal)
        .containsExactly("unload c", "unload b", "unload a", "load a", "load b", "load c");
  }

  @Test
  void aModuleLoadedLaterNeedsWhatItNeedsToRun() throws IOException {
    ModuleLoader loader = loader("load=c");
    loader.start(List.of(module("a").needing("b"), module("b"), module("c")));
    assertThat(loader.load("a").message())
        .isEqualTo("Unable to load module a: it needs b, which does not run; load it first");
    assertThat(loader.load("b").done()).isTrue();
    assertThat(loader.load("a").done()).isTrue();
    assertThat(loader.states()).extracting(ModuleState::running).containsOnly(true);
  }

  @Test
  void whatIsBuiltInIsNeitherUnloadedNorLeftOut() throws IOException {
    ModuleLoader loader = loader("autoload=yes");
    loader.start(List.of(module("a").builtIn(true)));
    assertThat(loader.unload("a", Modules.Force.FIRM).done()).isFalse();
    assertThat(loader("autoload=yes", "noload=a").start(List.of(module("a").builtIn(true))))
        .singleElement()
        .matches(ModuleFailure::required);
  }
}
