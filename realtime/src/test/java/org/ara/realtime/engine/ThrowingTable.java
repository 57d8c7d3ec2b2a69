package org.ara.realtime.engine;

import java.util.List;
import org.ara.realtime.Change;
import org.ara.realtime.Condition;
import org.ara.realtime.Field;
import org.ara.realtime.Lookup;
import org.ara.realtime.Row;
import org.ara.realtime.spi.Table;
import org.ara.realtime.spi.TableDescription;

/** A table of a driver that breaks its contract. */
final class ThrowingTable implements Table {

  @Override
  public Lookup<List<Row>> select(List<Condition> conditions, String orderBy, int limit) {
    throw new IllegalStateException("out of cheese");
  }

  @Override
  public Change update(List<Condition> keys, List<Field> fields) {
    throw new IllegalStateException("out of cheese");
  }

  @Override
  public Change insert(List<Field> fields) {
    throw new IllegalStateException("out of cheese");
  }

  @Override
  public Change delete(List<Condition> keys) {
    throw new IllegalStateException("out of cheese");
  }

  @Override
  public Lookup<TableDescription> describe() {
    throw new IllegalStateException("out of cheese");
  }
}
