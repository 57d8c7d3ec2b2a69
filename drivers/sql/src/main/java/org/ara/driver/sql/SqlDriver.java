package org.ara.driver.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.ara.driver.sql.feed.ExchangedFeed;
import org.ara.realtime.Outage;
import org.ara.realtime.spi.Driver;
import org.ara.realtime.spi.Table;

/**
 * A driver over the databases of its configuration file, which may be exchanged while the server
 * runs: mappings find the new ones by themselves.
 *
 * @param <D> the kind of database
 */
public class SqlDriver<D extends Database> implements Driver {

  /**
   * Finds the database that a mapping means.
   *
   * @param <D> the kind of database
   */
  @FunctionalInterface
  public interface Choice<D> {
    /**
     * @param databases by section
     * @param wanted the database as written in the mapping
     */
    Optional<D> choose(Map<String, D> databases, String wanted);
  }

  private final String name;
  private final String file;
  private final Choice<D> choice;
  private final ExchangedFeed.Exchange exchange = new ExchangedFeed.Exchange();
  private volatile Generation<D> current;

  /**
   * A driver without databases yet.
   *
   * @param name as in {@code extconfig.conf}
   * @param file its configuration file, for complaints
   * @param choice among the databases by section, the one for the database of a mapping
   */
  public SqlDriver(String name, String file, Choice<D> choice) {
    this.name = name;
    this.file = file;
    this.choice = choice;
    this.current = new Generation<>(Map.of(), choice);
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public Table table(String database, String table) {
    Outage unconfigured =
        new Outage(
            Outage.Kind.UNMAPPED,
            name + " " + table + ": " + file + " has no section [" + database + "]; add it");
    return new MappedTable(() -> current.table(database, table), unconfigured, exchange);
  }

  /** The databases by section. */
  public final Map<String, D> databases() {
    return current.databases;
  }

  /** The database that a mapping means. */
  public Optional<D> database(String wanted) {
    return choice.choose(current.databases, wanted);
  }

  /** The tables asked for so far. */
  public final List<SqlTable> tables() {
    return current.allTables();
  }

  /** The tables of one database asked for so far. */
  public final List<SqlTable> tablesOf(D database) {
    return current.tablesOf(database);
  }

  /** Exchanges the databases, closing those that are not among the new ones. */
  public final void use(Map<String, D> databases) {
    Map<String, D> old = current.databases;
    current = new Generation<>(Map.copyOf(databases), choice);
    exchange.done();
    old.values().stream().filter(d -> !databases.containsValue(d)).forEach(Database::close);
  }

  /** The databases of one reading of the configuration, with what was learnt of their tables. */
  private static final class Generation<D extends Database> {
    private final Map<String, D> databases;
    private final Choice<D> choice;
    private final ConcurrentMap<D, ConcurrentMap<String, SqlTable>> tables =
        new ConcurrentHashMap<>();

    Generation(Map<String, D> databases, Choice<D> choice) {
      this.databases = databases;
      this.choice = choice;
    }

    Optional<SqlTable> table(String database, String table) {
      return choice.choose(databases, database).map(chosen -> table(chosen, table));
    }

    private SqlTable table(D database, String table) {
      return tables
          .computeIfAbsent(database, d -> new ConcurrentHashMap<>())
          .computeIfAbsent(table, t -> new SqlTable(database, t));
    }

    List<SqlTable> tablesOf(D database) {
      ConcurrentMap<String, SqlTable> byName = tables.get(database);
      return byName == null ? List.of() : List.copyOf(byName.values());
    }

    List<SqlTable> allTables() {
      List<SqlTable> all = new ArrayList<>();
      tables.values().forEach(byName -> all.addAll(byName.values()));
      return all;
    }
  }
}
