package org.ara.realtime.engine;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ara.realtime.Change;
import org.ara.realtime.Condition;
import org.ara.realtime.Field;
import org.ara.realtime.Outage;
import org.ara.realtime.cache.Ledger;
import org.ara.realtime.metrics.MappingMeters.Operation;
import org.ara.realtime.policy.OnOutage;
import org.ara.realtime.spi.Table;
import org.jspecify.annotations.Nullable;

/**
 * How a change travels: to the first mapping that can be asked. Whatever comes of it is written
 * into the table's ledger before its caller knows.
 */
final class Writing {

  private Writing() {}

  static Change update(Family family, List<Condition> keys, List<Field> fields) {
    return write(
        family,
        Operation.UPDATE,
        keys,
        table -> table.update(keys, fields),
        ledger -> ledger.updated(keys, fields),
        own -> own.updated(keys, fields));
  }

  static Change insert(Family family, List<Field> fields) {
    return write(
        family,
        Operation.STORE,
        List.of(),
        table -> table.insert(fields),
        ledger -> ledger.changed(fields),
        own -> own.inserted(fields));
  }

  static Change delete(Family family, List<Condition> keys) {
    return write(
        family,
        Operation.DESTROY,
        keys,
        table -> table.delete(keys),
        ledger -> ledger.deleted(keys),
        own -> own.deleted(keys));
  }

  private static Change write(
      Family family,
      Operation kind,
      List<Condition> keys,
      Function<Table, Change> operation,
      Consumer<Ledger> told,
      Consumer<OwnWrites> done) {
    Outages outages = new Outages();
    for (Route route : family.routes()) {
      Change answer = write(family, route, kind, keys, operation, told);
      if (!(answer instanceof Change.Unavailable(Outage outage))) {
        remember(route.storage(), done);
        return answer;
      }
      outages.add(outage);
      if (outage.kind() == Outage.Kind.REFUSED || family.policy().onOutage() == OnOutage.FAIL) {
        break;
      }
    }
    return new Change.Unavailable(outages.all());
  }

  private static Change write(
      Family family,
      Route route,
      Operation kind,
      List<Condition> keys,
      Function<Table, Change> operation,
      Consumer<Ledger> told) {
    Storage storage = route.storage();
    FeedLag.@Nullable Sent sent = storage == null ? null : storage.tableFeed().lag().begin(keys);
    Change answer =
        route.write(
            family.policy().deadline(),
            kind,
            table -> {
              try {
                return operation.apply(table);
              } finally {
                // Also of a change that failed, which may have been made all the same.
                tell(storage, told);
              }
            });
    if (storage != null && sent != null) {
      storage.tableFeed().lag().end(sent, answer);
    }
    if (!family.policy().deadline().isZero() && answer instanceof Change.Unavailable) {
      tell(storage, told);
    }
    return answer;
  }

  private static void remember(@Nullable Storage storage, Consumer<OwnWrites> done) {
    if (storage != null) {
      done.accept(storage.ownWrites());
    }
  }

  private static void tell(@Nullable Storage storage, Consumer<Ledger> told) {
    if (storage != null) {
      told.accept(storage.ledger());
    }
  }
}
