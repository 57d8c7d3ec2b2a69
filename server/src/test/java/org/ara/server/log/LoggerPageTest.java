package org.ara.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ara.config.option.ReferencePage;
import org.junit.jupiter.api.Test;

class LoggerPageTest {

  @Test
  void thePageListsTheOptionsAsTheyAre() throws IOException {
    assertThat(Files.readString(Path.of("../docs/logging.md")))
        .contains(ReferencePage.markdown(LoggerOptions.TABLE));
  }
}
