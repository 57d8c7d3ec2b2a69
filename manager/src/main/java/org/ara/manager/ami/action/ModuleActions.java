package org.ara.manager.ami.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.ara.module.ModuleState;
import org.ara.module.Modules;
import org.ara.module.manager.Header;
import org.ara.module.manager.ManagerAction;
import org.ara.module.manager.Reply;
import org.ara.module.manager.Request;
import org.ara.module.reload.ModuleReload;
import org.ara.module.reload.ReloadResult;

/** {@code Reload}, {@code ReloadPlan}, {@code ModuleLoad}, {@code ModuleCheck}. */
record ModuleActions(Modules modules) {

  List<ManagerAction> all() {
    return List.of(
        new Simple("Reload", this::reload),
        new Simple("ReloadPlan", this::plan),
        new Simple("ModuleLoad", this::load),
        new Simple("ModuleCheck", this::check));
  }

  private static List<String> names(Request request) {
    return request.filled("Module").map(List::of).orElse(List.of());
  }

  private Reply reload(Request request) {
    return reply(modules.reload(names(request)), "Module Reloaded", ModuleActions::words);
  }

  private static Reply reply(
      List<ModuleReload> results, String done, Function<ReloadResult, String> words) {
    for (ModuleReload result : results) {
      if (!result.result().isGood()) {
        List<Header> headers = new ArrayList<>(List.of(new Header("Module", result.module())));
        result.reason().ifPresent(why -> headers.add(new Header("Reason", why)));
        return new Reply.Failed(words.apply(result.result()), headers);
      }
    }
    return Reply.success(done);
  }

  private static String words(ReloadResult result) {
    return switch (result) {
      case RELOADED, QUEUED -> "Module Reloaded";
      case UNKNOWN -> "No such module";
      case REFUSED -> "An unknown error occurred";
      case BUSY -> "A reload is in progress";
      case NOT_RUNNING -> "Module not initialized";
      case UNSUPPORTED -> "Module does not support reload";
    };
  }

  /** The same as ModuleLoad says it. */
  private static String loadWords(ReloadResult result) {
    return switch (result) {
      case RELOADED, QUEUED -> "Module reloaded.";
      case UNKNOWN -> "No such module.";
      case REFUSED -> "An unknown error occurred";
      case BUSY -> "A reload is in progress";
      case NOT_RUNNING -> "Module not initialized";
      case UNSUPPORTED -> "Module does not support reload action.";
    };
  }

  private Reply plan(Request request) {
    List<Reply.Entry> entries = new ArrayList<>();
    for (ModuleReload plan : modules.plan(names(request))) {
      List<Header> headers = new ArrayList<>();
      headers.add(new Header("Module", plan.module()));
      headers.add(new Header("Result", plan.result().name().toLowerCase(Locale.ROOT)));
      plan.reason().ifPresent(why -> headers.add(new Header("Reason", why)));
      plan.differences().forEach(d -> headers.add(new Header("Difference", d.toString())));
      plan.problems().forEach(p -> headers.add(new Header("Problem", p.toString())));
      plan.notes().forEach(note -> headers.add(new Header("Note", note)));
      entries.add(new Reply.Entry("ReloadPlan", headers));
    }
    return new Reply.Listing("Plan will follow", entries, "ReloadPlanComplete", List.of());
  }

  private Reply load(Request request) {
    Optional<String> module = request.filled("Module");
    String type = request.text("LoadType").toLowerCase(Locale.ROOT);
    if (module.isEmpty()) {
      return type.equals("reload")
          ? reply(modules.reload(List.of()), "All modules reloaded", ModuleActions::loadWords)
          : Reply.error("Need module name");
    }
    String name = module.get();
    return switch (type) {
      case "load" -> answer(modules.load(name), "Module loaded.", "Could not load module.");
      case "unload" ->
          answer(
              modules.unload(name, Modules.Force.SOFT),
              "Module unloaded.",
              "Could not unload module.");
      case "refresh" ->
          answer(
              modules.refresh(name, request.isYes("Recursive")),
              "Module unloaded and loaded.",
              "Could not refresh module.");
      case "reload" ->
          reply(modules.reload(List.of(name)), "Module reloaded.", ModuleActions::loadWords);
      default -> Reply.error("Incomplete ModuleLoad action.");
    };
  }

  private static Reply answer(Modules.Answer answer, String done, String failed) {
    return answer.done()
        ? Reply.success(done)
        : new Reply.Failed(failed, List.of(new Header("Reason", answer.message())));
  }

  private Reply check(Request request) {
    String wanted = request.text("Module").toLowerCase(Locale.ROOT);
    String file = wanted.endsWith(".so") ? wanted : wanted + ".so";
    boolean running =
        modules.states().stream()
            .filter(ModuleState::running)
            .anyMatch(state -> state.file().equalsIgnoreCase(file));
    return running
        ? Reply.success("", List.of(new Header("Version", "")))
        : Reply.error("Module not loaded");
  }
}
