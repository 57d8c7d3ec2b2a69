package org.ara.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.ara.server.ServerOptions.Mode;
import org.junit.jupiter.api.Test;

class ServerOptionsTest {

  @Test
  void whatIsShownMayBeWrittenWithTheModeOrApart() throws Exception {
    ServerOptions together = ServerOptions.parse(List.of("-cvvvT"));
    assertThat(together.mode()).isEqualTo(Mode.CONSOLE);
    assertThat(together.view().verbose()).isEqualTo(3);
    assertThat(together.view().timestamps()).isTrue();

    ServerOptions apart = ServerOptions.parse(List.of("-f", "-v", "-dd"));
    assertThat(apart.mode()).isEqualTo(Mode.FOREGROUND);
    assertThat(apart.view().verbose()).isEqualTo(1);
    assertThat(apart.view().debug()).isEqualTo(2);
  }

  @Test
  void aRestartedServerIsGivenTheSameOptions() throws Exception {
    ServerOptions options = ServerOptions.parse(List.of("--home", "/srv/ara", "-fvvd"));
    ServerOptions again = ServerOptions.parse(options.forRestart());
    assertThat(again.mode()).isEqualTo(options.mode());
    assertThat(again.view()).isEqualTo(options.view());
    assertThat(again.home()).isEqualTo(options.home());
  }

  @Test
  void anUnknownLetterIsRefused() {
    for (String argument : List.of("-cx", "-fvx", "-", "-R", "v")) {
      assertThatThrownBy(() -> ServerOptions.parse(List.of(argument)))
          .isInstanceOf(StartException.class)
          .hasMessageContaining("unknown option '" + argument + "'");
    }
  }
}
