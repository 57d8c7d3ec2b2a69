package org.ara.manager.ami.action;

import org.ara.manager.ami.event.EventTable;

/** The tables of actions and events as Markdown, for the documentation. */
public final class ManagerPage {

  private ManagerPage() {}

  /** One line per action, sorted by name; ends with a line end. */
  public static String actions() {
    StringBuilder page =
        new StringBuilder("| Action | Classes | Headers | Meaning |\n|---|---|---|---|\n");
    for (ActionTable.Entry entry : ActionTable.all()) {
      page.append(
          "| `%s` | %s | %s | %s |\n"
              .formatted(
                  entry.name(),
                  entry.classes().isEmpty() ? "everybody" : words(entry.classes().toString()),
                  entry.syntax(),
                  entry.synopsis()));
    }
    return page.toString();
  }

  /** One line per event; ends with a line end. */
  public static String events() {
    StringBuilder page = new StringBuilder("| Event | Classes | Meaning |\n|---|---|---|\n");
    for (EventTable.Entry entry : EventTable.all()) {
      page.append(
          "| `%s` | %s | %s |\n"
              .formatted(entry.name(), words(entry.classes().toString()), entry.meaning()));
    }
    return page.toString();
  }

  private static String words(String list) {
    return list.replace(",all", "").replace(",", ", ");
  }
}
