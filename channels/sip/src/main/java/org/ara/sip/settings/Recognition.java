package org.ara.sip.settings;

/**
 * How it is found out who sends a request, and who is told when that fails.
 *
 * @param byProof whether the user name of a password counts more than that of From ({@code
 *     match_auth_username})
 * @param ofQuestions whether OPTIONS must prove who it comes from ({@code auth_options_requests})
 * @param told whether clients of the manager interface are told of refused registrations ({@code
 *     authfailureevents})
 * @param shrunk whether numbers of callers lose what is only there to be read ({@code
 *     shrinkcallerid})
 * @param exclusive whether nobody may register at the address of a section ({@code
 *     dynamic_exclude_static})
 * @param domains what this server is responsible for
 */
public record Recognition(
    boolean byProof,
    boolean ofQuestions,
    boolean told,
    boolean shrunk,
    boolean exclusive,
    Domains domains) {}
