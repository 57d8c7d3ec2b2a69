package org.ara.manager.ami.command;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ara.manager.ami.ManagerServer;
import org.ara.manager.ami.account.Account;
import org.ara.manager.ami.account.Settings;
import org.ara.manager.ami.action.ActionTable;
import org.ara.manager.ami.session.Session;
import org.ara.module.Command;
import org.ara.module.Command.Output;
import org.ara.module.Command.Status;
import org.ara.module.reload.ModuleReload;
import org.ara.module.reload.OwnReload;
import org.ara.module.reload.ReloadResult;

/** All of them. */
public final class ManagerCommands {

  private final ManagerServer server;
  private final OwnReload reload;

  private ManagerCommands(ManagerServer server, OwnReload reload) {
    this.server = server;
    this.reload = reload;
  }

  /** The commands about a running interface. */
  public static List<Command> of(ManagerServer server, OwnReload reload) {
    ManagerCommands m = new ManagerCommands(server, reload);
    return List.of(
        words("users", "List configured manager users", "", (a, out) -> m.users(out)),
        words("user", "Display information on a manager user", " <user>", m::user, m::accountNames),
        words("commands", "List manager actions", "", (a, out) -> commands(out)),
        words(
            "command",
            "Show a manager action",
            " <action>",
            ManagerCommands::command,
            () -> ActionTable.all().stream().map(ActionTable.Entry::name)),
        words(
            "connected",
            "List connected manager sessions",
            "",
            (a, out) -> Connected.print(m.server.sessions().loggedIn(), out)),
        words("events", "List manager events and their classes", "", (a, out) -> events(out)),
        words(
            "eventq",
            "List how many events wait for each manager session",
            "",
            (a, out) -> m.queued(out)),
        words("settings", "Show manager settings", "", (a, out) -> m.settings(out)),
        new Words(
            List.of("manager", "reload"),
            "Reload manager configuration",
            "Usage: manager reload\n       Reads manager.conf again; open sessions stay.",
            (a, out) -> m.reload(out)));
  }

  private static Command words(
      String word,
      String summary,
      String arguments,
      BiFunction<List<String>, Output, Status> work) {
    return words(word, summary, arguments, work, Stream::empty);
  }

  private static Command words(
      String word,
      String summary,
      String arguments,
      BiFunction<List<String>, Output, Status> work,
      Supplier<Stream<String>> names) {
    return new Words(
        List.of("manager", "show", word),
        summary,
        "Usage: manager show " + word + arguments + "\n       " + summary + ".",
        work,
        names);
  }

  private Stream<String> accountNames() {
    return server.settings().all().stream().map(Account::name);
  }

  private Status users(Output out) {
    out.line("");
    out.line("username");
    out.line("--------");
    server.settings().all().forEach(account -> out.line(account.name()));
    out.line("-------------------");
    out.line(server.settings().all().size() + " manager users configured.");
    return Status.SUCCESS;
  }

  private Status user(List<String> arguments, Output out) {
    if (arguments.size() != 1) {
      return Status.USAGE;
    }
    var found = server.settings().account(arguments.getFirst());
    if (found.isEmpty()) {
      out.line("There is no manager user called " + arguments.getFirst());
      return Status.FAILURE;
    }
    Account account = found.get();
    out.line("");
    labelled(out, 18, "username", account.name());
    labelled(out, 18, "secret", account.secret().isEmpty() ? "<Not Set>" : "<Set>");
    labelled(out, 18, "ACL", account.isLimited() ? "yes" : "no");
    labelled(out, 18, "read perm", account.read().toString());
    labelled(out, 18, "write perm", account.write().toString());
    labelled(out, 18, "displayconnects", yesNo(account.displayConnects()));
    labelled(out, 18, "allowmultiplelogin", yesNo(account.allowMultiple()));
    labelled(out, 18, "Variables", "");
    account.variables().forEach(variable -> out.line("                    " + variable));
    account.filters().forEach(filter -> labelled(out, 18, "Event filter", filter.text()));
    return Status.SUCCESS;
  }

