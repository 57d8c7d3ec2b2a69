package org.ara.sip.provider;

import org.ara.sip.digest.DigestClient;

/**
 * A proof of a password that a provider accepted once, and may accept again.
 *
 * @param digest that made it
 * @param header that held it
 */
record Proof(DigestClient digest, String header) {}
