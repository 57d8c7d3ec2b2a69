package org.ara.server.astdb;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.ara.module.Command;
import org.ara.module.Command.Output;
import org.ara.module.Command.Status;
import org.ara.module.InternalDatabase;
import org.ara.module.VisibleText;

/** The console commands by which an operator looks at the internal database and changes it. */
final class DatabaseCommands {

  private final InternalDatabase database;

  private DatabaseCommands(InternalDatabase database) {
    this.database = database;
  }

  static List<Command> all(InternalDatabase database) {
    DatabaseCommands on = new DatabaseCommands(database);
    return List.of(
        new DatabaseCommand(
            "show",
            "Shows database contents",
            "[family [keytree]]",
            "Shows what there is, in one family, or in it at and below a key.",
            0,
            2,
            on::show,
            database),
        new DatabaseCommand(
            "showkey",
            "Shows the values of a key in all families",
            "<key>",
            "Shows every entry with this key, whatever its family.",
            1,
            1,
            on::showKey,
            database),
        new DatabaseCommand(
            "get",
            "Gets a database value",
            "<family> <key>",
            "Shows the value of a key.",
            2,
            2,
            on::get,
            database),
        new DatabaseCommand(
            "put",
            "Adds or updates a database value",
            "<family> <key> <value>",
            "Sets the value of a key.",
            3,
            3,
            on::put,
            database),
        new DatabaseCommand(
            "del",
            "Removes a database key",
            "<family> <key>",
            "Deletes a key and its value.",
            2,
            2,
            on::delete,
            database),
        new DatabaseCommand(
            "deltree",
            "Removes a database family or keytree",
            "<family> [keytree]",
            "Deletes a family, or what is in it at and below a key.",
            1,
            2,
            on::deleteTree,
            database));
  }

  private Status show(List<String> arguments, Output out) throws IOException {
    String prefix = arguments.isEmpty() ? "" : "/" + String.join("/", arguments);
    return print(database.tree(prefix), out);
  }

  private Status showKey(List<String> arguments, Output out) throws IOException {
    SortedMap<String, String> all = database.tree("");
    all.keySet().removeIf(key -> !key.endsWith("/" + arguments.getFirst()));
    return print(all, out);
  }

  private static Status print(SortedMap<String, String> entries, Output out) {
    entries.forEach(
        (key, value) -> out.line("%-50s: %-25s", VisibleText.line(key), VisibleText.line(value)));
    out.line("%d results found.", entries.size());
    return Status.SUCCESS;
  }

  private Status get(List<String> arguments, Output out) throws IOException {
    Optional<String> value = database.get(arguments.get(0), arguments.get(1));
    out.line(
        value.map(text -> "Value: " + VisibleText.line(text)).orElse("Database entry not found."));
    return value.isPresent() ? Status.SUCCESS : Status.FAILURE;
  }

  private Status put(List<String> arguments, Output out) throws IOException {
    database.put(arguments.get(0), arguments.get(1), arguments.get(2));
    out.line("Updated database successfully");
    return Status.SUCCESS;
  }

  private Status delete(List<String> arguments, Output out) throws IOException {
    boolean deleted = database.delete(arguments.get(0), arguments.get(1));
    out.line(deleted ? "Database entry removed." : "Database entry does not exist.");
    return deleted ? Status.SUCCESS : Status.FAILURE;
  }

  private Status deleteTree(List<String> arguments, Output out) throws IOException {
    int deleted =
        database.deleteTree(arguments.getFirst(), arguments.size() > 1 ? arguments.get(1) : "");
    out.line("%d database entries removed.", deleted);
    return Status.SUCCESS;
  }
}
