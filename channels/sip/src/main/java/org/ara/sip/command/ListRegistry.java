package org.ara.sip.command;

import java.time.Instant;
import java.util.List;
import org.ara.module.manager.Header;
import org.ara.module.manager.ManagerAction;
import org.ara.module.manager.Reply;
import org.ara.module.manager.Request;
import org.ara.sip.provider.ProviderRegistrations;
import org.ara.sip.provider.RegistrationView;

/** The action {@code SIPshowregistry}: where this server is registered. */
public record ListRegistry(ProviderRegistrations registrations) implements ManagerAction {

  @Override
  public String name() {
    return "SIPshowregistry";
  }

  @Override
  public Reply run(Request request) {
    return Reply.list(
        "Registrations will follow",
        "RegistryEntry",
        "RegistrationsComplete",
        registrations.views().stream().map(ListRegistry::entry).toList());
  }

  private static List<Header> entry(RegistrationView view) {
    Instant since = view.since();
    return List.of(
        new Header("Host", view.host()),
        Header.of("Port", view.port()),
        new Header("Username", view.user()),
        new Header("Domain", view.domain()),
        Header.of("DomainPort", view.domainPort()),
        Header.of("Refresh", view.refresh()),
        new Header("State", view.state().label()),
        Header.of("RegistrationTime", since == null ? 0 : since.getEpochSecond()));
  }
}
