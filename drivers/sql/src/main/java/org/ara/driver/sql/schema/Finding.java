package org.ara.driver.sql.schema;

import java.util.List;

/**
 * Something that is not as it should be, with what mends it.
 *
 * @param what one sentence that names table and column
 * @param mend SQL statements, or one line that says what to do
 * @param automatic whether {@code mend} is SQL that loses nothing and may be run as it is
 */
public record Finding(String what, List<String> mend, boolean automatic) {

  public Finding {
    mend = List.copyOf(mend);
  }

  /** One that is mended by SQL which loses nothing. */
  public static Finding mended(String what, String... sql) {
    return new Finding(what, List.of(sql), true);
  }

  /** One that needs a person. */
  public static Finding advised(String what, String... advice) {
    return new Finding(what, List.of(advice), false);
  }
}
