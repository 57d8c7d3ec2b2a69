package org.ara.driver.sql.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The statements that create the well-known tables ({@code spec/engine.md} 7.3): {@code sippeers},
 * {@code extensions}, {@code voicemail} and so on, a superset of the columns that existing
 * installations have.
 */
public final class WellKnownTables {

  private static final String RESOURCE = "well-known-tables.sql";
  private static final Pattern STATEMENT = Pattern.compile("(?ms)^CREATE .*?;$");
  private static final Pattern TABLE =
      Pattern.compile("CREATE (?:TABLE |(?:UNIQUE )?INDEX \\w+ ON )(\\w+)");

  private final Map<String, List<String>> statements = new LinkedHashMap<>();

  /** The tables as this database spells them. */
  public WellKnownTables(Flavour flavour) {
    Matcher statement = STATEMENT.matcher(read());
    while (statement.find()) {
      String text = statement.group();
      Matcher table = TABLE.matcher(text);
      if (!table.lookingAt()) {
        throw new IllegalStateException("not a table or an index: " + text);
      }
      statements
          .computeIfAbsent(table.group(1), name -> new ArrayList<>())
          .add(flavour.spell(text.substring(0, text.length() - 1)));
    }
  }

  /** The names of the tables, in the order of the reference. */
  public List<String> names() {
    return List.copyOf(statements.keySet());
  }

  /**
   * The well-known table that a family's table should be like.
   *
   * @param family as mapped; a file for a table of its lines
   * @param table the table's name in the mapping, without its schema
   */
  public static Optional<String> like(String family, String table) {
    String name = family.toLowerCase(Locale.ROOT);
    String byFamily =
        switch (name) {
          case "sipusers" -> "sippeers";
          case "iaxusers", "iaxpeers" -> "iaxfriends";
          default -> name.endsWith(".conf") || name.equals("global") ? "ast_config" : name;
        };
    List<String> known = new WellKnownTables(Flavour.SQLITE).names();
    return Stream.of(byFamily, table.toLowerCase(Locale.ROOT)).filter(known::contains).findFirst();
  }

  /** The column by which rows of a well-known table are looked up; empty if it is not read. */
  static Optional<String> lookupKey(String table) {
    return switch (table) {
      case "extensions" -> Optional.of("context");
      case "voicemail" -> Optional.of("mailbox");
      case "queue_members" -> Optional.of("queue_name");
      case "queue_rules" -> Optional.of("rule_name");
      case "meetme" -> Optional.of("confno");
      case "ast_config", "voicemail_data" -> Optional.of("filename");
      case "queue_log", "voicemessages" -> Optional.empty();
      default -> Optional.of(table.startsWith("ps_") || table.equals("stir_tn") ? "id" : "name");
    };
  }

  /** The statements for all tables and their indexes, in an order in which they can be run. */
  public List<String> all() {
    return statements.values().stream().flatMap(List::stream).toList();
  }

  /**
   * The statements for these tables and their indexes, in the order asked for.
   *
   * @throws IllegalArgumentException if one of them is not a well-known table
   */
  public List<String> of(String... tables) {
    List<String> wanted = new ArrayList<>();
    for (String table : tables) {
      List<String> found = statements.get(table);
      if (found == null) {
        throw new IllegalArgumentException(
            "'" + table + "' is not a well-known table: " + String.join(", ", names()));
      }
      wanted.addAll(found);
    }
    return wanted;
  }

  private static String read() {
    try (InputStream in = WellKnownTables.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
