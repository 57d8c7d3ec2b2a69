package org.ara.sip.provider;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A registration at a provider, for lists.
 *
 * @param host of the provider
 * @param port of the provider
 * @param user who is registered
 * @param domain of the user
 * @param domainPort of the domain
 * @param refresh seconds from one REGISTER to the next; while there is none, those to ask for
 * @param state how far it has come
 * @param since when the provider took it last; null if never
 */
public record RegistrationView(
    String host,
    int port,
    String user,
    String domain,
    int domainPort,
    int refresh,
    RegistryState state,
    @Nullable Instant since) {}
