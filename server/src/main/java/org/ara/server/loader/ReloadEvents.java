package org.ara.server.loader;

import java.util.List;
import org.ara.module.manager.Header;
import org.ara.module.manager.ManagerBoard;
import org.ara.module.manager.ManagerEvent;
import org.ara.module.manager.Permission;
import org.ara.module.reload.ModuleReload;

/** Tells clients of the manager interface about reloads. */
final class ReloadEvents {

  private ReloadEvents() {}

  /** One event for each module that was named, or one for all. */
  static void tell(ManagerBoard board, List<String> names, List<ModuleReload> results) {
    if (names.isEmpty()) {
      int worst = results.stream().mapToInt(result -> result.result().status()).max().orElse(0);
      board.tell(event("All", worst));
    } else {
      results.forEach(result -> board.tell(event(result.module(), result.result().status())));
    }
  }

  private static ManagerEvent event(String module, int status) {
    return ManagerEvent.of(
        "Reload", Permission.SYSTEM, new Header("Module", module), Header.of("Status", status));
  }
}
