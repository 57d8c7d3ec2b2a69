package org.ara.server.loader;

import org.ara.config.ConfigSource;
import org.ara.manager.CommandRegistry;
import org.ara.module.Directories;

/**
 * What the server gives to every module it loads.
 *
 * @param config answers configurations by name; files today, and the place where files that are
 *     mapped to a database come in
 * @param directories where things are on disk
 * @param systemName {@code systemname} of {@code asterisk.conf}, may be empty
 * @param commands where commands are registered
 */
public record Surroundings(
    ConfigSource config, Directories directories, String systemName, CommandRegistry commands) {}
