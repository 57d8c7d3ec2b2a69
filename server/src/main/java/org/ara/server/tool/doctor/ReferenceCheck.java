package org.ara.server.tool.doctor;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ara.driver.sql.schema.Finding;
import org.ara.pbx.dialplan.Context;
import org.ara.pbx.dialplan.Dialplan;
import org.ara.pbx.dialplan.SwitchLine;
import org.ara.pbx.dialplan.realtime.SwitchData;

/** Compares what is named with what exists: contexts, the rows that switches ask for, mailboxes. */
final class ReferenceCheck {

  private static final String REALTIME = "realtime";
  private static final int SHOWN_NOTES = 10;

  private final References references;
  private final Dialplan dialplan;
  private final Set<String> mapped;
  private final Diagnosis diagnosis;

  /**
   * A comparison.
   *
   * @param mapped the families that are mapped, in lower case
   */
  ReferenceCheck(
      References references, Dialplan dialplan, Set<String> mapped, Diagnosis diagnosis) {
    this.references = references;
    this.dialplan = dialplan;
    this.mapped = mapped;
    this.diagnosis = diagnosis;
  }

  void run() {
    if (!references.isComplete()) {
      diagnosis.note("not all could be read, so contexts and mailboxes were not compared");
      return;
    }
    contexts();
    switches();
    mailboxes();
  }

  private void contexts() {
    Set<String> ofRows = new HashSet<>();
    references.rows().values().forEach(ofRows::addAll);
    references
        .contexts()
        .forEach(
            (name, reference) -> {
              if (dialplan.context(name).isEmpty()) {
                diagnosis.finding(
                    ofRows.contains(name)
                        ? Finding.advised(
                            reference.what()
                                + ": that context has rows, but extensions.conf has no ["
                                + name
                                + "] that asks for them",
                            "add to extensions.conf: [" + name + "]",
                            "                        switch => Realtime/@extensions")
                        : reference.finding("there is no such context, in files or rows"));
              }
            });
  }

  /** Switches that ask for rows which do not exist, and rows that no switch asks for. */
  private void switches() {
    Map<String, Set<String>> asked = new LinkedHashMap<>();
    boolean anything = false;
    for (Context context : dialplan.contexts()) {
      for (SwitchLine line : context.switches()) {
        if (!line.name().equalsIgnoreCase(REALTIME)) {
          diagnosis.finding(
              Finding.advised(
                  "[" + context.name() + "] asks a switch '" + line.name() + "' that is not known",
                  "correct or remove the line 'switch => " + line + "' in extensions.conf"));
        } else if (line.data().contains("${") || line.data().contains("$[")) {
          anything = true;
        } else {
          SwitchData data = SwitchData.parse(line.data(), context.name());
          String family = data.family().toLowerCase(Locale.ROOT);
          asked.computeIfAbsent(family, f -> new LinkedHashSet<>()).add(data.context());
          asks(context, line, family, data.context());
        }
      }
    }
    if (!anything) {
      references.rows().forEach((family, contexts) -> unasked(family, contexts, asked));
    }
  }

  private void asks(Context context, SwitchLine line, String family, String wanted) {
    String place = "[" + context.name() + "] switch => " + line;
    if (!mapped.contains(family)) {
      diagnosis.finding(
          Finding.advised(
              place + ": the family '" + family + "' is not mapped",
              "add to extconfig.conf: " + family + " => DRIVER,DATABASE,TABLE"));
    } else if (references.rows().containsKey(family)
        && !references.rows().get(family).contains(wanted)) {
      diagnosis.finding(
          Finding.advised(
              place + ": " + family + " has no rows of the context '" + wanted + "'",
              "correct the line in extensions.conf, or add rows of that context"));
    }
  }

  private void unasked(String family, Set<String> contexts, Map<String, Set<String>> asked) {
    for (String context : contexts) {
      if (!asked.getOrDefault(family, Set.of()).contains(context)
          && !references.contexts().containsKey(context)) {
        diagnosis.finding(
            Finding.advised(
                family + " has rows of the context '" + context + "', which no switch asks for",
                "add to extensions.conf: [" + context + "]",
                "                        switch => Realtime/@" + family));
      }
    }
  }

  private void mailboxes() {
    references
        .mailboxes()
        .forEach(
            (name, reference) -> {
              if (!references.boxes().contains(name)) {
                diagnosis.finding(
                    reference.finding("there is no such mailbox, in voicemail.conf or rows"));
              }
            });
    List<String> unseen =
        references.boxes().stream()
            .filter(box -> !references.mailboxes().containsKey(box))
            .sorted()
            .toList();
    if (!unseen.isEmpty()) {
      diagnosis.note(
          "no phone shows the messages of "
              + String.join(", ", unseen.subList(0, Math.min(SHOWN_NOTES, unseen.size())))
              + (unseen.size() > SHOWN_NOTES
                  ? " and " + (unseen.size() - SHOWN_NOTES) + " more mailboxes"
                  : ""));
    }
  }
}
