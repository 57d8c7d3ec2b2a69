package org.ara.module;

/**
 * A module as {@code module show} lists it.
 *
 * @param file the name with {@code .so}
 * @param description what it is
 * @param uses how many running modules need it and channels are in it
 * @param running whether it runs
 * @param support {@code core} for what comes with the server, {@code extended} for drop-in jars
 */
public record ModuleState(
    String file, String description, int uses, boolean running, String support) {}
