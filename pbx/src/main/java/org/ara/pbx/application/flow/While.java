package org.ara.pbx.application.flow;

import java.util.OptionalInt;
import org.ara.pbx.Description;
import org.ara.pbx.Routes;
import org.ara.pbx.application.Application;
import org.ara.pbx.application.Call;
import org.ara.pbx.application.Outcome;
import org.ara.pbx.expression.Truth;

/** While and the steps that go with it: EndWhile, ExitWhile, ContinueWhile. */
public final class While implements Application {

  private enum Part {
    START("While", "Repeats steps while a condition holds", "While(condition)"),
    END("EndWhile", "Ends the steps that While repeats", "EndWhile()"),
    EXIT("ExitWhile", "Goes on after the end of the loop", "ExitWhile()"),
    CONTINUE("ContinueWhile", "Goes on at the start of the loop", "ContinueWhile()");

    private final String title;
    private final String synopsis;
    private final String syntax;

    Part(String title, String synopsis, String syntax) {
      this.title = title;
      this.synopsis = synopsis;
      this.syntax = syntax;
    }
  }

  private final Part part;
  private final Loops loops;

  private While(Part part, Routes routes) {
    this.part = part;
    this.loops = new Loops(routes);
  }

  /** All four. */
  public static Application[] all(Routes routes) {
    return new Application[] {
      new While(Part.START, routes),
      new While(Part.END, routes),
      new While(Part.EXIT, routes),
      new While(Part.CONTINUE, routes)
    };
  }

  @Override
  public Description description() {
    return new Description(
        part.title,
        part.synopsis,
        part.syntax,
        "A loop goes from While to the EndWhile that belongs to it, in one extension; loops may"
            + " stand inside loops. The condition is evaluated anew at each pass. ExitWhile and"
            + " ContinueWhile belong to the innermost loop around them.");
  }

  @Override
  public Outcome run(Call call, String arguments) {
    return switch (part) {
      case START -> Truth.of(arguments.strip()) ? Outcome.NEXT : after(call);
      case EXIT -> after(call);
      case END, CONTINUE -> again(call);
    };
  }

  private Outcome after(Call call) {
    OptionalInt end = loops.end(call);
    if (end.isEmpty()) {
      call.warn("there is no EndWhile that belongs to it in this extension");
      return Outcome.NEXT;
    }
    return new Outcome.Jump(call.location().at(end.getAsInt() + 1));
  }

  private Outcome again(Call call) {
    OptionalInt start = loops.start(call);
    if (start.isEmpty()) {
      call.warn("there is no While that belongs to it in this extension");
      return Outcome.NEXT;
    }
    return new Outcome.Jump(call.location().at(start.getAsInt()));
  }
}
