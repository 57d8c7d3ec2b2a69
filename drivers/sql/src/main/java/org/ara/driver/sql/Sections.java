package org.ara.driver.sql;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The databases of a configuration file, exchanged on a reload: a section whose settings are the
 * same keeps its database and its connections.
 *
 * @param <S> the settings of a section
 * @param <D> the kind of database
 */
public final class Sections<S, D extends Database> {

  private final SqlDriver<D> driver;
  private final Function<S, D> opener;
  private Map<String, S> settings = Map.of();

  public Sections(SqlDriver<D> driver, Function<S, D> opener) {
    this.driver = driver;
    this.opener = opener;
  }

  /** The settings in use, by section. */
  synchronized Map<String, S> settings() {
    return settings;
  }

  /** Uses these sections and no others. */
  public synchronized void use(Map<String, S> wanted) {
    Map<String, D> before = driver.databases();
    Map<String, D> now = new LinkedHashMap<>();
    wanted.forEach(
        (section, setting) -> {
          D kept = setting.equals(settings.get(section)) ? before.get(section) : null;
          now.put(section, kept != null ? kept : opener.apply(setting));
        });
    settings = Map.copyOf(wanted);
    driver.use(now);
  }

  /** The database of a section: its name spelled exactly so, else ignoring case. */
  public static <D> Optional<D> named(Map<String, D> databases, String section) {
    D exact = databases.get(section);
    return exact != null
        ? Optional.of(exact)
        : databases.entrySet().stream()
            .filter(entry -> entry.getKey().equalsIgnoreCase(section))
            .map(Map.Entry::getValue)
            .findFirst();
  }
}
