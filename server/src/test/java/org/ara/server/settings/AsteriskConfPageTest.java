package org.ara.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ara.config.option.ReferencePage;
import org.junit.jupiter.api.Test;

class AsteriskConfPageTest {

  @Test
  void thePageListsTheOptionsAsTheyAre() throws IOException {
    assertThat(Files.readString(Path.of("../docs/configuration-files.md")))
        .contains(ReferencePage.markdown(AsteriskConf.DIRECTORIES))
        .contains(ReferencePage.markdown(AsteriskConf.FILES))
        .contains(ReferencePage.markdown(AsteriskConf.OPTIONS));
  }
}
