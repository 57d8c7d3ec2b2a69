package org.ara.realtime.engine;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.ara.realtime.Change;
import org.ara.realtime.Condition;
import org.ara.realtime.Field;
import org.ara.realtime.Lookup;
import org.ara.realtime.Mapping;
import org.ara.realtime.Outage;
import org.ara.realtime.Realtime;
import org.ara.realtime.Row;
import org.ara.realtime.mapping.FamilyMap;
import org.ara.realtime.spi.Driver;
import org.ara.realtime.spi.DriverRegistry;
import org.ara.realtime.spi.Table;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends each question about a family to the table it is mapped to, and to the next one of its
 * mappings only while the storage before it is unavailable.
 *
 * <p>A storage that says "no such row" has answered, and so has one that refuses a write: only a
 * read that was refused, and anything that could not be asked, goes on. Mappings and drivers are
 * one immutable snapshot, replaced by one write; an operation works on the snapshot it started
 * with.
 */
public final class RealtimeEngine implements Realtime, DriverRegistry {

  private static final Logger LOG = LoggerFactory.getLogger(RealtimeEngine.class);

  private volatile Routes routes = Routes.none();

  /** Puts other mappings in force, for everything that starts from now on. */
  public synchronized void use(FamilyMap families) {
    routes = routes.with(families, routes.drivers());
  }

  @Override
  public synchronized void register(Driver driver) {
    Map<String, Driver> drivers = new HashMap<>(routes.drivers());
    if (drivers.putIfAbsent(key(driver), driver) != null) {
      throw new IllegalStateException("there is a driver named '" + driver.name() + "' already");
    }
    routes = routes.with(routes.families(), drivers);
  }

  @Override
  public synchronized void unregister(Driver driver) {
    Map<String, Driver> drivers = new HashMap<>(routes.drivers());
    drivers.remove(key(driver), driver);
    routes = routes.with(routes.families(), drivers);
  }

  @Override
  public Lookup<Row> find(String family, List<Condition> conditions) {
    return select(family, conditions, 1).map(List::getFirst);
  }

  @Override
  public Lookup<List<Row>> findAll(String family, List<Condition> conditions) {
    return select(family, conditions, 0);
  }

  @Override
  public Change update(String family, List<Condition> keys, List<Field> fields) {
    List<Condition> storedKeys = Stored.conditions(keys);
    List<Field> storedFields = Stored.fields(fields);
    return write(family, table -> table.update(storedKeys, storedFields));
  }

  @Override
  public Change store(String family, List<Field> fields) {
    List<Field> stored = Stored.fields(fields);
    return write(family, table -> table.insert(stored));
  }

  @Override
  public Change destroy(String family, List<Condition> keys) {
    List<Condition> stored = Stored.conditions(keys);
    return write(family, table -> table.delete(stored));
  }

  @Override
  public boolean isMapped(String family) {
    return routes.of(family) != null;
  }

  @Override
  public boolean hasColumn(String family, String column) {
    return read(family, table -> table.hasColumn(column))
            instanceof Lookup.Found<Boolean>(Boolean has)
        && has;
  }

  @Override
  public List<Mapping> mappings() {
    return routes.families().mappings();
  }

  @Override
  public Set<String> drivers() {
    return Collections.unmodifiableSet(new TreeSet<>(routes.drivers().keySet()));
  }

  private Lookup<List<Row>> select(String family, List<Condition> conditions, int limit) {
    List<Condition> stored = Stored.conditions(conditions);
    String orderBy = stored.getFirst().column();
    return read(family, table -> table.select(stored, orderBy, limit));
  }

  private <T> Lookup<T> read(String family, Function<Table, Lookup<T>> operation) {
    List<Route> candidates = routes.of(family);
    if (candidates == null) {
      return new Lookup.Unavailable<>(Outages.unmapped(family));
    }
    Outages outages = new Outages();
    for (Route route : candidates) {
      Lookup<T> answer = ask(route, operation);
      if (!(answer instanceof Lookup.Unavailable<T>(Outage outage))) {
        return answer;
      }
      outages.add(outage);
    }
    return new Lookup.Unavailable<>(outages.all());
  }

  private Change write(String family, Function<Table, Change> operation) {
    List<Route> candidates = routes.of(family);
    if (candidates == null) {
      return new Change.Unavailable(Outages.unmapped(family));
    }
    Outages outages = new Outages();
    for (Route route : candidates) {
      Change answer = tell(route, operation);
      if (!(answer instanceof Change.Unavailable(Outage outage))) {
        return answer;
      }
      outages.add(outage);
      if (outage.kind() == Outage.Kind.REFUSED) {
        break;
      }
    }
    return new Change.Unavailable(outages.all());
  }

  private static <T> Lookup<T> ask(Route route, Function<Table, Lookup<T>> operation) {
    Table table = route.table();
    if (table == null) {
      return new Lookup.Unavailable<>(route.driverMissing());
    }
    try {
      return operation.apply(table);
    } catch (RuntimeException broken) {
      LOG.error("{}: driver {} broke its contract", route.mapping().origin(), table, broken);
      return new Lookup.Unavailable<>(route.broken(broken));
    }
  }

  private static Change tell(Route route, Function<Table, Change> operation) {
    Table table = route.table();
    if (table == null) {
      return new Change.Unavailable(route.driverMissing());
    }
    try {
      return operation.apply(table);
    } catch (RuntimeException broken) {
      LOG.error("{}: driver {} broke its contract", route.mapping().origin(), table, broken);
      return new Change.Unavailable(route.broken(broken));
    }
  }

  private static String key(Driver driver) {
    return driver.name().toLowerCase(Locale.ROOT);
  }
}
