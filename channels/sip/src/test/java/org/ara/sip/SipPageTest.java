package org.ara.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ara.config.option.ReferencePage;
import org.ara.sip.peer.PeerOptions;
import org.ara.sip.settings.GeneralOptions;
import org.ara.sip.settings.RtpSettings;
import org.junit.jupiter.api.Test;

class SipPageTest {

  @Test
  void thePageListsTheOptionsAsTheyAre() throws IOException {
    String page = Files.readString(Path.of("../../docs/sip.md"));

    assertThat(page)
        .contains(ReferencePage.markdown(GeneralOptions.own()))
        .contains(ReferencePage.markdown(PeerOptions.TABLE))
        .contains(ReferencePage.markdown(RtpSettings.TABLE));
  }
}
