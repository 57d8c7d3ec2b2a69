package org.ara.server.demo;

import java.io.PrintStream;

/** Writes the demo's lines: with colours on a terminal, plain elsewhere. */
final class Screen {

  private final PrintStream out;
  private final boolean colours;

  Screen(PrintStream out, boolean colours) {
    this.out = out;
    this.colours = colours;
  }

  /** The process's standard output; NO_COLOR and TERM=dumb are heeded. */
  static Screen standard() {
    boolean terminal = System.console() != null && System.console().isTerminal();
    boolean wanted =
        System.getenv("NO_COLOR") == null && !"dumb".equals(System.getenv().get("TERM"));
    return new Screen(System.out, terminal && wanted);
  }

  void title(String text) {
    line(styled("1", text));
    blank();
  }

  /** The heading of a step. */
  void heading(int number, String text) {
    blank();
    line(styled("1;36", "%2d  %s".formatted(number, text)));
  }

  /** A statement as it was run, broken into short lines at its own line ends. */
  void sql(String statement) {
    String prompt = "sql> ";
    for (String part : statement.strip().split("\n")) {
      line("    " + styled("33", prompt + part.strip()));
      prompt = "     ";
    }
  }

  /** What was seen. */
  void seen(String what, String result) {
    line("    %-24s %s".formatted(what, result));
  }

  /** The end of a step. */
  void outcome(boolean held, long millis) {
    line("    " + mark(held) + styled("2", "  %d ms".formatted(millis)));
  }

  void failure(String why) {
    line("    " + styled("31", why));
  }

  /** The head of the table of {@link #summary} lines. */
  void summaryHead() {
    line(styled("2", "  %2s  %-34s %-26s %6s".formatted("", "step", "seen", "ms")));
  }

  void summary(Step.Result result) {
    line(
        "  %2d  %-34s %-26s %6d  %s"
            .formatted(
                result.number(),
                fit(result.title(), 34),
                fit(result.seen(), 26),
                result.millis(),
                mark(result.held())));
  }

  String mark(boolean held) {
    return held ? styled("32", "ok") : styled("1;31", "failed");
  }

  void line(String text) {
    out.println(text);
    out.flush();
  }

  void blank() {
    line("");
  }

  /** A text to be noticed. */
  String strong(String text) {
    return styled("1", text);
  }

  private static String fit(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width - 3) + "...";
  }

  private String styled(String code, String text) {
    return colours ? "\033[" + code + "m" + text + "\033[0m" : text;
  }
}
