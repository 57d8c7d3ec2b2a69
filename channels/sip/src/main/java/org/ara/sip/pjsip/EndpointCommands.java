package org.ara.sip.pjsip;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.ara.module.Command;
import org.ara.module.Command.Output;
import org.ara.module.Command.Status;
import org.ara.realtime.Lookup;
import org.ara.realtime.Row;
import org.ara.sip.answer.State;
import org.ara.sip.call.Uses;
import org.ara.sip.endpoint.Aor;
import org.ara.sip.endpoint.Catalogue;
import org.ara.sip.endpoint.Catalogues;
import org.ara.sip.endpoint.Endpoints.Place;
import org.ara.sip.qualify.Probes;

/** The commands that begin with {@code pjsip}. */
public final class EndpointCommands {

  private final Views views;

  private EndpointCommands(Views views) {
    this.views = views;
  }

  /** The commands of a running driver. */
  public static List<Command> of(Supplier<State> state, Uses uses, Probes probes) {
    EndpointCommands all = new EndpointCommands(new Views(state, uses, probes));
    List<Command> commands = new ArrayList<>();
    for (String verb : List.of("show", "list")) {
      commands.add(all.listing(verb, "endpoints", Catalogue::endpoints, all::endpoints));
      commands.add(all.listing(verb, "aors", Catalogue::aors, all::aors));
      commands.add(all.listing(verb, "auths", Catalogue::auths, all::auths));
      commands.add(all.listing(verb, "contacts", EndpointCommands::places, all::contacts));
      commands.add(all.listing(verb, "identifies", Catalogue::identifies, all::identifies));
    }
    commands.add(
        all.detail(
            "endpoint",
            Catalogues::endpoint,
            Catalogue::endpoints,
            Function.identity(),
            all::endpoints));
    commands.add(all.detail("aor", Catalogues::aor, Catalogue::aors, Aor::row, all::aors));
    commands.add(
        all.detail("auth", Catalogues::auth, Catalogue::auths, Function.identity(), all::auths));
    commands.add(
        all.detail(
            "identify",
            Catalogues::identify,
            Catalogue::identifies,
            Function.identity(),
            all::identifies));
    commands.add(new QualifyEndpoint(state, probes));
    return commands;
  }

  /** How objects of one kind are printed. */
  private record Printed<T>(Catalogue all, Map<String, T> objects, Lines lines) {}

  private static Map<String, Place> places(Catalogue all) {
    Map<String, Place> places = new TreeMap<>();
    all.aors()
        .values()
        .forEach(
            aor ->
                all.places(aor)
                    .forEach(
                        place ->
                            places.put(
                                place.contact().aor() + '/' + place.contact().uri(), place)));
    return places;
  }

  private <T> Command listing(
      String verb,
      String kind,
      Function<Catalogue, Map<String, T>> objects,
      Consumer<Printed<T>> print) {
    return new ObjectCommand(
        List.of("pjsip", verb, kind),
        "Lists PJSIP " + kind,
        "Usage: pjsip "
            + verb
            + ' '
            + kind
            + " [like <pattern>]\n       Lists the "
            + kind
            + " of the database, or those whose name a regular expression finds.",
        (arguments, out) -> list(arguments, objects, print, out));
  }

  private <T> Status list(
      List<String> arguments,
      Function<Catalogue, Map<String, T>> objects,
      Consumer<Printed<T>> print,
      Output out) {
    Optional<Pattern> pattern = pattern(arguments);
    if (pattern.isEmpty()) {
      return Status.USAGE;
    }
    return switch (views.catalogues().all()) {
      case Lookup.Unavailable<Catalogue>(var outage) -> {
        out.line(outage.message());
        yield Status.FAILURE;
      }
      case Lookup.Absent<Catalogue> _ -> none(out);
      case Lookup.Found<Catalogue>(Catalogue all) -> {
        Map<String, T> chosen = new TreeMap<>(objects.apply(all));
        chosen.keySet().removeIf(name -> !pattern.get().matcher(name).find());
        if (chosen.isEmpty()) {
          yield none(out);
        }
        out.line("");
        Lines lines = new Lines(views, out);
        print.accept(new Printed<>(all, chosen, lines));
        lines.count(chosen.size());
        yield Status.SUCCESS;
      }
    };
  }

  private static Status none(Output out) {
    out.line("No objects found.");
    out.line("");
    return Status.SUCCESS;
  }

  private static Optional<Pattern> pattern(List<String> arguments) {
    if (arguments.isEmpty()) {
      return Optional.of(Pattern.compile(""));
    }
    if (arguments.size() != 2 || !arguments.getFirst().equalsIgnoreCase("like")) {
      return Optional.empty();
    }
    try {
      return Optional.of(Pattern.compile(arguments.get(1)));
    } catch (PatternSyntaxException e) {
      return Optional.empty();
    }
  }

  private <T> Command detail(
      String kind,
      BiFunction<Catalogues, String, Lookup<Catalogue>> read,
      Function<Catalogue, Map<String, T>> objects,
      Function<T, Row> row,
      Consumer<Printed<T>> print) {
    return new ObjectCommand(
        List.of("pjsip", "show", kind),
        "Show a PJSIP " + kind,
        "Usage: pjsip show "
            + kind
            + " <id>\n       Shows one "
            + kind
            + " and every column of its row; passwords are not shown.",
        (arguments, out) -> {
          if (arguments.size() != 1) {
            return Status.USAGE;
          }
          String id = arguments.getFirst();
          return switch (read.apply(views.catalogues(), id)) {
            case Lookup.Unavailable<Catalogue>(var outage) -> {
              out.line(outage.message());
              yield Status.FAILURE;
            }
            case Lookup.Found<Catalogue>(Catalogue all)
                when objects.apply(all).get(id) instanceof T found -> {
              out.line("");
              Lines lines = new Lines(views, out);
              print.accept(new Printed<>(all, Map.of(id, found), lines));
              lines.parameters(row.apply(found));
              yield Status.SUCCESS;
            }
            case Lookup.Found<Catalogue> _, Lookup.Absent<Catalogue> _ -> {
              out.line("Unable to find object " + id + ".");
              out.line("");
              yield Status.FAILURE;
            }
          };
        });
  }

  private void endpoints(Printed<Row> printed) {
    printed.lines().endpointHead();
    printed.objects().forEach((id, row) -> printed.lines().endpoint(printed.all(), id, row));
  }

  private void aors(Printed<Aor> printed) {
    printed.lines().aorHead("      ");
    printed.lines().contactHead("    ");
    printed.lines().rule();
    for (Aor aor : printed.objects().values()) {
      printed.lines().aor("      ", aor);
      printed.all().places(aor).forEach(place -> printed.lines().contact("    ", place));
    }
  }

  private void auths(Printed<Row> printed) {
    printed.lines().authHead();
    printed.objects().values().forEach(row -> printed.lines().auth("     Auth:  ", row));
  }

  private void contacts(Printed<Place> printed) {
    printed.lines().contactHead("  ");
    printed.lines().rule();
    printed.objects().values().forEach(place -> printed.lines().contact("  ", place));
  }

  private void identifies(Printed<Row> printed) {
    printed.lines().identifyHead(" ");
    printed.lines().rule();
    printed.objects().values().forEach(row -> printed.lines().identify(" ", row));
  }
}
