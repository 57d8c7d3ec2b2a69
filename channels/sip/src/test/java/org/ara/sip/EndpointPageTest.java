package org.ara.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.ara.sip.peer.EndpointColumns;
import org.junit.jupiter.api.Test;

class EndpointPageTest {

  @Test
  void thePageListsTheColumnsThatHaveAnEffect() throws IOException {
    String page = Files.readString(Path.of("../../docs/pjsip.md"));

    String table =
        EndpointColumns.documented().stream()
            .map(column -> "| `" + column.name() + "` | " + column.meaning() + " |\n")
            .collect(Collectors.joining("", "| column | meaning |\n|---|---|\n", ""));

    assertThat(page).contains(table);
  }
}
