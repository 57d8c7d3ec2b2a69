package org.ara.pbx.testing;

import java.nio.file.Path;
import java.util.List;
import org.ara.module.Command;
import org.ara.module.EmbeddedContext;

/** What modules are given in tests: files of a directory, services and commands to look at. */
final class TestContext extends EmbeddedContext {

  TestContext(Path directory) {
    super(directory);
  }

  @Override
  public String systemName() {
    return "bar";
  }

  /** The command of these words. */
  Command command(List<String> words) {
    return commands().stream()
        .filter(command -> command.words().equals(words))
        .findFirst()
        .orElseThrow();
  }
}
