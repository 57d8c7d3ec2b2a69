package org.ara.server.loader;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ara.config.Category;
import org.ara.config.ConfigSource;
import org.ara.config.LoadResult;
import org.ara.config.Origin;
import org.ara.config.Problem;
import org.ara.config.option.Option;
import org.ara.config.option.OptionTable;
import org.ara.config.option.OptionTypes;
import org.ara.config.option.OptionValues;

/**
 * Which modules the operator wants, from {@code modules.conf}.
 *
 * @param autoload whether every module that is found starts
 * @param load the modules named to start, in file order, each once
 * @param first those of them that start before all others ({@code preload})
 * @param required those of them without which the server must not run
 * @param noload the modules that must not start; stronger than {@code load}
 * @param problems what was wrong with the file
 */
record ModulesConf(
    boolean autoload,
    Set<ModuleName> load,
    Set<ModuleName> first,
    Set<ModuleName> required,
    Set<ModuleName> noload,
    List<Problem> problems) {

  static final String FILE = "modules.conf";

  private static final Option<Boolean> AUTOLOAD =
      Option.of("autoload", OptionTypes.yesNo())
          .defaultsTo(false)
          .documented("Start every module that is found.");
  private static final Option<String> LOAD =
      Option.of("load", OptionTypes.text()).repeatable().documented("Start this module.");
  private static final Option<String> NOLOAD =
      Option.of("noload", OptionTypes.text())
          .repeatable()
          .documented("Do not start this module, even if it is named by load.");
  private static final Option<String> PRELOAD =
      Option.of("preload", OptionTypes.text())
          .repeatable()
          .documented("Start this module before all others.");
  private static final Option<String> REQUIRE =
      Option.of("require", OptionTypes.text())
          .repeatable()
          .documented("Start this module; end with status 2 if it cannot.");
  private static final Option<String> PRELOAD_REQUIRE =
      Option.of("preload-require", OptionTypes.text())
          .repeatable()
          .documented("Both preload and require.");

  static final OptionTable OPTIONS =
      OptionTable.of(AUTOLOAD, LOAD, NOLOAD, PRELOAD, REQUIRE, PRELOAD_REQUIRE);

  /** Reads the file; without one, or without its section, every module that is found starts. */
  static ModulesConf read(ConfigSource config) {
    LoadResult result = config.load(FILE);
    List<Problem> problems = new ArrayList<>(result.problems());
    return switch (result) {
      case LoadResult.Loaded loaded ->
          loaded
              .configuration()
              .category("modules")
              .map(section -> of(section, problems))
              .orElseGet(() -> everything("there is no section [modules]", problems));
      case LoadResult.Missing missing -> everything("there is no such file", problems);
      case LoadResult.Invalid invalid -> everything("the file cannot be used", problems);
    };
  }

  private static ModulesConf of(Category section, List<Problem> problems) {
    OptionValues values = OPTIONS.read(section);
    problems.addAll(values.problems());
    Set<ModuleName> load = new LinkedHashSet<>();
    for (OptionValues.Setting<?> setting : values.settings()) {
      if (setting.option() != AUTOLOAD && setting.option() != NOLOAD) {
        load.add(ModuleName.of(String.valueOf(setting.value())));
      }
    }
    return new ModulesConf(
        values.get(AUTOLOAD),
        load,
        names(values, PRELOAD, PRELOAD_REQUIRE),
        names(values, REQUIRE, PRELOAD_REQUIRE),
        names(values, NOLOAD),
        problems);
  }

  private static ModulesConf everything(String why, List<Problem> problems) {
    problems.add(
        Problem.warning(
            new Origin(FILE, 0),
            why + ": every module that is found starts, as with autoload=yes"));
    return new ModulesConf(true, Set.of(), Set.of(), Set.of(), Set.of(), problems);
  }

  @SafeVarargs
  private static Set<ModuleName> names(OptionValues values, Option<String>... options) {
    Set<ModuleName> names = new LinkedHashSet<>();
    for (Option<String> option : options) {
      values.all(option).stream().map(ModuleName::of).forEach(names::add);
    }
    return names;
  }
}
