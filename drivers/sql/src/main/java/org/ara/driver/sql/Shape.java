package org.ara.driver.sql;

import java.util.ArrayList;
import java.util.List;
import org.ara.realtime.Condition;
import org.ara.realtime.Field;

/** An operation without its values: what its SQL text depends on. */
sealed interface Shape {

  /** A column and how it is compared. */
  record Term(String column, Condition.Operator operator) {}

  record Select(List<Term> terms, String orderBy, int limit) implements Shape {

    /** Whether nothing but equality is asked for. */
    boolean isByEquality() {
      return areEqualities(terms);
    }

    /** Whether a lookup has this shape; without making its own. */
    boolean isOf(List<Condition> conditions, String order, int most) {
      if (limit != most || terms.size() != conditions.size() || !orderBy.equals(order)) {
        return false;
      }
      for (int i = 0; i < terms.size(); i++) {
        Term term = terms.get(i);
        Condition condition = conditions.get(i);
        if (term.operator() != condition.operator() || !term.column().equals(condition.column())) {
          return false;
        }
      }
      return true;
    }
  }

  record Update(List<Term> keys, List<String> fields) implements Shape {

    /** Whether nothing but equality chooses the rows. */
    boolean isByEquality() {
      return areEqualities(keys);
    }
  }

  record Insert(List<String> fields) implements Shape {}

  record Delete(List<Term> keys) implements Shape {}

  private static boolean areEqualities(List<Term> terms) {
    return terms.stream().allMatch(term -> term.operator() == Condition.Operator.EQUAL);
  }

  static List<Term> terms(List<Condition> conditions) {
    List<Term> terms = new ArrayList<>(conditions.size());
    for (Condition condition : conditions) {
      terms.add(new Term(condition.column(), condition.operator()));
    }
    return terms;
  }

  static List<String> columns(List<Field> fields) {
    List<String> columns = new ArrayList<>(fields.size());
    for (Field field : fields) {
      columns.add(field.column());
    }
    return columns;
  }
}
