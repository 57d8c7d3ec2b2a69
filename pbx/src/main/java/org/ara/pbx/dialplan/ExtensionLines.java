package org.ara.pbx.dialplan;

import java.util.Optional;
import org.ara.config.Variable;
import org.jspecify.annotations.Nullable;

/**
 * Reads the {@code exten} and {@code same} lines of one section, whose priorities may count from
 * the line before ({@code spec/dialplan.md} section 3).
 */
final class ExtensionLines {

  private final ContextBuilder context;
  private @Nullable ExtensionName current;
  private int lastPriority;

  ExtensionLines(ContextBuilder context) {
    this.context = context;
  }

  /** {@code exten => name[/callerid],priority[+offset][(label)],app(args)}. */
  void exten(Variable line) {
    int comma = line.value().indexOf(',');
    if (comma < 0) {
      context.warn(line, "exten needs a name, a priority and an application; ignored");
      current = null;
      return;
    }
    String text = context.substituted(line, line.value().substring(0, comma).strip());
    ExtensionName name = ExtensionName.parse(text, message -> context.warn(line, message));
    current = accepted(line, name) ? name : null;
    if (current != null) {
      step(line, current, line.value().substring(comma + 1));
    }
  }

  /** {@code same => priority[+offset][(label)],app(args)}. */
  void same(Variable line) {
    if (current == null) {
      context.warn(line, "same has no usable exten before it; ignored");
    } else {
      step(line, current, line.value());
    }
  }

  private boolean accepted(Variable line, ExtensionName name) {
    String text = name.name().text();
    int callerLength = name.callerId() == null ? 0 : name.callerId().text().length();
    if (text.isEmpty()) {
      context.warn(line, "exten has no name; ignored");
      return false;
    }
    if (text.length() > ExtensionName.MAX_LENGTH || callerLength > ExtensionName.MAX_LENGTH) {
      context.warn(
          line, "exten " + name + " is longer than " + ExtensionName.MAX_LENGTH + "; ignored");
      return false;
    }
    if (text.equals("_.") || text.equals("_!")) {
      context.warn(
          line,
          "exten "
              + text
              + " also takes h, i, t, s and every other special extension; use _X"
              + text.substring(1)
              + " if numbers are meant");
    }
    return true;
  }

  private void step(Variable line, ExtensionName name, String rest) {
    int comma = commaAfterPriority(rest);
    String priorityText = comma < 0 ? rest : rest.substring(0, comma);
    String application = comma < 0 ? "" : rest.substring(comma + 1).strip();
    if (application.isEmpty()) {
      context.warn(line, "exten " + name + " has no application; ignored");
      return;
    }
    ExtensionBuilder extension = context.extension(name);
    Optional<PriorityText> text = PriorityText.parse(priorityText);
    Optional<Integer> priority = text.flatMap(t -> priority(line, extension, t));
    if (priority.isEmpty()) {
      context.warn(
          line,
          "exten "
              + name
              + ": '"
              + priorityText.strip()
              + "' is not a priority (a number from 1,"
              + " n, s, hint or a label of this extension); ignored");
      return;
    }
    if (priority.get() != Step.HINT) {
      lastPriority = priority.get();
    }
    String label = text.map(PriorityText::label).orElse("");
    if (!label.isEmpty() && extension.priorityOf(label).isPresent()) {
      context.warn(line, "exten " + name + ": label '" + label + "' is taken; dropped");
      label = "";
    }
    add(line, name, extension, priority.get(), label, application);
  }

  /** A comma inside the label's parentheses would belong to the label. */
  private static int commaAfterPriority(String rest) {
    int comma = rest.indexOf(',');
    int open = rest.indexOf('(');
    int close = rest.indexOf(')');
    return open >= 0 && open < comma && comma < close ? rest.indexOf(',', close) : comma;
  }

  private Optional<Integer> priority(Variable line, ExtensionBuilder extension, PriorityText text) {
    if (text.isHint()) {
      return Optional.of(Step.HINT);
    }
    if ((text.isNext() || text.isSame()) && lastPriority == 0) {
      context.warn(line, "'" + text.word() + "' has no priority before it in this section");
      return Optional.empty();
    }
    Optional<Integer> base =
        text.isNext()
            ? Optional.of(lastPriority + 1)
            : text.isSame()
                ? Optional.of(lastPriority)
                : text.number().or(() -> extension.priorityOf(text.word()));
    return base.map(number -> number + text.offset()).filter(number -> number >= 1);
  }

  private void add(
      Variable line,
      ExtensionName name,
      ExtensionBuilder extension,
      int priority,
      String label,
      String application) {
    int open = priority == Step.HINT ? -1 : application.indexOf('(');
    int close = application.lastIndexOf(')');
    String called = (open < 0 ? application : application.substring(0, open)).strip();
    if (priority != Step.HINT && (called.isEmpty() || called.indexOf(',') >= 0)) {
      context.warn(
          line,
          "exten "
              + name
              + ": write the application as Name(arguments), not '"
              + called
              + "'; ignored");
      return;
    }
    if (open >= 0 && close < open) {
      context.warn(line, "exten " + name + ": " + called + "( is never closed");
      close = application.length();
    }
    String arguments = open < 0 ? "" : application.substring(open + 1, close);
    Step step = new Step(name.name().text(), priority, label, called, arguments, line.origin());
    Step first = extension.add(step);
    if (first != null) {
      context.warn(
          line,
          "exten "
              + name
              + " has priority "
              + (priority == Step.HINT ? "hint" : priority)
              + " already, at "
              + first.origin()
              + "; this line is ignored");
    }
  }
}
