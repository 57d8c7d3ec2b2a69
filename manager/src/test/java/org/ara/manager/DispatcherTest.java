package org.ara.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.ara.manager.CommandRegistry.Registration;
import org.ara.module.Command.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DispatcherTest {

  private final CommandRegistry registry = new CommandRegistry();
  private final Dispatcher dispatcher = new Dispatcher(registry);
  private final Transcript out = new Transcript();

  DispatcherTest() {
    registry.register(new EchoCommand("sip", "show", "peer"));
    registry.register(new EchoCommand("sip", "show", "peers"));
    registry.register(new EchoCommand("sip", "show"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sip show peer bob", "SIP Show PEER bob", "  sip \t show  peer   bob  "})
  void wordsMatchInAnyCaseAndWhateverBlanksAreBetween(String line) {
    assertThat(dispatcher.execute(line, out)).isEqualTo(Status.SUCCESS);
    assertThat(out).hasToString("bob\n");
  }

  @Test
  void theCommandWithTheMostMatchingWordsWins() {
    dispatcher.execute("sip show peer", out);
    assertThat(out).hasToString("");
    dispatcher.execute("sip show other", out);
    assertThat(out).hasToString("other\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          sip show peer "bob jones" x | bob jones,x
          sip show peer bob\\ jones    | bob jones
          sip show peer a"b c"d       | ab cd
          sip show peer "never closed | never closed
          sip show peer \\"            | "
          sip show peer "a \\" b"      | a " b
          """)
  void quotesGroupAndBackslashesEscape(String line, String arguments) {
    dispatcher.execute(line, out);
    assertThat(out.toString().strip().replace('\n', ',')).isEqualTo(arguments);
  }

  @Test
  void whatACommandPrintsCannotSteerTheTerminal() {
    dispatcher.execute("sip show peer \u001b[2Jb\u0007ob", out);
    assertThat(out).hasToString("\\x1b[2Jb\\x07ob\n");
  }

  @Test
  void anEmptyArgumentIsAnArgument() {
    dispatcher.execute("sip show peer \"\" x", out);
    assertThat(out).hasToString("\nx\n");
  }

  @Test
  void anEmptyLineDoesNothing() {
    assertThat(dispatcher.execute("  ", out)).isEqualTo(Status.SUCCESS);
    assertThat(out).hasToString("");
  }

  @ParameterizedTest
  @CsvSource({
    "nonsense command, nonsense command",
    "sip reload now, sip",
    "sip shows, sip",
    "si, si",
  })
  void anUnknownCommandIsToldWhereToLook(String line, String best) {
    registry.register(new EchoCommand("reload"));
    Registration show = registry.register(new EchoCommand("core", "show"));
    show.close();
    assertThat(dispatcher.execute(line, out)).isEqualTo(Status.FAILURE);
    assertThat(out)
        .hasToString(
            "No such command '"
                + line
                + "' (type 'core show help "
                + best
                + "' for other possible commands)\n");
  }

  @Test
  void aFailingCommandIsNamedAfterItsOutput() {
    assertThat(dispatcher.execute("sip show peer fail", out)).isEqualTo(Status.FAILURE);
    assertThat(out).hasToString("fail\nCommand 'sip show peer fail' failed.\n");
  }

  @Test
  void aCommandThatThrowsFailsAlone() {
    assertThat(dispatcher.execute("sip show peer throw", out)).isEqualTo(Status.FAILURE);
    assertThat(out).hasToString("throw\nCommand 'sip show peer throw' failed.\n");
  }

  @Test
  void wrongArgumentsAreAnsweredWithTheUsage() {
    assertThat(dispatcher.execute("sip show peer misuse", out)).isEqualTo(Status.USAGE);
    assertThat(out.toString())
        .endsWith("Usage: sip show peer [argument ...]\n       Prints them.\n");
  }

  @Test
  void nothingRunsDuringShutdown() {
    dispatcher.stop();
    assertThat(dispatcher.execute("sip show peer bob", out)).isEqualTo(Status.FAILURE);
    assertThat(out).hasToString("Command 'sip show peer bob' cannot be run during shutdown\n");
  }

  @Test
  void aWithdrawnCommandIsUnknownAndMayComeBack() {
    Registration registration = registry.register(new EchoCommand("queue", "show"));
    registration.close();
    registration.close();
    assertThat(dispatcher.execute("queue show", out)).isEqualTo(Status.FAILURE);
    registry.register(new EchoCommand("queue", "show"));
    assertThat(dispatcher.execute("queue show", out)).isEqualTo(Status.SUCCESS);
  }

  @Test
  void twoCommandsCannotHaveTheSameWords() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> registry.register(new EchoCommand("sip", "show")))
        .withMessageContaining("'sip show' is registered already");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> registry.register(new EchoCommand("Sip")));
    assertThatIllegalArgumentException().isThrownBy(() -> registry.register(new EchoCommand()));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "``, sip",
        "`s`, sip",
        "`sip`, sip",
        "`sip `, show",
        "`sip show p`, `peer,peers`",
        "`SIP SHOW PE`, `peer,peers`",
        "`sip show peer `, `bob,boris`",
        "`sip show peer bor`, boris",
        "`nonsense `, ``",
      })
  void theWordAtTheEndIsCompleted(String line, String words) {
    assertThat(String.join(",", dispatcher.complete(line))).isEqualTo(words);
  }
}
