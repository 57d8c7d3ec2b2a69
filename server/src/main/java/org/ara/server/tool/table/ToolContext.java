package org.ara.server.tool.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ara.config.file.FileConfigSource;
import org.ara.module.Directories;
import org.ara.module.EmbeddedContext;
import org.ara.realtime.spi.Driver;
import org.ara.realtime.spi.DriverRegistry;
import org.ara.server.settings.Settings;

/** What driver modules are given by a tool: the installation's own files and directories. */
final class ToolContext extends EmbeddedContext implements DriverRegistry {

  private final Settings settings;
  private final List<Driver> drivers = new ArrayList<>();

  ToolContext(Settings settings) {
    super(settings.directories().etc());
    this.settings = settings;
    publish(DriverRegistry.class, this);
  }

  /** The driver of that name, case ignored. */
  Optional<Driver> driver(String name) {
    return drivers.stream().filter(driver -> driver.name().equalsIgnoreCase(name)).findFirst();
  }

  /** The names of the drivers that there are. */
  List<String> driverNames() {
    return drivers.stream().map(Driver::name).sorted().toList();
  }

  @Override
  public FileConfigSource config() {
    return new FileConfigSource(settings.directories().etc(), settings.execIncludes());
  }

  @Override
  public Directories directories() {
    return settings.directories();
  }

  @Override
  public String systemName() {
    return settings.systemName();
  }

  @Override
  public void register(Driver driver) {
    drivers.add(driver);
  }

  @Override
  public void unregister(Driver driver) {
    drivers.remove(driver);
  }
}
