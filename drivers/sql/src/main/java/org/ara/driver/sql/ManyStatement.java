package org.ara.driver.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One statement that does what many of one shape would do. */
public interface ManyStatement {

  /**
   * The text.
   *
   * @param rows how many it is for, from 2 on
   */
  String sql(int rows);

  /**
   * What to bind.
   *
   * @param rows the values that each single statement would have bound: of a lookup its keys, of an
   *     update its fields and then its keys
   */
  @Nullable String[] values(List<@Nullable String[]> rows);
}
