package org.ara.server.console;

/**
 * What a console knows of the server behind it.
 *
 * @param host its machine
 * @param systemName {@code systemname} of {@code asterisk.conf}; may be empty
 * @param remote whether it is another process
 * @param colours whether {@code asterisk.conf} lets consoles have them
 * @param shell whether {@code asterisk.conf} lets consoles run {@code !commands}
 */
public record KnownServer(
    String host, String systemName, boolean remote, boolean colours, boolean shell) {}
