package org.ara.manager.ami.files;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ara.config.Category;
import org.ara.config.Variable;

/** A configuration as JSON on one line; repeated names repeat their key. */
final class JsonText {

  private JsonText() {}

  static String of(List<Category> categories) {
    return categories.stream()
        .map(category -> quoted(category.name()) + ":" + object(category))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String object(Category category) {
    String lines =
        category.variables().stream().map(JsonText::pair).collect(Collectors.joining(","));
    if (!category.template()) {
      return "{" + lines + "}";
    }
    return "{\"istemplate\":1" + (lines.isEmpty() ? "" : ",") + lines + "}";
  }

  private static String pair(Variable variable) {
    return quoted(variable.name()) + ":" + quoted(variable.value());
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
