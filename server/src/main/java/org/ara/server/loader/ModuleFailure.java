package org.ara.server.loader;

/**
 * A module that was to start and did not.
 *
 * @param module its name, without {@code .so}
 * @param reason one sentence, naming the place and what to do
 * @param required whether the server must not run without it
 */
public record ModuleFailure(String module, String reason, boolean required) {}
