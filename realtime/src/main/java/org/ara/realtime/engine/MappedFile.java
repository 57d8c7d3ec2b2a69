package org.ara.realtime.engine;

import java.util.Locale;
import java.util.Optional;
import org.ara.config.Origin;
import org.ara.config.Problem;
import org.ara.config.file.Elsewhere;
import org.ara.realtime.Lookup;
import org.ara.realtime.Mapping;
import org.ara.realtime.Outage;
import org.ara.realtime.files.StaticTable;
import org.ara.realtime.mapping.ExtConfig;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A configuration file that is in a table: by its own mapping, or by the one for all files. */
record MappedFile(Family family) {

  private static final Logger LOG = LoggerFactory.getLogger(MappedFile.class);
  private static final String CATCH_ALL = "global";

  /** Where a file is kept; empty if it is a file, or if no driver is there for it. */
  static Optional<MappedFile> of(String file, Routes routes) {
    if (ExtConfig.NEVER_MAPPED.contains(file.toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    return usable(file, routes.family(file))
        .or(() -> usable(file, routes.family(CATCH_ALL)))
        .map(MappedFile::new);
  }

  private static Optional<Family> usable(String file, @Nullable Family family) {
    if (family == null) {
      return Optional.empty();
    }
    if (family.routes().stream().allMatch(route -> route.storage() == null)) {
      Mapping mapping = family.routes().getFirst().mapping();
      LOG.warn(
          "{}: {} is mapped to driver '{}', which is not loaded; {}",
          mapping.origin(),
          file,
          mapping.driver(),
          "what is read instead is another mapping or the file");
      return Optional.empty();
    }
    return Optional.of(family);
  }

  Elsewhere.Kept read(String file, Reading reading) {
    Mapping mapping = family.routes().getFirst().mapping();
    Lookup<Elsewhere.Kept> read =
        reading.ask(family, table -> new StaticTable(table, mapping.table()).read(file));
    return switch (read) {
      case Lookup.Found<Elsewhere.Kept>(Elsewhere.Kept kept) -> kept;
      case Lookup.Absent<Elsewhere.Kept>() -> throw new IllegalStateException("never absent");
      case Lookup.Unavailable<Elsewhere.Kept>(Outage outage) ->
          new Elsewhere.Kept.Unreadable(
              Problem.error(
                  new Origin(mapping.table(), 0), file + " cannot be read: " + outage.message()));
    };
  }
}
