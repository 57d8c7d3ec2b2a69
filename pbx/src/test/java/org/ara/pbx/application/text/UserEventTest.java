package org.ara.pbx.application.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ara.module.manager.Header;
import org.ara.module.manager.ManagerBoard;
import org.ara.module.manager.ManagerEvent;
import org.ara.module.manager.Permission;
import org.ara.module.manager.Permissions;
import org.ara.pbx.testing.TestExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserEventTest {

  @TempDir Path directory;

  @Test
  void clientsOfTheManagerAreToldAndBadHeadersAreLeftOut() {
    TestExchange exchange =
        TestExchange.with(
            directory,
            "[phones]\nexten => 600,1,UserEvent(Order,Pizza: 2,nonsense,To: ${CALLERID(num)})\n");
    List<ManagerEvent> events = new CopyOnWriteArrayList<>();
    exchange
        .board()
        .watch(
            new ManagerBoard.Watcher() {
              @Override
              public boolean wants(Permissions classes) {
                return true;
              }

              @Override
              public void happened(ManagerEvent event) {
                events.add(event);
              }
            });

    exchange.run("600");

    assertThat(events)
        .filteredOn(event -> event.name().equals("UserEvent"))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.classes()).isEqualTo(Permissions.of(Permission.USER));
              assertThat(event.headers())
                  .contains(
                      new Header("UserEvent", "Order"),
                      new Header("Pizza", "2"),
                      new Header("To", "100"))
                  .hasSize(6);
            });
  }
}
