package org.ara.config.file;

import java.util.Optional;
import org.ara.config.Origin;
import org.ara.config.Problem;

/**
 * The configuration files that are kept elsewhere than in the directory, as lines of sections: in
 * tables. Asked for every name, of a file and of what files include.
 */
@FunctionalInterface
public interface Elsewhere {

  /** A directory that has all files itself. */
  Elsewhere NOTHING = name -> Optional.empty();

  /**
   * Looks a file up.
   *
   * @param name as it was asked for or stands in an include
   * @return empty if the directory is the place to look
   */
  Optional<Kept> find(String name);

  /** What there is of a file. */
  sealed interface Kept {

    /**
     * Its lines, in order.
     *
     * @param odd what was noticed while they were read
     */
    record Lines(Iterable<Line> lines, Iterable<Problem> odd) implements Kept {}

    /** It should be there and could not be read; the problem says why. */
    record Unreadable(Problem why) implements Kept {}
  }

  /**
   * One line. A section begins where its name or its rank differs from those of the line before.
   *
   * @param section the name, taken as it is: it says nothing of templates
   * @param rank tells sections of one name apart
   * @param name of the variable, or {@code #include}; empty if it has none
   * @param value taken as it is
   * @param origin the table and the row
   */
  record Line(String section, long rank, String name, String value, Origin origin) {}
}
