package org.ara.manager.ami.action;

import java.io.IOException;
import java.util.List;
import org.ara.module.log.ServerLog;
import org.ara.module.manager.Header;
import org.ara.module.manager.ManagerAction;
import org.ara.module.manager.Reply;
import org.ara.module.manager.Request;

/** {@code LoggerRotate}: has every log file go on in a new one. */
record LogAction(ServerLog log) implements ManagerAction {

  @Override
  public String name() {
    return "LoggerRotate";
  }

  @Override
  public Reply run(Request request) {
    try {
      log.rotate();
      return Reply.success("Reloaded the logger and rotated log files");
    } catch (IOException e) {
      return new Reply.Failed(
          "Failed to reload the logger and rotate log files",
          List.of(new Header("Reason", String.valueOf(e.getMessage()))));
    }
  }
}
