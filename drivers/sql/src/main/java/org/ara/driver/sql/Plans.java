package org.ara.driver.sql;

import java.sql.SQLException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.ara.driver.sql.Planner.MissingColumn;
import org.jspecify.annotations.Nullable;

/** The plans of one table, made once for each shape of operation and description of the table. */
final class Plans {

  /** Far more shapes than a server has; what goes beyond is made again when needed. */
  private static final int MOST = 500;

  private final Catalogue catalogue;
  private final Planner planner;
  private final Problems problems;
  private final ConcurrentMap<Shape, Plan> plans = new ConcurrentHashMap<>();

  Plans(Catalogue catalogue, Planner planner, Problems problems) {
    this.catalogue = catalogue;
    this.planner = planner;
    this.problems = problems;
  }

  /** Whether nothing is known that keeps operations of this shape from going out as one. */
  boolean mayGoTogether(Shape shape) {
    Plan known = plans.get(shape);
    return known == null || known.many() != null;
  }

  /** The plan for an operation, from the table's description as far as it is known to hold. */
  Plan get(Session session, Shape shape) throws SQLException, DatabaseException {
    DescribedTable table = described(session);
    Plan plan = plans.get(shape);
    if (plan != null && plan.table() == table && plan.isComplete()) {
      return plan;
    }
    return make(session, table, shape, plan);
  }

  private Plan make(Session session, DescribedTable table, Shape shape, @Nullable Plan old)
      throws SQLException, DatabaseException {
    Plan plan = old != null && old.table() == table ? old : tryPlan(table, shape);
    if (plan == null || !plan.isComplete()) {
      DescribedTable fresh = catalogue.refreshed(session, table).orElseThrow(problems::noTable);
      if (plan == null || fresh != table) {
        plan = plan(fresh, shape);
      }
    }
    if (plans.size() >= MOST) {
      plans.clear();
    }
    plans.put(shape, plan);
    return plan;
  }

  private DescribedTable described(Session session) throws SQLException, DatabaseException {
    return catalogue.get(session).orElseThrow(problems::noTable);
  }

  private @Nullable Plan tryPlan(DescribedTable table, Shape shape) {
    try {
      return planner.plan(table, shape);
    } catch (MissingColumn e) {
      return null;
    }
  }

  private Plan plan(DescribedTable table, Shape shape) throws DatabaseException {
    try {
      return planner.plan(table, shape);
    } catch (MissingColumn e) {
      throw problems.noColumn(e.column());
    }
  }
}
