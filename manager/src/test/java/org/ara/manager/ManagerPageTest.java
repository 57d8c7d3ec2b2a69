package org.ara.manager;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ara.config.option.ReferencePage;
import org.ara.manager.ami.account.AccountOptions;
import org.ara.manager.ami.account.GeneralOptions;
import org.ara.manager.ami.action.ManagerPage;
import org.junit.jupiter.api.Test;

class ManagerPageTest {

  @Test
  void thePageListsOptionsActionsAndEventsAsTheyAre() throws IOException {
    assertThat(Files.readString(Path.of("../docs/manager.md")))
        .contains(ReferencePage.markdown(GeneralOptions.TABLE))
        .contains(ReferencePage.markdown(AccountOptions.TABLE))
        .contains(ManagerPage.actions())
        .contains(ManagerPage.events());
  }
}
