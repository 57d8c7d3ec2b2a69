package org.ara.server.tool.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ara.pbx.dialplan.Arguments;

/** The contexts that a step goes to, as far as its text tells without running it. */
final class JumpTargets {

  private JumpTargets() {}

  /**
   * The contexts named.
   *
   * @param application any; those that do not jump name none
   * @param arguments with their variables; a target that has one is passed over
   */
  static List<String> contexts(String application, String arguments) {
    List<String> contexts = new ArrayList<>();
    targets(application.strip().toLowerCase(Locale.ROOT), arguments)
        .map(target -> target.indexOf('(') < 0 ? target : target.substring(0, target.indexOf('(')))
        .map(target -> Arguments.split(target, 3))
        .filter(parts -> parts.count() == 3)
        .map(parts -> parts.text(0).strip())
        .filter(context -> !context.isEmpty())
        .forEach(contexts::add);
    return contexts;
  }

  private static Stream<String> targets(String application, String arguments) {
    int question = arguments.lastIndexOf('?');
    Stream<String> found =
        switch (application) {
          case "goto", "gosub" -> Stream.of(arguments);
          case "gotoif", "gosubif", "gotoiftime" ->
              question < 0
                  ? Stream.of()
                  : Stream.of(arguments.substring(question + 1).split(":", -1));
          default -> Stream.of();
        };
    return found.filter(target -> !target.contains("${") && !target.contains("$["));
  }
}
