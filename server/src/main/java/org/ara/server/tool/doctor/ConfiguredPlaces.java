package org.ara.server.tool.doctor;

import java.time.Clock;
import java.util.List;
import org.ara.config.Category;
import org.ara.config.Configuration;
import org.ara.config.LoadResult;
import org.ara.config.Problem;
import org.ara.config.Variable;
import org.ara.pbx.dialplan.Context;
import org.ara.pbx.dialplan.Dialplan;
import org.ara.pbx.dialplan.DialplanLoader;
import org.ara.pbx.dialplan.Extension;
import org.ara.pbx.dialplan.Step;
import org.ara.pbx.dialplan.Switches;
import org.ara.pbx.variable.VariableScope;
import org.ara.server.tool.ToolException;
import org.ara.server.tool.table.Installation;

/** What configuration files name and define: contexts, mailboxes, and the phones that use them. */
final class ConfiguredPlaces {

  private static final String DIALPLAN = "extensions.conf";

  private final Installation installation;
  private final References references;
  private final Diagnosis diagnosis;

  ConfiguredPlaces(Installation installation, References references, Diagnosis diagnosis) {
    this.installation = installation;
    this.references = references;
    this.diagnosis = diagnosis;
  }

  /** Reads all of them; answers with the dialplan. */
  Dialplan read() {
    phones("sip.conf");
    phones("iax.conf");
    for (Category context : file("voicemail.conf")) {
      if (!context.name().equalsIgnoreCase("general")
          && !context.name().equalsIgnoreCase("zonemessages")) {
        for (Variable mailbox : context.variables()) {
          references.box(mailbox.name(), context.name());
        }
      }
    }
    return dialplan();
  }

  private void phones(String file) {
    for (Category phone : file(file)) {
      for (Variable variable : phone.variables()) {
        String what = variable.origin() + ": [" + phone.name() + "] " + variable.name();
        if (variable.isNamed("context") && !variable.value().isEmpty()) {
          references.context(
              variable.value(),
              what + " is '" + variable.value() + "'",
              "name a context of extensions.conf there, or add ["
                  + variable.value()
                  + "] to extensions.conf");
        } else if (variable.isNamed("mailbox")) {
          references.mailboxes(
              variable.value(), what, "name a mailbox that exists there, or add it");
        }
      }
    }
  }

  private Dialplan dialplan() {
    Configuration read = new Configuration(DIALPLAN, file(DIALPLAN));
    DialplanLoader.Loaded loaded =
        new DialplanLoader(new Switches(), Clock.systemDefaultZone())
            .load(read, VariableScope.EMPTY);
    loaded.problems().stream().map(Problem::toString).forEach(diagnosis::problem);
    for (Context context : loaded.dialplan().contexts()) {
      for (Extension extension : context.extensions()) {
        extension.steps().values().forEach(this::step);
      }
    }
    return loaded.dialplan();
  }

  private void step(Step step) {
    for (String context : JumpTargets.contexts(step.application(), step.arguments())) {
      references.context(
          context,
          step.origin() + ": " + step.application() + " goes to the context '" + context + "'",
          "correct the line, or add [" + context + "] to extensions.conf");
    }
  }

  /** The sections of a file, wherever it is kept; none if there is no such file. */
  private List<Category> file(String name) {
    try {
      return switch (installation.config(name)) {
        case LoadResult.Loaded(Configuration read, List<Problem> problems) -> {
          // A table without a row of the file is not wrong: modules start with their defaults.
          boolean empty = read.categories().isEmpty();
          problems.stream()
              .map(Problem::toString)
              .forEach(empty ? diagnosis::note : diagnosis::problem);
          yield read.visible();
        }
        case LoadResult.Missing missing -> List.of();
        case LoadResult.Invalid invalid -> {
          references.incomplete();
          diagnosis.problem(String.valueOf(invalid.problems().getLast()));
          yield List.of();
        }
      };
    } catch (ToolException e) {
      references.incomplete();
      diagnosis.problem(name + ": " + e.getMessage());
      return List.of();
    }
  }
}
