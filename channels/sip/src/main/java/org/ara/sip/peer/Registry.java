package org.ara.sip.peer;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.ara.module.InternalDatabase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The registrations that no row keeps: those of sections, and all of them with {@code rtupdate=no}.
 * They live in memory and, where there is an internal database, under {@code SIP/Registry} as
 * {@code address:port:end:user:contact}, from where a new run of the server takes them.
 */
final class Registry {

  private static final Logger LOG = LoggerFactory.getLogger(Registry.class);
  private static final String FAMILY = "SIP/Registry";
  private static final String PATHS = "SIP/RegistryPath";

  /** A smaller number is not a Unix time but the seconds that were granted, as others write it. */
  private static final long LEAST_TIME = 1_000_000_000;

  private final ConcurrentMap<String, Registration> registrations = new ConcurrentHashMap<>();
  private final @Nullable InternalDatabase database;

  /** The registrations that a database has and that have not ended. */
  Registry(@Nullable InternalDatabase database, InstantSource clock) {
    this.database = database;
    if (database != null) {
      try {
        read(database.tree("/" + FAMILY), paths(database), clock.instant());
      } catch (IOException e) {
        LOG.warn("Registrations of an earlier run cannot be read: {}", e.getMessage());
      }
    }
  }

  private static Map<String, String> paths(InternalDatabase database) throws IOException {
    Map<String, String> paths = new HashMap<>();
    database.tree("/" + PATHS).forEach((path, value) -> paths.put(name(path), value));
    return paths;
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private void read(Map<String, String> entries, Map<String, String> paths, Instant now) {
    entries.forEach(
        (path, value) -> {
          String name = name(path);
          parse(value, paths.getOrDefault(name, ""), now)
              .filter(registration -> !registration.expired(now))
              .ifPresent(registration -> registrations.put(name, registration));
        });
  }

  @Nullable Registration of(String name) {
    return registrations.get(name);
  }

  /** All of them, by peer. */
  Map<String, Registration> all() {
    return Map.copyOf(registrations);
  }

  /** Keeps one; returns when that is as durable as it gets. */
  void put(String name, Registration registration) {
    Registration before = registrations.put(name, registration);
    store(FAMILY, name, format(registration));
    String path = registration.path();
    if (!path.equals(before == null ? "" : before.path())) {
      store(PATHS, name, path.isEmpty() ? null : path);
    }
  }

  /** Forgets one; false if there was none. */
  boolean remove(String name) {
    boolean there = registrations.remove(name) != null;
    forget(name);
    return there;
  }

  /** Forgets one that ended at this time; false if it was renewed meanwhile or is gone. */
  boolean remove(String name, long end) {
    Registration known = registrations.get(name);
    if (known == null
        || known.expires().getEpochSecond() != end
        || !registrations.remove(name, known)) {
      return false;
    }
    forget(name);
    return true;
  }

  private void forget(String name) {
    store(FAMILY, name, null);
    store(PATHS, name, null);
  }

  private void store(String family, String name, @Nullable String value) {
    if (database == null) {
      return;
    }
    try {
      if (value == null) {
        database.delete(family, name);
      } else {
        database.put(family, name, value);
      }
    } catch (IOException e) {
      LOG.warn("The registration of '{}' will not outlive the server: {}", name, e.getMessage());
    }
  }

  private static String format(Registration r) {
    String address = r.address().indexOf(':') < 0 ? r.address() : "[" + r.address() + "]";
    return String.join(
        ":",
        address,
        Integer.toString(r.port()),
        Long.toString(r.expires().getEpochSecond()),
        r.user(),
        r.contact());
  }

  private static Optional<Registration> parse(String value, String path, Instant now) {
    int start = value.startsWith("[") ? Math.max(0, value.indexOf(']')) : 0;
    int colon = value.indexOf(':', start);
    String[] rest = colon < 0 ? new String[0] : value.substring(colon + 1).split(":", 4);
    if (rest.length < 4 || !rest[0].matches("[0-9]{1,5}") || !rest[1].matches("[0-9]{1,15}")) {
      return Optional.empty();
    }
    long end = Long.parseLong(rest[1]);
    return Addresses.literal(value.substring(0, colon))
        .map(
            address ->
                new Registration(
                    rest[3],
                    Addresses.text(address),
                    Integer.parseInt(rest[0]),
                    rest[2],
                    "",
                    end < LEAST_TIME ? now.plusSeconds(end) : Instant.ofEpochSecond(end),
                    path,
                    ""));
  }
}
