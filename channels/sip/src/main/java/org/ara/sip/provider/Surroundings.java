package org.ara.sip.provider;

import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.ara.sip.route.Router;
import org.ara.sip.settings.SipSettings;
import org.ara.sip.transaction.TransactionLayer;

/** What registrations at providers need of the driver. */
record Surroundings(
    TransactionLayer layer,
    Router router,
    Supplier<SipSettings> settings,
    ProviderLines lines,
    RegistryEvents events,
    InstantSource clock,
    RandomGenerator random) {}
