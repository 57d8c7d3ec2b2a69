package org.ara.config.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** What holds for every edit of every document. */
final class EditProperties {

  private static final String NAME = "zz-edited";

  private EditProperties() {}

  /** Adds, changes and removes a variable of a section, and looks at what else changed. */
  static void check(ConfigDocument document, String section) {
    ConfigDocument added;
    try {
      added = document.withAdded(section, NAME, "1;2");
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageContaining("block comment");
      return;
    }
    if (document.value(section, NAME).isPresent()) {
      return;
    }
    assertThat(added.value(section, NAME)).contains("1;2");
    assertThat(statements(added)).hasSize(statements(document).size() + 1);

    ConfigDocument changed = added.withValue(section, NAME, "\\");
    assertThat(changed.value(section, NAME)).contains("\\");
    assertThat(statements(changed)).hasSameSizeAs(statements(added));

    ConfigDocument removed = changed.without(section, NAME);
    assertThat(statements(removed)).isEqualTo(statements(document));
    assertThat(removed.toBytes()).hasSizeBetween(bytes(document), bytes(document) + 2);
  }

  private static int bytes(ConfigDocument document) {
    return document.toBytes().length;
  }

  /** All that the document says, without its places. */
  private static List<Statement> statements(ConfigDocument document) {
    List<Statement> statements = new ArrayList<>();
    ConfigText.read("x", document.toBytes())
        .statements()
        .forEach(p -> statements.add(p.statement()));
    return statements;
  }
}
