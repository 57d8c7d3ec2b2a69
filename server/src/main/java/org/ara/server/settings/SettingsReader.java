package org.ara.server.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.ara.config.Category;
import org.ara.config.Configuration;
import org.ara.config.LoadResult;
import org.ara.config.Problem;
import org.ara.config.file.FileConfigSource;
import org.ara.config.option.Option;
import org.ara.config.option.OptionTable;
import org.ara.config.option.OptionValues;
import org.ara.module.CoreOptions;
import org.ara.module.Directories;

/** Reads {@code asterisk.conf}, which always comes from a file. */
public final class SettingsReader {

  private SettingsReader() {}

  /**
   * Reads the file. Relative directories are taken from the file's own directory.
   *
   * @throws SettingsException if there is no such file or it cannot be read as a whole
   */
  public static Settings read(Path asteriskConf) throws SettingsException {
    Path file = asteriskConf.toAbsolutePath().normalize();
    Path here = Objects.requireNonNull(file.getParent(), "a file has a directory");
    LoadResult result = new FileConfigSource(here).load(file.getFileName().toString());
    return switch (result) {
      case LoadResult.Loaded loaded -> settings(file, here, loaded);
      case LoadResult.Missing missing -> throw new SettingsException("There is no " + file);
      case LoadResult.Invalid invalid ->
          throw new SettingsException(
              file + " cannot be used: " + invalid.problems().getLast().toString());
    };
  }

  private static Settings settings(Path file, Path here, LoadResult.Loaded loaded) {
    List<Problem> problems = new ArrayList<>(loaded.problems());
    Configuration configuration = loaded.configuration();
    OptionValues directories =
        section(configuration, "directories", AsteriskConf.DIRECTORIES, problems);
    OptionValues files = section(configuration, "files", AsteriskConf.FILES, problems);
    OptionValues options = section(configuration, "options", AsteriskConf.OPTIONS, problems);
    warnOfOthers(configuration, problems);
    Directories where = directories(here, directories);
    return new Settings(
        file,
        where,
        where.run().resolve(files.get(AsteriskConf.CONTROL)),
        new SocketAccess(
            files.get(AsteriskConf.CONTROL_MODE),
            files.get(AsteriskConf.CONTROL_OWNER),
            files.get(AsteriskConf.CONTROL_GROUP)),
        systemName(options),
        options.get(AsteriskConf.VERBOSE),
        options.get(AsteriskConf.DEBUG),
        options.get(AsteriskConf.EXEC_INCLUDES),
        new CoreOptions(
            options.get(AsteriskConf.MAX_CALLS),
            options.get(AsteriskConf.MAX_LOAD),
            options.get(AsteriskConf.DEFAULT_LANGUAGE)),
        !options.get(AsteriskConf.NO_COLOR),
        !options.get(AsteriskConf.NO_SHELL),
        problems);
  }

  private static String systemName(OptionValues options) {
    String written = options.get(AsteriskConf.SYSTEM_NAME);
    return written.isEmpty() && options.get(AsteriskConf.AUTO_SYSTEM_NAME)
        ? HostName.get()
        : written;
  }

  /** Directories that are not named lie beside {@code etc}, or below a directory not named so. */
  private static Directories directories(Path here, OptionValues values) {
    Path parent = here.getParent();
    Path base = here.endsWith("etc") && parent != null ? parent : here;
    Path varLib = path(values, AsteriskConf.VAR_LIB, here).orElse(base.resolve("lib"));
    return new Directories(
        path(values, AsteriskConf.ETC, here).orElse(here),
        path(values, AsteriskConf.MODULES, here).orElse(varLib.resolve("modules")),
        varLib,
        path(values, AsteriskConf.DATA, here).orElse(varLib),
        path(values, AsteriskConf.SPOOL, here).orElse(base.resolve("spool")),
        path(values, AsteriskConf.RUN, here).orElse(base.resolve("run")),
        path(values, AsteriskConf.LOG, here).orElse(base.resolve("log")),
        path(values, AsteriskConf.DATABASE, here).orElse(varLib));
  }

  private static Optional<Path> path(OptionValues values, Option<String> option, Path here) {
    return values
        .find(option)
        .filter(text -> !text.isEmpty())
        .map(text -> here.resolve(text).normalize());
  }

  private static OptionValues section(
      Configuration configuration, String name, OptionTable table, List<Problem> problems) {
    Optional<Category> category = configuration.category(name);
    if (category.isEmpty()) {
      return OptionValues.none();
    }
    OptionValues values = table.read(category.get());
    problems.addAll(values.problems());
    return values;
  }

  private static void warnOfOthers(Configuration configuration, List<Problem> problems) {
    for (Category category : configuration.visible()) {
      if (!List.of("directories", "files", "options", "compat")
          .contains(category.name().toLowerCase(Locale.ROOT))) {
        problems.add(
            Problem.warning(
                category.origin(),
                "["
                    + category.name()
                    + "]: unknown section, ignored; there are [directories],"
                    + " [files] and [options]"));
      }
    }
  }
}
