package org.ara.manager.ami.command;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ara.module.Command;
import org.ara.module.Completion;

/** A command that one method runs. */
record Words(
    List<String> words,
    String summary,
    String usage,
    BiFunction<List<String>, Command.Output, Command.Status> work,
    Supplier<Stream<String>> names)
    implements Command {

  /** One that takes no names. */
  Words(
      List<String> words,
      String summary,
      String usage,
      BiFunction<List<String>, Command.Output, Command.Status> work) {
    this(words, summary, usage, work, Stream::empty);
  }

  @Override
  public List<String> complete(List<String> arguments, String prefix) {
    return arguments.isEmpty() ? Completion.of(prefix, names.get()) : List.of();
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    return work.apply(arguments, out);
  }
}
