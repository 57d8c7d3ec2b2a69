package org.ara.server.settings;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.LoggerFactory;

/**
 * Who may open the console's socket, and so do everything.
 *
 * @param mode the permissions in octal, such as {@code 0660}
 * @param owner the user it is given to; empty for whom the server runs as
 * @param group the group it is given to; empty for that of whom the server runs as
 */
public record SocketAccess(String mode, String owner, String group) {

  /** Puts that in force; what is not possible is said, and the socket stays narrower. */
  public void apply(Path socket) {
    try {
      PosixFileAttributeView view =
          Files.getFileAttributeView(socket, PosixFileAttributeView.class);
      UserPrincipalLookupService names = FileSystems.getDefault().getUserPrincipalLookupService();
      if (!owner.isEmpty()) {
        view.setOwner(names.lookupPrincipalByName(owner));
      }
      if (!group.isEmpty()) {
        view.setGroup(names.lookupPrincipalByGroupName(group));
      }
      view.setPermissions(permissions());
    } catch (IOException e) {
      // Not a constant: consoles read the settings too, and have no logging on their class path.
      LoggerFactory.getLogger(SocketAccess.class)
          .warn("{}: astctlowner, astctlgroup or astctlpermissions has no effect: {}", socket, e);
    }
  }

  private Set<PosixFilePermission> permissions() {
    int bits = Integer.parseInt(mode, 8);
    Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
    for (PosixFilePermission permission : PosixFilePermission.values()) {
      // They are declared from the owner's reading down to the others' executing.
      if ((bits & (0400 >> permission.ordinal())) != 0) {
        permissions.add(permission);
      }
    }
    return permissions;
  }
}
