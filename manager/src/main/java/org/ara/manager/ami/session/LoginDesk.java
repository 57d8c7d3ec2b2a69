package org.ara.manager.ami.session;

import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ara.manager.ami.account.Account;
import org.ara.module.VisibleText;
import org.ara.module.manager.Header;
import org.ara.module.manager.Permissions;
import org.ara.module.manager.Reply;
import org.ara.module.manager.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets clients log in, by password or by proof of it; whoever fails waits, then has to go. */
final class LoginDesk {

  private static final Logger LOG = LoggerFactory.getLogger(LoginDesk.class);
  private static final Duration PENALTY = Duration.ofSeconds(1);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Session session;
  private final Surroundings surroundings;
  private final Sessions sessions;
  private final String challenge = Integer.toString(RANDOM.nextInt(1, Integer.MAX_VALUE));
  private boolean challenged;

  LoginDesk(Session session, Surroundings surroundings, Sessions sessions) {
    this.session = session;
    this.surroundings = surroundings;
    this.sessions = sessions;
  }

  /**
   * What comes of it.
   *
   * @param reply what the client is told
   * @param stays whether the connection does
   * @param accepted whether the client has just logged in
   */
  record Result(Reply reply, boolean stays, boolean accepted) {

    static Result staying(Reply reply) {
      return new Result(reply, true, false);
    }

    static Result leaving(String why) {
      return new Result(Reply.error(why), false, false);
    }
  }

  Result challenge(Request request) throws InterruptedException {
    if (!request.text("AuthType").equalsIgnoreCase("MD5")) {
      return Result.staying(Reply.error("Must specify AuthType"));
    }
    Optional<String> user = request.filled("Username");
    if (user.isPresent() && session.login().isEmpty() && isTaken(user.get())) {
      return taken(user.get());
    }
    challenged = true;
    tell(SecurityEvents.Kind.CHALLENGE_SENT, user.orElse(""), new Header("Challenge", challenge));
    return Result.staying(Reply.success("", List.of(new Header("Challenge", challenge))));
  }

  Result login(Request request) throws InterruptedException {
    if (session.login().isPresent()) {
      return Result.staying(Reply.success("Already authenticated"));
    }
    String name = request.text("Username");
    Login.Verdict verdict =
        Login.judge(
            request,
            challenged ? challenge : "",
            surroundings.accounts().find(name),
            this::mayComeFromHere);
    return switch (verdict) {
      case Login.Verdict.Accepted(Account account) -> accept(account, request);
      case Login.Verdict.Refused(SecurityEvents.Kind kind, String why) -> refuse(name, kind, why);
    };
  }

  private boolean mayComeFromHere(Account account) {
    InetAddress here = session.client().remote().getAddress();
    return account.access().permits(here) && surroundings.lists().permits(account.lists(), here);
  }

  private Result accept(Account account, Request request) throws InterruptedException {
    synchronized (sessions) {
      if (account.allowMultiple() || !sessions.has(account.name())) {
        Permissions mask =
            request.find("Events").flatMap(Permissions::mask).orElse(Permissions.ALL);
        session.loggedIn(new Login(account, mask));
      }
    }
    if (session.login().isEmpty()) {
      return taken(account.name());
    }
    boolean plain = !request.text("AuthType").equalsIgnoreCase("MD5");
    tell(
        SecurityEvents.Kind.SUCCESSFUL,
        account.name(),
        new Header("UsingPassword", plain ? "0" : "1"));
    return new Result(Reply.success("Authentication accepted"), true, true);
  }

  private Result refuse(String name, SecurityEvents.Kind kind, String why)
      throws InterruptedException {
    LOG.warn(
        "{} failed to authenticate as '{}': {}",
        session.client().remote().getAddress().getHostAddress(),
        VisibleText.line(name),
        why);
    tell(kind, name);
    Thread.sleep(PENALTY);
    return Result.leaving("Authentication failed");
  }

  private boolean isTaken(String name) {
    return sessions.has(name)
        && surroundings.accounts().find(name).filter(a -> !a.allowMultiple()).isPresent();
  }

  private Result taken(String name) throws InterruptedException {
    tell(SecurityEvents.Kind.SESSION_LIMIT, name);
    Thread.sleep(PENALTY);
    return Result.leaving("Login Already In Use");
  }

  private void tell(SecurityEvents.Kind kind, String account, Header... more) {
    SecurityEvents.tell(
        surroundings.board(), kind, account, session.number(), session.client(), more);
  }
}
