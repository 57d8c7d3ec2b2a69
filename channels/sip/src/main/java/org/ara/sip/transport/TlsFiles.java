package org.ara.sip.transport;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where what TLS needs is, in PEM files.
 *
 * @param certificate the chain that this server shows, its own certificate first
 * @param key its private key; often the same file
 * @param authorities whom to believe: a file, or a directory of files; empty for those that Java
 *     believes
 * @param verifyClients whether who connects must show a certificate of theirs
 * @param verifyServers whether those that this server connects to must
 */
public record TlsFiles(
    Path certificate,
    Path key,
    Optional<Path> authorities,
    boolean verifyClients,
    boolean verifyServers) {}
