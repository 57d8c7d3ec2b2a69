package org.ara.manager.ami.command;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.ara.manager.ami.account.Account;
import org.ara.manager.ami.session.Session;
import org.ara.module.Command.Output;
import org.ara.module.Command.Status;

/** The table of {@code manager show connected}. */
final class Connected {

  private static final String LAYOUT =
      "  %-15.15s  %-55.55s  %-10.10s  %-10.10s  %-8.8s  %-8.8s  %-10.10s  %-10.10s";

  private Connected() {}

  static Status print(List<Session> sessions, Output out) {
    out.line(
        String.format(
                Locale.ROOT,
                LAYOUT,
                "Username",
                "IP Address",
                "Start",
                "Elapsed",
                "FileDes",
                "HttpCnt",
                "ReadPerms",
                "WritePerms")
            .stripTrailing());
    Instant now = Instant.now();
    sessions.forEach(session -> session.account().ifPresent(a -> out.line(row(session, a, now))));
    out.line(sessions.size() + " users connected.");
    return Status.SUCCESS;
  }

  private static String row(Session session, Account account, Instant now) {
    return String.format(
            Locale.ROOT,
            LAYOUT,
            account.name(),
            session.client().remote().getAddress().getHostAddress(),
            session.started().getEpochSecond(),
            Duration.between(session.started(), now).toSeconds(),
            session.number(),
            0,
            String.format(Locale.ROOT, "%05d", account.read().bits()),
            String.format(Locale.ROOT, "%05d", account.write().bits()))
        .stripTrailing();
  }
}
