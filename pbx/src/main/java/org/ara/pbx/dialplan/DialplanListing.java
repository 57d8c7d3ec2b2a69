package org.ara.pbx.dialplan;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ara.module.Command;
import org.ara.pbx.dialplan.pattern.Pattern;

/**
 * Prints contexts in the layout of {@code dialplan show}, which scripts parse. Asked for one
 * number, it looks into the included contexts too.
 */
final class DialplanListing {

  private static final String REGISTRAR = "pbx_config";

  private final Dialplan dialplan;
  private final String wanted;
  private final Optional<SwitchAnswers> switches;
  private final Command.Output out;
  private final Set<String> visited = new HashSet<>();
  private int extensions;
  private int priorities;
  private int contexts;

  /**
   * A listing of all extensions, or of those that one number can mean.
   *
   * @param wanted the number; empty for all
   * @param switches what is behind the switches; empty to leave that out
   */
  DialplanListing(
      Dialplan dialplan, String wanted, Optional<SwitchAnswers> switches, Command.Output out) {
    this.dialplan = dialplan;
    this.wanted = wanted;
    this.switches = switches;
    this.out = out;
  }

  boolean hasExtensions() {
    return extensions > 0;
  }

  void contexts(Collection<Context> wantedContexts) {
    wantedContexts.forEach(this::context);
  }

  private void context(Context context) {
    if (!visited.add(context.name())) {
      return;
    }
    List<Extension> shown = context.extensions().stream().filter(this::isWanted).toList();
    List<Step> live = live(context.name());
    List<SwitchAnswers.Answer> rows =
        context.switches().stream().flatMap(line -> rows(context, line).stream()).toList();
    boolean headed =
        wanted.isEmpty()
            || !shown.isEmpty()
            || !live.isEmpty()
            || rows.stream().anyMatch(answer -> !answer.extensions().isEmpty());
    if (headed) {
      contexts++;
      out.line("[ Context '" + context.name() + "' created by '" + REGISTRAR + "' ]");
    }
    shown.forEach(this::extension);
    live.forEach(this::live);
    rows.forEach(answer -> answer.extensions().forEach(this::extension));
    if (wanted.isEmpty()) {
      context.includes().forEach(include -> trailer("Include =>", include.text()));
      context.ignorePatterns().forEach(p -> trailer("Ignore pattern =>", p.text()));
    }
    context.switches().forEach(line -> trailer("Alt. Switch =>", line.toString()));
    rows.stream()
        .map(SwitchAnswers.Answer::trouble)
        .filter(trouble -> !trouble.isEmpty())
        .forEach(trouble -> out.line("%s", "  Rows cannot be shown: " + trouble));
    if (headed) {
      out.line("");
    }
    if (!wanted.isEmpty()) {
      context.includes().forEach(i -> dialplan.context(i.context()).ifPresent(this::context));
    }
  }

  private Optional<SwitchAnswers.Answer> rows(Context context, SwitchLine line) {
    return switches
        .filter(_ -> dialplan.switches().named(line.name()).isPresent())
        .map(asked -> asked.extensions(line, context, wanted));
  }

  /** A context that no file has. */
  void live(String context, List<Step> shown) {
    if (visited.add(context) && (wanted.isEmpty() || !shown.isEmpty())) {
      contexts++;
      String registrar = shown.isEmpty() ? REGISTRAR : shown.getFirst().origin().source();
      out.line("[ Context '" + context + "' created by '" + registrar + "' ]");
      shown.forEach(this::live);
      out.line("");
    }
  }

  /** The extensions of a context that come and go. */
  List<Step> live(String context) {
    return dialplan.live().of(context).stream().filter(this::isWanted).toList();
  }

  private boolean isWanted(Step step) {
    return wanted.isEmpty()
        || Pattern.parse(step.extension(), _ -> {}).match(wanted, MatchMode.MATCH).matches();
  }

  private void live(Step step) {
    extensions++;
    priorities++;
    String head = quoted(step.extension()) + " => ";
    out.line("  %-17s %-45s [%s]", head, text(step), step.origin().source());
  }

  private void trailer(String what, String text) {
    out.line("  %-17s %-45s [%s]", what, quoted(text), REGISTRAR);
  }

  private boolean isWanted(Extension extension) {
    return wanted.isEmpty() || extension.name().match(wanted, MatchMode.MATCH).matches();
  }

  private void extension(Extension extension) {
    extensions++;
    Pattern callerId = extension.callerId();
    String name = quoted(extension.name().text());
    String head =
        callerId == null
            ? name + " => "
            : name + " (CID match " + quoted(callerId.text()) + ") => ";
    for (Step step : extension.steps().values()) {
      priorities++;
      String start = head.isEmpty() ? labelled(step) : head;
      out.line("  %-17s %-45s [%s]", start, text(step), step.origin());
      head = "";
    }
  }

  private static String labelled(Step step) {
    return step.label().isEmpty() ? "" : "   [" + step.label() + "]";
  }

  private static String text(Step step) {
    return step.priority() == Step.HINT
        ? "hint: " + step.application()
        : step.priority() + ". " + step.application() + "(" + step.arguments() + ")";
  }

  private static String quoted(String text) {
    return "'" + text + "'";
  }

  void footer() {
    out.line(
        "-= %d %s (%d %s) in %d %s. =-",
        extensions,
        extensions == 1 ? "extension" : "extensions",
        priorities,
        priorities == 1 ? "priority" : "priorities",
        contexts,
        contexts == 1 ? "context" : "contexts");
  }
}