  private static Status commands(Output out) {
    out.line(String.format(Locale.ROOT, "  %-20s  %-20s  %s", "Action", "Classes", "Synopsis"));
    out.line(String.format(Locale.ROOT, "  %-20s  %-20s  %s", "------", "-------", "--------"));
    for (ActionTable.Entry entry : ActionTable.all()) {
      out.line(
          String.format(
              Locale.ROOT, "  %-20s  %-20s  %s", entry.name(), entry.classes(), entry.synopsis()));
    }
    return Status.SUCCESS;
  }

  private static Status command(List<String> arguments, Output out) {
    if (arguments.size() != 1) {
      return Status.USAGE;
    }
    var found = ActionTable.find(arguments.getFirst());
    if (found.isEmpty()) {
      out.line("No manager action named " + arguments.getFirst());
      return Status.FAILURE;
    }
    ActionTable.Entry entry = found.get();
    out.line("Action: " + entry.name());
    out.line("Synopsis: " + entry.synopsis());
    out.line("Privilege: " + entry.classes());
    out.line("Headers: " + (entry.syntax().isEmpty() ? "none" : entry.syntax()));
    return Status.SUCCESS;
  }

  private static Status events(Output out) {
    out.line(String.format(Locale.ROOT, "  %-24s  %s", "Event", "Classes"));
    org.ara.manager.ami.event.EventTable.all()
        .forEach(
            entry ->
                out.line(String.format(Locale.ROOT, "  %-24s  %s", entry.name(), entry.classes())));
    return Status.SUCCESS;
  }

  private Status settings(Output out) {
    Settings s = server.settings();
    out.line("");
    out.line("Global Settings:");
    out.line("----------------");
    setting(out, "Manager (AMI)", capital(s.listen().isPresent()));
    setting(out, "TCP Bindaddress", place(server.address()));
    setting(out, "TLS Enable", capital(s.tls().isPresent()));
    setting(out, "TLS Bindaddress", place(server.tlsAddress()));
    setting(out, "TLS Certfile", s.tls().map(t -> t.certificate().toString()).orElse(""));
    setting(out, "TLS Privatekey", s.tls().map(t -> t.key().toString()).orElse(""));
    setting(out, "Allow multiple login", capital(s.defaults().allowMultiple()));
    setting(out, "Display connects", capital(s.defaults().displayConnects()));
    setting(out, "Timestamp events", capital(s.events().timestamps()));
    setting(out, "Channel vars", String.join(",", s.events().channelVariables()));
    setting(out, "Disabled events", String.join(",", s.events().disabled()));
    setting(out, "Authtimeout", s.limits().authTimeout().toSeconds() + " s");
    setting(out, "Authlimit", Integer.toString(s.limits().unauthenticated()));
    setting(out, "Addresslimit", Integer.toString(s.limits().perAddress()));
    setting(out, "Writetimeout", s.defaults().writeTimeout().toMillis() + " ms");
    return Status.SUCCESS;
  }

  private Status reload(Output out) {
    ModuleReload done = reload.run();
    if (done.result() == ReloadResult.RELOADED) {
      return Status.SUCCESS;
    }
    out.line(done.reason().orElseGet(() -> done.result().message(done.module())));
    return done.result().isGood() ? Status.SUCCESS : Status.FAILURE;
  }

  private static void labelled(Output out, int width, String label, String value) {
    out.line(" ".repeat(Math.max(0, width - label.length())) + label + ": " + value);
  }

  private static void setting(Output out, String label, String value) {
    out.line(String.format(Locale.ROOT, "  %-25s  %s", label + ":", value).stripTrailing());
  }

  private static String place(Optional<InetSocketAddress> address) {
    return address.map(a -> a.getAddress().getHostAddress() + ":" + a.getPort()).orElse("Disabled");
  }

  private static String capital(boolean value) {
    return value ? "Yes" : "No";
  }

  private Status queued(Output out) {
    out.line(
        String.format(
            Locale.ROOT, "  %-15.15s  %-39.39s  %s", "Username", "IP Address", "Waiting"));
    for (Session session : server.sessions().loggedIn()) {
      out.line(
          String.format(
              Locale.ROOT,
              "  %-15.15s  %-39.39s  %d",
              session.account().map(Account::name).orElse(""),
              session.client().remote().getAddress().getHostAddress(),
              session.waitingEvents()));
    }
    return Status.SUCCESS;
  }

  private static String yesNo(boolean value) {
    return value ? "yes" : "no";
  }
}
