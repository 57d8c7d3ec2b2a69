package org.ara.server.loader;

import org.ara.config.file.FileConfigSource;
import org.ara.manager.CommandRegistry;
import org.ara.module.CoreOptions;
import org.ara.module.Directories;

/**
 * What the server gives to every module it loads.
 *
 * @param config the directory of configuration files; modules that load after the databases see
 *     what is mapped to a table there instead
 * @param directories where things are on disk
 * @param systemName {@code systemname} of {@code asterisk.conf}, may be empty
 * @param options what {@code asterisk.conf} says to all
 * @param commands where commands are registered
 */
public record Surroundings(
    FileConfigSource config,
    Directories directories,
    String systemName,
    CoreOptions options,
    CommandRegistry commands) {}
