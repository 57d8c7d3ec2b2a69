package org.ara.manager.ami.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.ara.config.Category;
import org.ara.config.ConfigSource;
import org.ara.config.LoadResult;
import org.ara.config.Variable;
import org.ara.config.syntax.ConfigDocument;
import org.ara.manager.ami.guard.ClientPattern;
import org.ara.manager.ami.guard.Secrets;
import org.ara.manager.ami.guard.SystemReach;
import org.ara.module.Modules;
import org.ara.module.manager.Header;
import org.ara.module.manager.ManagerAction;
import org.ara.module.manager.Reply;
import org.ara.module.manager.Request;

/**
 * {@code GetConfig}, {@code GetConfigJSON}, {@code ListCategories}, {@code CreateConfig} and {@code
 * UpdateConfig}. Reading goes through the configuration sources, so that a file mapped to a table
 * is read from there; writing always writes the file.
 */
public final class FileActions {

  private final ConfigFiles files;
  private final ConfigSource source;
  private final Modules modules;

  /** Actions on these files. */
  public FileActions(ConfigFiles files, ConfigSource source, Modules modules) {
    this.files = files;
    this.source = source;
    this.modules = modules;
  }

  /** An action that may be refused. */
  private interface Work {
    Reply on(Request request, String name) throws FileException;
  }

  /** All of them. */
  public List<ManagerAction> all() {
    return List.of(
        action("GetConfig", "Filename", this::get),
        action("GetConfigJSON", "Filename", this::json),
        action("ListCategories", "Filename", this::categories),
        action("CreateConfig", "Filename", this::create),
        action("UpdateConfig", "SrcFilename", this::update));
  }

  private static ManagerAction action(String name, String header, Work work) {
    return ManagerAction.of(
        name,
        request -> {
          try {
            refusePrivileged(request, request.text(header));
            return work.on(request, request.text(header));
          } catch (FileException e) {
            return Reply.error(String.valueOf(e.getMessage()));
          }
        });
  }

  private static void refusePrivileged(Request request, String file) throws FileException {
    if (ConfigFiles.isPrivileged(file) && !request.client().reachesSystem()) {
      throw new FileException("File requires escalated privileges");
    }
  }

  private List<Category> read(Request request, String name) throws FileException {
    files.resolve(name);
    List<Category> categories =
        switch (source.load(name)) {
          case LoadResult.Loaded loaded -> loaded.configuration().categories();
          case LoadResult.Missing _ -> throw new FileException("Config file not found");
          case LoadResult.Invalid _ -> throw new FileException("Config file has invalid format");
        };
    Optional<String> only = request.filled("Category");
    Predicate<Category> filter = filter(request);
    return categories.stream()
        .filter(c -> only.isEmpty() || c.name().equalsIgnoreCase(only.get()))
        .filter(filter)
        .map(c -> request.client().reachesSystem() ? c : withoutSecrets(name, c))
        .toList();
  }

  private static Category withoutSecrets(String file, Category category) {
    List<Variable> lines =
        category.variables().stream()
            .map(
                line ->
                    new Variable(
                        line.name(),
                        Secrets.shown(file, category.name(), line.name(), line.value()),
                        line.origin()))
            .toList();
    return new Category(category.name(), category.template(), lines, category.origin());
  }

  /** {@code name=regex,...}: all of them must match some value. */
  private static Predicate<Category> filter(Request request) throws FileException {
    Predicate<Category> all = category -> true;
    for (String term : request.text("Filter").split(",", -1)) {
      int equals = term.indexOf('=');
      if (equals > 0) {
        ClientPattern pattern = pattern(term.substring(equals + 1));
        String name = term.substring(0, equals).strip();
        if (Secrets.isSecret(name) && !request.client().reachesSystem()) {
          throw new FileException("File requires escalated privileges");
        }
        all = all.and(c -> c.all(name).stream().anyMatch(pattern::find));
      }
    }
    return all;
  }

  private static ClientPattern pattern(String text) throws FileException {
    try {
      return ClientPattern.of(text);
    } catch (IllegalArgumentException e) {
      throw new FileException(String.valueOf(e.getMessage()));
    }
  }

  private Reply get(Request request, String name) throws FileException {
    List<Category> categories = read(request, name);
    if (categories.isEmpty()) {
      return Reply.error("No categories found");
    }
    List<Header> headers = new ArrayList<>();
    for (int c = 0; c < categories.size(); c++) {
      Category category = categories.get(c);
      headers.add(new Header(number("Category-", c), category.name()));
      if (category.template()) {
        headers.add(new Header(number("IsTemplate-", c), "1"));
      }
      List<Variable> variables = category.variables();
      for (int v = 0; v < variables.size(); v++) {
        Variable line = variables.get(v);
        headers.add(
            new Header(number("Line-", c) + number("-", v), line.name() + "=" + line.value()));
      }
    }
    return Reply.success("", headers);
  }

  private static String number(String prefix, int number) {
    return String.format(Locale.ROOT, "%s%06d", prefix, number);
  }

  private Reply json(Request request, String name) throws FileException {
    return Reply.success("", List.of(new Header("JSON", JsonText.of(read(request, name)))));
  }

  private Reply categories(Request request, String name) throws FileException {
    ClientPattern match = pattern(request.text("Match"));
    List<Header> headers = new ArrayList<>();
    for (Category category : read(request, name)) {
      if (match.find(category.name())) {
        headers.add(new Header(number("Category-", headers.size()), category.name()));
      }
    }
    return headers.isEmpty()
        ? Reply.success("", List.of(new Header("Error", "no categories found")))
        : Reply.success("", headers);
  }

  private Reply create(Request request, String name) throws FileException {
    files.create(name);
    return Reply.success("New configuration file created successfully");
  }

  private Reply update(Request request, String from) throws FileException {
    String to = request.text("DstFilename");
    refusePrivileged(request, to);
    files.resolve(to);
    ConfigDocument document = files.read(from);
    boolean more = true;
    for (int n = 0; more; n++) {
      String number = number("", n);
      more = request.filled("Action-" + number).isPresent();
      if (more) {
        refuseReach(request, number);
        document = Edit.of(request, number).apply(document);
      }
    }
    files.write(to, document);
    request.filled("Reload").ifPresent(this::reload);
    return Reply.success("");
  }

  /** A dialplan that reaches the system is for those who may. */
  private static void refuseReach(Request request, String number) throws FileException {
    boolean reaches =
        SystemReach.ofDialplan(request.text("Value-" + number))
            || SystemReach.ofDialplan(request.text("Var-" + number))
            || request.text("Var-" + number).stripLeading().startsWith("#");
    if (reaches && !request.client().reachesSystem()) {
      throw new FileException("File requires escalated privileges");
    }
  }

  private void reload(String what) {
    switch (what.toLowerCase(Locale.ROOT)) {
      case "yes", "true", "y", "t", "1", "on" -> modules.reload(List.of());
      case "no", "false", "n", "f", "0", "off" -> {}
      default -> modules.reload(List.of(what));
    }
  }
}
