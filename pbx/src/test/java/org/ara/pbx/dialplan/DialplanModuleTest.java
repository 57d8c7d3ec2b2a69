package org.ara.pbx.dialplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ara.module.Command;
import org.ara.module.EmbeddedContext;
import org.ara.module.ModuleException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code pbx_config} as the loader and the console see it. */
class DialplanModuleTest {

  /** The file whose listing by Asterisk is the one expected below. */
  private static final String PHONES =
      """
      [general]
      autofallthrough=yes
      [phones]
      exten => 100,1,NoOp(hi)
      exten => 100,n(lab),Dial(SIP/100,20)
      exten => 100,hint,SIP/100
      exten => _2XX,1,Goto(phones,100,1)
      exten => 300/5551,1,NoOp(cid)
      include => public
      ignorepat => 9
      switch => Realtime/phones@extensions
      """;

  @TempDir Path directory;

  private final DialplanModule module = new DialplanModule();
  private EmbeddedContext context;

  @BeforeEach
  void writeAndLoad() throws Exception {
    context = new EmbeddedContext(directory);
    write(PHONES);
    module.load(context);
  }

  @Test
  void aContextIsShownInTheLayoutScriptsParse() {
    assertThat(run("dialplan show", "phones"))
        .containsExactly(
            "[ Context 'phones' created by 'pbx_config' ]",
            "  '100' =>          hint: SIP/100                                 [extensions.conf:6]",
            "                    1. NoOp(hi)                                   [extensions.conf:4]",
            "     [lab]          2. Dial(SIP/100,20)                           [extensions.conf:5]",
            "  '300' (CID match '5551') =>  1. NoOp(cid)                                 "
                + " [extensions.conf:8]",
            "  '_2XX' =>         1. Goto(phones,100,1)                         [extensions.conf:7]",
            "  Include =>        'public'                                      [pbx_config]",
            "  Ignore pattern => '9'                                           [pbx_config]",
            "  Alt. Switch =>    'Realtime/phones@extensions'                  [pbx_config]",
            "",
            "-= 3 extensions (5 priorities) in 1 context. =-",
            "SUCCESS");
  }

  @Test
  void aNumberIsShownWithWhatItCanMean() {
    assertThat(run("dialplan show", "245@phones"))
        .containsExactly(
            "[ Context 'phones' created by 'pbx_config' ]",
            "  '_2XX' =>         1. Goto(phones,100,1)                         [extensions.conf:7]",
            "  Alt. Switch =>    'Realtime/phones@extensions'                  [pbx_config]",
            "",
            "-= 1 extension (1 priority) in 1 context. =-",
            "SUCCESS");
  }

  @Test
  void aNumberOrContextThatIsNotThereFailsTheCommand() {
    assertThat(run("dialplan show", "600@phones"))
        .containsExactly(
            "  Alt. Switch =>    'Realtime/phones@extensions'                  [pbx_config]",
            "There is no existence of 600@phones extension",
            "FAILURE");
    assertThat(run("dialplan show", "nowhere"))
        .containsExactly("There is no existence of 'nowhere' context", "FAILURE");
  }

  @Test
  void aReloadReplacesTheDialplanAtOnce() throws Exception {
    write("[phones]\nexten => 400,1,NoOp(new)\n");

    assertThat(run("dialplan reload")).containsExactly("Dialplan reloaded.", "SUCCESS");

    assertThat(found("400")).isTrue();
    assertThat(found("100")).isFalse();
  }

  @Test
  void aFileThatCannotBeUsedLeavesTheRunningDialplanInForce() throws Exception {
    write("[phones]\nexten => 400,1,NoOp(new)\n[phones\n");

    assertThatThrownBy(module::reload)
        .isInstanceOf(ModuleException.class)
        .hasMessageContaining("extensions.conf:3");
    assertThat(run("dialplan reload")).last().isEqualTo("FAILURE");

    assertThat(found("100")).isTrue();
    assertThat(found("400")).isFalse();
  }

  @Test
  void globalsSurviveAReloadUnlessTheFileClearsThem() throws Exception {
    CurrentDialplan current = context.require(CurrentDialplan.class);
    current.globals().set("SET_BY_A_CALL", "yes");
    write("[globals]\nA=1\n");
    module.reload();
    assertThat(current.globals().all()).containsOnlyKeys("A", "SET_BY_A_CALL");

    write("[general]\nclearglobalvars=yes\n[globals]\nB=2\n");
    module.reload();
    assertThat(current.globals().all()).containsOnlyKeys("B");
  }

  @Test
  void withoutAFileItStartsWithNoNumbersAndSaysSo() throws Exception {
    Files.delete(directory.resolve("extensions.conf"));
    EmbeddedContext other = new EmbeddedContext(directory);

    new DialplanModule().load(other);

    assertThat(other.require(CurrentDialplan.class).get().contexts()).isEmpty();
    assertThat(other.problems())
        .anyMatch(problem -> problem.message().contains("no number exists"));
  }

  private boolean found(String number) throws ModuleException {
    return context.require(CurrentDialplan.class).get().find(Search.priority("phones", number, 1))
        instanceof org.ara.realtime.Lookup.Found;
  }

  private void write(String text) throws IOException {
    Files.writeString(directory.resolve("extensions.conf"), text);
  }

  private List<String> run(String words, String... arguments) {
    List<String> lines = new ArrayList<>();
    Command command =
        context.commands().stream()
            .filter(c -> String.join(" ", c.words()).equals(words))
            .findFirst()
            .orElseThrow();
    Command.Status status = command.execute(List.of(arguments), lines::add);
    lines.add(status.name());
    return lines;
  }
}
