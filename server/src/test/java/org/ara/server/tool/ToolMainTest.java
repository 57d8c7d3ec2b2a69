package org.ara.server.tool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolMainTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private @TempDir Path home;

  /** Says what it was given; fails as it is told to. */
  private record Parrot() implements Tool {
    @Override
    public String name() {
      return "parrot";
    }

    @Override
    public String usage() {
      return "parrot WORD";
    }

    @Override
    public int run(List<String> arguments, Surroundings surroundings) throws ToolException {
      if (arguments.isEmpty()) {
        throw new IllegalArgumentException("a word is missing");
      }
      surroundings.out().println(arguments + " of " + surroundings.asteriskConf());
      surroundings.settings();
      return 0;
    }
  }

  @Test
  void aToolIsGivenItsArgumentsAndTheFileOfTheInstallation() {
    assertThat(run("--home", home.toString(), "parrot", "-C", "/there/a.conf", "hello"))
        .isEqualTo(1);
    assertThat(out.toString(UTF_8)).isEqualTo("[hello] of /there/a.conf\n");
    assertThat(err.toString(UTF_8)).startsWith("ara parrot: there is no /there/a.conf;");
  }

  @Test
  void withoutAFileTheInstallationIsThatOfTheDataDirectory() {
    run("--home", home.toString(), "parrot", "hello");
    assertThat(out.toString(UTF_8)).contains(home.resolve("etc/asterisk.conf").toString());
  }

  @Test
  void wrongArgumentsAreAnsweredWithTheUsage() {
    assertThat(run("parrot")).isEqualTo(2);
    assertThat(err.toString(UTF_8))
        .isEqualTo("ara parrot: a word is missing\nUsage: ara parrot WORD\n");
  }

  @Test
  void anUnknownToolIsAnsweredWithThoseThereAre() {
    assertThat(run("hammer")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("parrot");
  }

  private int run(String... arguments) {
    Streams streams =
        new Streams(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), false);
    return new ToolMain(List.of(new Parrot())).run(List.of(arguments), streams);
  }
}
