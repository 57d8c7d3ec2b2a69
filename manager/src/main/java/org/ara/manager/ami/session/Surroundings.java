package org.ara.manager.ami.session;

import java.util.concurrent.atomic.AtomicReference;
import org.ara.manager.ami.account.AccountBook;
import org.ara.manager.ami.account.Settings;
import org.ara.module.ServerFacts;
import org.ara.module.manager.ManagerBoard;
import org.ara.pbx.access.NamedAccess;

/**
 * What sessions work with.
 *
 * @param settings those in force
 * @param accounts who may log in
 * @param lists access lists by name
 * @param board actions and events
 * @param facts about the server
 */
public record Surroundings(
    AtomicReference<Settings> settings,
    AccountBook accounts,
    NamedAccess lists,
    ManagerBoard board,
    ServerFacts facts) {}
