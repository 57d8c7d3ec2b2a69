package org.ara.server.loader;

/** What became of a request to reload a module, with what the console says about it. */
public enum ReloadResult {
  RELOADED("Module '%s' reloaded successfully."),
  UNKNOWN("No such module '%s'"),
  NOT_RUNNING(
      "The module '%s' was not properly initialized. Before reloading the module, you must run"
          + " \"module load %1$s\" and fix whatever is preventing the module from being"
          + " initialized."),
  REFUSED("The module '%s' reported a reload failure"),
  BUSY("A module reload request is already in progress; please be patient");

  private final String text;

  ReloadResult(String text) {
    this.text = text;
  }

  /** The console's line about the module of that name. */
  public String message(String module) {
    return String.format(text, module);
  }
}
