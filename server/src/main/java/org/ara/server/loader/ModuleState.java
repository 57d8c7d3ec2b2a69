package org.ara.server.loader;

/**
 * A line of {@code module show}.
 *
 * @param file the name with {@code .so}
 * @param description what it is
 * @param uses how many running modules need it
 * @param running whether it started
 */
public record ModuleState(String file, String description, int uses, boolean running) {}
