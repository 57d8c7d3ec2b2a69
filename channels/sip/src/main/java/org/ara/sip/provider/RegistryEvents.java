package org.ara.sip.provider;

import java.util.ArrayList;
import java.util.List;
import org.ara.module.manager.Header;
import org.ara.module.manager.ManagerBoard;
import org.ara.module.manager.ManagerEvent;
import org.ara.module.manager.Permission;
import org.ara.module.manager.Permissions;

/**
 * Tells clients of the manager interface what became of registrations at providers.
 *
 * @param board where it is told
 */
record RegistryEvents(ManagerBoard board) {

  private static final Permissions CLASSES = Permissions.of(Permission.SYSTEM);

  /**
   * Tells.
   *
   * @param cause what the provider said; empty for nothing
   */
  void changed(Account account, RegistryState state, String cause) {
    board.tell(
        CLASSES,
        () -> {
          List<Header> headers =
              new ArrayList<>(
                  List.of(
                      new Header("ChannelType", "SIP"),
                      new Header("Username", account.user()),
                      new Header("Domain", account.domain()),
                      new Header("Status", state.label())));
          if (!cause.isEmpty()) {
            headers.add(new Header("Cause", cause));
          }
          return new ManagerEvent("Registry", CLASSES, headers);
        });
  }
}
