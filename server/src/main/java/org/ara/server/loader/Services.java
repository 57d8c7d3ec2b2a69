package org.ara.server.loader;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.ara.module.ModuleException;

/** What modules offer to one another: at most one object of each type. */
public final class Services {

  private final Map<Class<?>, Object> services = new ConcurrentHashMap<>();

  <T> T require(Class<T> type) throws ModuleException {
    Object service = services.get(type);
    if (service == null) {
      throw new ModuleException(
          "no module that runs offers " + type.getName() + "; load the one that does");
    }
    return type.cast(service);
  }

  <T> Optional<T> offered(Class<T> type) {
    return Optional.ofNullable(services.get(type)).map(type::cast);
  }

  <T> void publish(Class<T> type, T service) throws ModuleException {
    if (services.putIfAbsent(type, service) != null) {
      throw new ModuleException(
          type.getName() + " is offered by another module already; noload one of the two");
    }
  }

  /** Offers something of the server's own, before there are modules. */
  <T> void offer(Class<T> type, T service) {
    services.put(type, service);
  }

  void withdraw(Class<?> type) {
    services.remove(type);
  }
}
