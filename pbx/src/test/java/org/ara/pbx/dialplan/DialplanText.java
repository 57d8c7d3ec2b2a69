package org.ara.pbx.dialplan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.ara.config.Configuration;
import org.ara.config.LoadResult;
import org.ara.config.Problem;
import org.ara.config.file.FileConfigSource;
import org.ara.pbx.variable.VariableScope;
import org.ara.realtime.Lookup;

/** A dialplan read from the text of an {@code extensions.conf}. */
record DialplanText(DialplanLoader.Loaded loaded) {

  static DialplanText of(String text) {
    return of(text, new Switches(), Clock.systemUTC());
  }

  static DialplanText of(String text, Switches switches, Clock clock) {
    try {
      Path directory = Files.createTempDirectory("dialplan");
      Path file = Files.writeString(directory.resolve("extensions.conf"), text);
      LoadResult read = new FileConfigSource(directory).load("extensions.conf");
      Files.delete(file);
      Files.delete(directory);
      Configuration configuration = ((LoadResult.Loaded) read).configuration();
      return new DialplanText(
          new DialplanLoader(switches, clock).load(configuration, VariableScope.EMPTY));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Dialplan dialplan() {
    return loaded.dialplan();
  }

  List<String> problems() {
    return loaded.problems().stream().map(Problem::toString).toList();
  }

  /** {@code App(args)} of the step found, {@code -} for none, {@code ?} for unavailable. */
  String find(String context, String extension, int priority) {
    return find(Search.priority(context, extension, priority));
  }

  String find(Search search) {
    return switch (dialplan().find(search)) {
      case Lookup.Found<Step>(Step step) -> step.application() + "(" + step.arguments() + ")";
      case Lookup.Absent<Step>() -> "-";
      case Lookup.Unavailable<Step>(var outage) -> "?";
    };
  }
}
