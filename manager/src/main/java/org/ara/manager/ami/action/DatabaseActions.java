package org.ara.manager.ami.action;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ara.module.InternalDatabase;
import org.ara.module.manager.Header;
import org.ara.module.manager.ManagerAction;
import org.ara.module.manager.Reply;
import org.ara.module.manager.Request;

/**
 * The internal database: {@code DBGet}, {@code DBGetTree}, {@code DBPut}, {@code DBDel}, {@code
 * DBDelTree}.
 */
record DatabaseActions(InternalDatabase database) {

  /** An action that may find the disk broken. */
  private interface Work {
    Reply with(Request request, String family, String key) throws IOException;
  }

  List<ManagerAction> all() {
    return List.of(
        action("DBGet", true, this::get),
        new Simple("DBGetTree", this::tree),
        action("DBPut", true, this::put),
        action("DBDel", true, this::delete),
        action("DBDelTree", false, this::deleteTree));
  }

  private static ManagerAction action(String name, boolean needsKey, Work work) {
    return new Simple(
        name,
        request -> {
          String family = request.text("Family");
          String key = request.text("Key");
          String dot = name.equals("DBGet") ? "." : "";
          if (family.isEmpty()) {
            return Reply.error("No family specified" + dot);
          }
          if (needsKey && key.isEmpty()) {
            return Reply.error("No key specified" + dot);
          }
          try {
            return work.with(request, family, key);
          } catch (IOException e) {
            return Reply.error("The database cannot be used: " + e.getMessage());
          }
        });
  }

  private Reply get(Request request, String family, String key) throws IOException {
    Optional<String> value = database.get(family, key);
    return value.isEmpty()
        ? Reply.error("Database entry not found")
        : Reply.list(
            "Result will follow",
            "DBGetResponse",
            "DBGetComplete",
            List.of(
                List.of(
                    new Header("Family", family),
                    new Header("Key", key),
                    new Header("Val", value.get()))));
  }

  private Reply tree(Request request) {
    String family = request.text("Family");
    String prefix = family.isEmpty() ? "" : "/" + family;
    String all = request.text("Key").isEmpty() ? prefix : prefix + "/" + request.text("Key");
    List<List<Header>> rows = new ArrayList<>();
    try {
      database
          .tree(all)
          .forEach(
              (key, value) -> rows.add(List.of(new Header("Key", key), new Header("Val", value))));
    } catch (IOException e) {
      return Reply.error("The database cannot be used: " + e.getMessage());
    }
    return Reply.list("Result will follow", "DBGetTreeResponse", "DBGetTreeComplete", rows);
  }

  private Reply put(Request request, String family, String key) throws IOException {
    database.put(family, key, request.text("Val"));
    return Reply.success("Updated database successfully");
  }

  private Reply delete(Request request, String family, String key) throws IOException {
    return database.delete(family, key)
        ? Reply.success("Key deleted successfully")
        : Reply.error("Database entry not found");
  }

  private Reply deleteTree(Request request, String family, String key) throws IOException {
    return database.deleteTree(family, key) > 0
        ? Reply.success("Key tree deleted successfully")
        : Reply.error("Database entry not found");
  }
}
