package org.ara.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ara.config.Problem;
import org.ara.module.CoreOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {

  @TempDir Path home;

  private Settings read(String directory, String text) throws IOException, SettingsException {
    Path file = Files.createDirectories(home.resolve(directory)).resolve("asterisk.conf");
    Files.writeString(file, text);
    return SettingsReader.read(file);
  }

  @Test
  void anEmptyFileMeansDirectoriesBesideEtc() throws Exception {
    Settings settings = read("etc", "");
    assertThat(settings.directories().etc()).isEqualTo(home.resolve("etc"));
    assertThat(settings.directories().run()).isEqualTo(home.resolve("run"));
    assertThat(settings.directories().varLib()).isEqualTo(home.resolve("lib"));
    assertThat(settings.directories().modules()).isEqualTo(home.resolve("lib/modules"));
    assertThat(settings.controlSocket()).isEqualTo(home.resolve("run/asterisk.ctl"));
    assertThat(settings.systemName()).isEmpty();
    assertThat(settings.problems()).isEmpty();
  }

  @Test
  void outsideOfADirectoryNamedEtcTheyLieBelow() throws Exception {
    assertThat(read("mine", "").directories().log()).isEqualTo(home.resolve("mine/log"));
  }

  @Test
  void directoriesMayBeAbsoluteOrRelativeToTheFile() throws Exception {
    Settings settings =
        read(
            "etc",
            """
            [directories]
            astrundir => ../here/run
            astlogdir => /somewhere/log
            [files]
            astctl = ara.ctl
            [options]
            systemname = ara1
            debug = 2
            """);
    assertThat(settings.controlSocket()).isEqualTo(home.resolve("here/run/ara.ctl"));
    assertThat(settings.directories().log()).isEqualTo(Path.of("/somewhere/log"));
    assertThat(settings.systemName()).isEqualTo("ara1");
    assertThat(settings.debug()).isEqualTo(2);
  }

  @Test
  void limitsLanguageAndTheInternalDatabasesDirectoryAreTold() throws Exception {
    Settings settings =
        read(
            "etc",
            """
            [directories]
            astdbdir => ../db
            [options]
            maxcalls = 200
            maxload = 3.5
            defaultlanguage = de
            autosystemname = yes
            nocolor = yes
            disable_remote_console_shell = yes
            """);
    assertThat(settings.directories().database()).isEqualTo(home.resolve("db"));
    assertThat(settings.core()).isEqualTo(new CoreOptions(200, 3.5, "de"));
    assertThat(settings.systemName()).isEqualTo(HostName.get());
    assertThat(settings.color()).isFalse();
    assertThat(settings.remoteShell()).isFalse();
    assertThat(settings.problems()).isEmpty();
  }

  @Test
  void aTemplateOfDirectoriesIsIgnoredLikeTheShippedOne() throws Exception {
    Settings settings = read("etc", "[directories](!)\nastrundir => /nowhere\n");
    assertThat(settings.directories().run()).isEqualTo(home.resolve("run"));
  }

  @Test
  void whatIsUnknownOrWrongIsNamedByItsLineAndDoesNoHarm() throws Exception {
    Settings settings =
        read(
            "etc",
            """
            [options]
            verbos = 3
            debug = lots
            runuser = ara
            [optoins]
            """);
    assertThat(settings.problems())
        .extracting(Problem::toString)
        .satisfiesExactly(
            unknown ->
                assertThat(unknown)
                    .startsWith("asterisk.conf:2: ")
                    .contains("verbos")
                    .contains("did you mean 'verbose'?"),
            wrong -> assertThat(wrong).startsWith("asterisk.conf:3: ").contains("lots"),
            unsupported -> assertThat(unsupported).startsWith("asterisk.conf:4: "),
            section -> assertThat(section).startsWith("asterisk.conf:5: [optoins]"));
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Path file = home.resolve("nosuch.conf");
    assertThatThrownBy(() -> SettingsReader.read(file))
        .isInstanceOf(SettingsException.class)
        .hasMessage("There is no " + file);
  }
}
