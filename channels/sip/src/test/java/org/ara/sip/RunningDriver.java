package org.ara.sip;

import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ara.config.Category;
import org.ara.config.ConfigSource;
import org.ara.config.Configuration;
import org.ara.config.LoadResult;
import org.ara.config.Origin;
import org.ara.config.Problem;
import org.ara.config.Variable;
import org.ara.module.Command;
import org.ara.module.Directories;
import org.ara.module.InternalDatabase;
import org.ara.module.ModuleContext;
import org.ara.module.ModuleException;
import org.ara.module.manager.ManagerBoard;
import org.ara.pbx.Pbx;
import org.ara.pbx.access.AccessModule;
import org.ara.pbx.dialplan.DialplanModule;
import org.ara.pbx.mailbox.Mailboxes;
import org.ara.realtime.Realtime;
import org.ara.sip.transport.Protocol;

/** The module loaded for a test, on a free port of 127.0.0.1, with a sip.conf written as text. */
final class RunningDriver implements ModuleContext, AutoCloseable {

  final TableOfPeers table = new TableOfPeers();
  final DatabaseInMemory database = new DatabaseInMemory();
  final ManagerBoard board = new ManagerBoard();
  final Mailboxes mailboxes = new Mailboxes();
  final CompositeMeterRegistry meters = new CompositeMeterRegistry();
  final TestExchange exchange = new TestExchange();
  final List<Command> commands = new ArrayList<>();
  final List<Problem> problems = new ArrayList<>();
  private final Map<String, String> files = new HashMap<>();
  private final Map<Class<?>, Object> published = new HashMap<>();
  private SipModule module = new SipModule();

  /** Of the next start. */
  String systemName = "";

  RunningDriver(String general, String peers) throws ModuleException {
    write(general, peers);
    files.put("extensions.conf", "[default]\nexten=100,hint,SIP/bob\n");
    new DialplanModule().load(this);
    files.put("rtp.conf", "[general]\nrtpstart=30000\nrtpend=39999\n");
    files.put("acl.conf", "[nobody]\ndeny=0.0.0.0/0\n[home]\npermit=127.0.0.1\n");
    published.put(InternalDatabase.class, database);
    published.put(ManagerBoard.class, board);
    published.put(Mailboxes.class, mailboxes);
    published.put(CompositeMeterRegistry.class, meters);
    new AccessModule().load(this);
    module.load(this);
  }

  void write(String general, String peers) {
    files.put(
        "sip.conf", "[general]\nudpbindaddr=127.0.0.1\nbindport=0\n" + general + "\n" + peers);
  }

  void file(String name, String text) {
    files.put(name, text);
  }

  void reload() throws ModuleException {
    module.reload();
  }

  void restart() throws ModuleException {
    module.unload();
    commands.clear();
    module = new SipModule();
    module.load(this);
  }

  int port() {
    return module.port();
  }

  int port(Protocol protocol) {
    return module.port(protocol);
  }

  String console(String line) {
    List<String> words = List.of(line.split(" "));
    Command command =
        commands.stream()
            .filter(c -> words.size() >= c.words().size())
            .filter(c -> words.subList(0, c.words().size()).equals(c.words()))
            .findFirst()
            .orElseThrow();
    StringBuilder out = new StringBuilder();
    Command.Status status =
        command.execute(
            words.subList(command.words().size(), words.size()),
            text -> out.append(text).append('\n'));
    return status == Command.Status.SUCCESS ? out.toString() : status + "\n" + out;
  }

  private static Configuration parse(String name, String text) {
    List<Category> categories = new ArrayList<>();
    String section = "";
    List<Variable> variables = new ArrayList<>();
    int line = 0;
    for (String written : (text + "\n[end]").split("\n")) {
      line++;
      if (written.startsWith("[")) {
        if (!section.isEmpty()) {
          categories.add(new Category(section, false, variables, new Origin(name, line)));
        }
        section = written.substring(1, written.indexOf(']'));
        variables = new ArrayList<>();
      } else if (written.contains("=")) {
        int equals = written.indexOf('=');
        variables.add(
            new Variable(
                written.substring(0, equals),
                written.substring(equals + 1),
                new Origin(name, line)));
      }
    }
    return new Configuration(name, categories);
  }

  @Override
  public ConfigSource config() {
    return name ->
        Optional.ofNullable(files.get(name))
            .<LoadResult>map(text -> new LoadResult.Loaded(parse(name, text), List.of()))
            .orElseGet(() -> new LoadResult.Missing(name, List.of()));
  }

  @Override
  public void undo(Runnable action) {
    throw new UnsupportedOperationException("this module takes back what it offered itself");
  }

  @Override
  public Directories directories() {
    Path here = Path.of("/");
    return new Directories(here, here, here, here, here, here, here);
  }

  @Override
  public String systemName() {
    return systemName;
  }

  @Override
  public <T> T require(Class<T> type) throws ModuleException {
    if (type == Pbx.class) {
      return type.cast(exchange.pbx());
    }
    if (type == Realtime.class) {
      return type.cast(table);
    }
    Object found = published.get(type);
    if (found != null) {
      return type.cast(found);
    }
    throw new ModuleException("nobody published " + type.getName());
  }

  @Override
  public <T> void publish(Class<T> type, T service) {
    published.put(type, service);
  }

  @Override
  public void register(Command command) {
    commands.add(command);
  }

  @Override
  public void report(Iterable<Problem> found) {
    found.forEach(problems::add);
  }

  @Override
  public void close() {
    module.unload();
  }
}
