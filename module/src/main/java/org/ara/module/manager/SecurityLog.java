package org.ara.module.manager;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes events of the class {@code security} to the log, at the level of that name. */
public final class SecurityLog implements ManagerBoard.Watcher {

  /** The log knows the level by the first part of the name. */
  private static final Logger LOG = LoggerFactory.getLogger("security.SecurityLog");

  @Override
  public boolean wants(Permissions classes) {
    return classes.has(Permission.SECURITY) && LOG.isInfoEnabled();
  }

  @Override
  public void happened(ManagerEvent event) {
    if (!wants(event.classes())) {
      return;
    }
    StringBuilder line = new StringBuilder(200).append("SecurityEvent=\"").append(event.name());
    for (Header header : event.headers()) {
      line.append("\",").append(header.name()).append("=\"");
      line.append(header.value().replace("\"", "\\\""));
    }
    LOG.info("{}\"", line);
  }
}
