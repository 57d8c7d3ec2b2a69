package org.ara.sip.settings;

import java.util.List;
import java.util.Optional;
import org.ara.config.Category;
import org.ara.config.Configuration;
import org.ara.config.Problem;
import org.ara.config.Variable;
import org.ara.sip.endpoint.Families;

/**
 * Reads which families endpoints and what belongs to them are rows of, from {@code sorcery.conf}
 * ({@code spec/channels.md} section 3). What it does not mention has its usual family.
 */
public final class SorceryReader {

  private static final String OBJECTS = "res_pjsip";
  private static final String ADDRESSES = "res_pjsip_endpoint_identifier_ip";

  /** No family is mapped under that name. */
  private static final String NONE = "";

  private final Configuration file;
  private final List<Problem> problems;

  private SorceryReader(Configuration file, List<Problem> problems) {
    this.file = file;
    this.problems = problems;
  }

  /**
   * The families that a file names.
   *
   * @param problems takes in what has no effect here
   */
  public static Families read(Configuration file, List<Problem> problems) {
    SorceryReader reader = new SorceryReader(file, problems);
    Families usual = Families.USUAL;
    return new Families(
        reader.family(OBJECTS, "endpoint", usual.endpoint()),
        reader.family(OBJECTS, "auth", usual.auth()),
        reader.family(OBJECTS, "aor", usual.aor()),
        reader.family(OBJECTS, "contact", usual.contact()),
        reader.family(OBJECTS, "domain_alias", usual.alias()),
        reader.family(ADDRESSES, "identify", usual.identify()));
  }

  private String family(String section, String type, String usual) {
    Optional<Category> found = file.category(section);
    List<Variable> lines =
        found.map(Category::variables).orElse(List.of()).stream()
            .filter(line -> line.name().strip().equalsIgnoreCase(type))
            .toList();
    for (Variable line : lines) {
      String[] words = line.value().split(",", -1);
      if (words[0].strip().equalsIgnoreCase("realtime") && words.length > 1) {
        return words[1].strip();
      }
    }
    lines.forEach(line -> problems.add(elsewhere(section, type, line)));
    return lines.isEmpty() ? usual : NONE;
  }

  private static Problem elsewhere(String section, String type, Variable line) {
    return Problem.warning(
        line.origin(),
        "["
            + section
            + "] "
            + type
            + ": '"
            + line.value()
            + "' is not served; objects of PJSIP come from tables: realtime,FAMILY");
  }
}
