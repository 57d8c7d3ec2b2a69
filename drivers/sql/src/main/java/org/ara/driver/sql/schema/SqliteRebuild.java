package org.ara.driver.sql.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The statements that give a table of SQLite a generated key, which ALTER TABLE cannot: a new table
 * takes the rows and the old one's name, its indexes and its triggers (sqlite.org/lang_altertable,
 * "Making Other Kinds Of Table Schema Changes"). To be run in one transaction.
 */
final class SqliteRebuild {

  private static final Pattern HEAD =
      Pattern.compile(
          "(?is)^CREATE\\s+TABLE\\s+(\"(?:[^\"]|\"\")*\"|`[^`]*`|\\[[^\\]]*\\]|'[^']*'|[^\\s(]+)"
              + "\\s*\\(");
  private static final Pattern OTHER_KEY =
      Pattern.compile("(?i)\\bPRIMARY\\s+KEY\\b(\\s+(ASC|DESC)\\b)?(\\s+AUTOINCREMENT\\b)?");
  private static final String GENERATED = " INTEGER PRIMARY KEY AUTOINCREMENT";

  private final SqliteSource source;

  SqliteRebuild(SqliteSource source) {
    this.source = source;
  }

  /**
   * The statements.
   *
   * @param column the key; added if the table does not have it
   * @return empty if the table was made in a way that is not understood
   */
  Optional<List<String>> withKey(String column) {
    Matcher head = HEAD.matcher(source.create());
    if (!head.find()) {
      return Optional.empty();
    }
    List<String> definitions = new ArrayList<>();
    int end = split(source.create(), head.end(), definitions);
    if (end < 0) {
      return Optional.empty();
    }
    List<String> fresh = new ArrayList<>();
    fresh.add(quoted(column) + GENERATED);
    for (String definition : definitions) {
      if (!name(definition).equalsIgnoreCase(column)) {
        fresh.add(OTHER_KEY.matcher(definition).replaceAll("UNIQUE"));
      }
    }
    return Optional.of(statements(fresh, source.create().substring(end)));
  }

  private List<String> statements(List<String> definitions, String tail) {
    String table = quoted(source.table());
    String fresh = quoted("ara_new_" + source.table());
    String columns =
        source.columns().stream().map(SqliteRebuild::quoted).collect(Collectors.joining(", "));
    List<String> statements = new ArrayList<>();
    statements.add("PRAGMA legacy_alter_table = ON");
    statements.add(
        "CREATE TABLE " + fresh + " (" + String.join(",", definitions) + "\n" + tail.strip());
    statements.add(
        "INSERT INTO "
            + fresh
            + " ("
            + columns
            + ") SELECT "
            + columns
            + " FROM "
            + table
            + " ORDER BY rowid");
    statements.add("DROP TABLE " + table);
    statements.add("ALTER TABLE " + fresh + " RENAME TO " + table);
    statements.addAll(source.others());
    statements.add("PRAGMA legacy_alter_table = OFF");
    return statements;
  }

  /** Splits at the commas of a list in parentheses; answers where it ends, -1 if it does not. */
  private static int split(String text, int from, List<String> parts) {
    int depth = 0;
    int start = from;
    for (int at = from; at < text.length(); at++) {
      char c = text.charAt(at);
      int behind = skipped(text, at);
      if (behind > at) {
        at = behind - 1;
      } else if (c == '(') {
        depth++;
      } else if (c == ')' && depth == 0) {
        parts.add(text.substring(start, at));
        return at;
      } else if (c == ')') {
        depth--;
      } else if (c == ',' && depth == 0) {
        parts.add(text.substring(start, at));
        start = at + 1;
      }
    }
    return -1;
  }

  /** Where the quoted text or the comment that begins here ends; the same place if none does. */
  private static int skipped(String text, int at) {
    char c = text.charAt(at);
    String closing =
        switch (c) {
          case '"', '\'', '`' -> String.valueOf(c);
          case '[' -> "]";
          default -> text.startsWith("--", at) ? "\n" : text.startsWith("/*", at) ? "*/" : "";
        };
    if (closing.isEmpty()) {
      return at;
    }
    int end = text.indexOf(closing, at + 1);
    return end < 0 ? text.length() : end + closing.length();
  }

  /** What a definition is called. */
  private static String name(String definition) {
    String text = definition.replaceAll("(?s)--[^\\n]*\\n|/\\*.*?\\*/", " ").strip();
    Matcher quoted = Pattern.compile("^[\"`\\[']([^\"`\\]']*)[\"`\\]']").matcher(text);
    return quoted.find() ? quoted.group(1) : text.split("[\\s(]", 2)[0].toLowerCase(Locale.ROOT);
  }

  private static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }
}
