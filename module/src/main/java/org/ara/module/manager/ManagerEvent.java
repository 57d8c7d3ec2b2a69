package org.ara.module.manager;

import java.util.List;
import java.util.Objects;

/**
 * Something that happened, as clients of the manager interface are told.
 *
 * @param name {@code Newchannel}
 * @param classes who is told: those who may read all of these
 * @param headers what is said about it
 */
public record ManagerEvent(String name, Permissions classes, List<Header> headers) {

  public ManagerEvent {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(classes, "classes");
    headers = List.copyOf(headers);
  }

  /** An event of one class. */
  public static ManagerEvent of(String name, Permission permission, Header... headers) {
    return new ManagerEvent(name, Permissions.of(permission), List.of(headers));
  }
}
