package org.ara.sip.pjsip;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.ara.module.Command.Output;
import org.ara.realtime.Row;
import org.ara.sip.endpoint.Aor;
import org.ara.sip.endpoint.Catalogue;
import org.ara.sip.endpoint.Endpoints.Place;
import org.jspecify.annotations.Nullable;

/** The lines of lists of endpoints and of what belongs to them, each kind indented its own way. */
record Lines(Views views, Output out) {

  private static final String RULE = "=".repeat(90);

  void endpointHead() {
    out.line(
        head(" Endpoint:  ", "Endpoint/CID", 51)
            + "  "
            + head("", "State", 12)
            + "  "
            + head("", "Channels", 11));
    out.line(head("    I/OAuth:  ", "AuthId/UserName", 76));
    aorHead("        ");
    contactHead("      ");
    identifyHead("   ");
    rule();
  }

  void aorHead(String indent) {
    out.line(head(indent + "Aor:  ", "Aor", 57 - indent.length()) + "  <MaxContact>");
  }

  void contactHead(String indent) {
    out.line(
        head(indent + "Contact:  ", "Aor/ContactUri", 48 - indent.length())
            + ' '
            + head("", "Hash", 10)
            + " <Status> <RTT(ms)..>");
  }

  void authHead() {
    out.line(head("    I/OAuth:  ", "AuthId/UserName", 76));
    rule();
  }

  void identifyHead(String indent) {
    out.line(head(indent + "Identify:  ", "Identify/Endpoint", 79 - indent.length()));
    out.line(head(indent + "     Match:  ", "criteria", 40));
  }

  void rule() {
    out.line(RULE);
    out.line("");
  }

  private static String head(String start, String name, int width) {
    return start + '<' + name + ".".repeat(Math.max(0, width - 2 - name.length())) + '>';
  }

  void endpoint(Catalogue all, String id, Row row) {
    String caller = row.text("callerid").orElse("");
    String shown = caller.isEmpty() ? id : id + '/' + caller;
    out.line(
        format(
            " Endpoint:  %-51s  %-12.12s  %d of inf",
            shown, views.doing(all, row).text(), views.calls(id)));
    all.authsOf(row, "auth").forEach(auth -> auth("     InAuth:  ", auth));
    all.authsOf(row, "outbound_auth").forEach(auth -> auth("    OutAuth:  ", auth));
    for (Aor aor : all.aorsOf(row)) {
      aor("        ", aor);
      all.places(aor).forEach(place -> contact("      ", place));
    }
    all.identifiesOf(id).forEach(identify -> identify("   ", identify));
    out.line("");
  }

  void aor(String indent, Aor aor) {
    String label = indent + "Aor:  ";
    out.line(format("%s%-" + (57 - indent.length()) + "s  %d", label, aor.id(), aor.most()));
  }

  void contact(String indent, Place place) {
    String shown = place.contact().aor() + '/' + place.contact().uri();
    out.line(
        format(
            "%sContact:  %-" + (48 - indent.length()) + "s %s %-7s %11s",
            indent,
            shown,
            place.contact().mark(),
            views.status(place),
            views.roundTrip(place)));
  }

  void auth(String label, Row auth) {
    out.line(label + auth.text("id").orElse("") + '/' + auth.text("username").orElse(""));
  }

  void identify(String indent, Row row) {
    out.line(
        indent + "Identify:  " + row.text("id").orElse("") + '/' + row.text("endpoint").orElse(""));
    for (String match : row.values("match")) {
      out.line(indent + "     Match: " + match);
    }
    row.text("match_header").ifPresent(h -> out.line(indent + "     Match: " + h));
  }

  void count(int objects) {
    out.line("");
    out.line("Objects found: " + objects);
    out.line("");
  }

  /** What a row holds, by column. */
  void parameters(Row row) {
    out.line("");
    out.line(format(" %-34s : %s", "ParameterName", "ParameterValue"));
    out.line(' ' + "=".repeat(51));
    for (Map.Entry<String, String> parameter : sorted(row).entrySet()) {
      out.line(format(" %-34s : %s", parameter.getKey(), parameter.getValue()));
    }
    out.line("");
  }

  /** The columns of a row as anybody may see them, by name and without the key. */
  static Map<String, String> sorted(Row row) {
    Map<String, String> shown = new TreeMap<>();
    for (int i = 0; i < row.columns().size(); i++) {
      String column = row.columns().name(i);
      if (!column.equalsIgnoreCase("id")) {
        shown.put(column, Views.shown(column, text(row.values(column), row.stored(i))));
      }
    }
    return shown;
  }

  private static String text(List<String> values, @Nullable String stored) {
    return stored == null ? "" : String.join(",", values);
  }

  private static String format(String format, Object... cells) {
    return String.format(Locale.ROOT, format, cells);
  }
}
