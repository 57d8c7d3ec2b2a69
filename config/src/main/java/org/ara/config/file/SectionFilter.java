package org.ara.config.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ara.config.syntax.PosixRegex;

/**
 * Which of several sections of one name {@code (+...)} adds to: those that have, for each term, a
 * variable whose name and value match.
 *
 * @param terms all must be met; none for a plain {@code +}
 * @param templates whether templates qualify
 */
record SectionFilter(List<Term> terms, Templates templates) {

  private static final String TEMPLATES = "TEMPLATES=";

  /** Whether templates qualify. */
  enum Templates {
    EXCLUDED,
    INCLUDED,
    ONLY
  }

  /** A pattern for a variable's name and one for its value. */
  record Term(Pattern name, Pattern value) {

    boolean isMetBy(CategoryBuilder section) {
      return section.variables().stream()
          .anyMatch(v -> finds(name.matcher(v.name())) && finds(value.matcher(v.value())));
    }

    /** The engine recurses for some patterns; one that exhausts the stack does not match. */
    private static boolean finds(Matcher matcher) {
      try {
        return matcher.find();
      } catch (StackOverflowError tooComplex) {
        return false;
      }
    }
  }

  SectionFilter {
    terms = List.copyOf(terms);
  }

  /** The filter behind the plus sign; empty if it is malformed. */
  static Optional<SectionFilter> parse(String text) {
    List<Term> terms = new ArrayList<>();
    Templates templates = Templates.EXCLUDED;
    for (String expression : text.isEmpty() ? List.<String>of() : List.of(text.split("&"))) {
      if (expression.equals(TEMPLATES + "include")) {
        templates = Templates.INCLUDED;
      } else if (expression.equals(TEMPLATES + "restrict")) {
        templates = Templates.ONLY;
      } else {
        int equals = expression.indexOf('=');
        if (equals < 0) {
          return Optional.empty();
        }
        Optional<Pattern> name = PosixRegex.compile(expression.substring(0, equals));
        Optional<Pattern> value = PosixRegex.compile(expression.substring(equals + 1));
        if (name.isEmpty() || value.isEmpty()) {
          return Optional.empty();
        }
        terms.add(new Term(name.get(), value.get()));
      }
    }
    return Optional.of(new SectionFilter(terms, templates));
  }

  boolean accepts(CategoryBuilder section) {
    return switch (templates) {
          case EXCLUDED -> !section.isTemplate();
          case INCLUDED -> true;
          case ONLY -> section.isTemplate();
        }
        && terms.stream().allMatch(term -> term.isMetBy(section));
  }
}
