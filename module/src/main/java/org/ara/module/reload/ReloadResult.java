package org.ara.module.reload;

/**
 * What became of a request to reload, with what the console says and the number that manager events
 * carry ({@code spec/voicemail-queues-loader.md} 3.5).
 */
public enum ReloadResult {
  RELOADED(0, "Module '%s' reloaded successfully."),
  QUEUED(1, "The server is starting; module '%s' is reloaded when it has."),
  UNKNOWN(2, "No such module '%s'"),
  REFUSED(3, "The module '%s' reported a reload failure"),
  BUSY(4, "A module reload request is already in progress; please be patient"),
  NOT_RUNNING(
      5,
      "The module '%s' was not properly initialized. Before reloading the module, you must run"
          + " \"module load %1$s\" and fix whatever is preventing the module from being"
          + " initialized."),
  UNSUPPORTED(6, "The module '%s' does not support reloads");

  private final int status;
  private final String text;

  ReloadResult(int status, String text) {
    this.status = status;
    this.text = text;
  }

  /** The number that events carry. */
  public int status() {
    return status;
  }

  /** The console's line about the module of that name. */
  public String message(String module) {
    return String.format(text, module);
  }

  /** Whether nothing is wrong. */
  public boolean isGood() {
    return this == RELOADED || this == QUEUED;
  }
}
