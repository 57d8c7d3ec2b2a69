package org.ara.server.tool.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.ara.config.Origin;
import org.ara.config.Problem;
import org.ara.config.Variable;
import org.ara.config.option.OptionTable.Unknown;
import org.ara.driver.sql.schema.Finding;
import org.ara.sip.peer.PeerOptions;

/** Rows of phones: values that no option takes, missing passwords, and what they name. */
final class PhoneRows {

  private static final List<String> SIP_SECRETS = List.of("secret", "md5secret", "remotesecret");
  private static final List<String> IAX_SECRETS = List.of("secret", "dbsecret", "inkeys");

  private final String table;
  private final References references;
  private final Consumer<Finding> findings;

  PhoneRows(String table, References references, Consumer<Finding> findings) {
    this.table = table;
    this.references = references;
    this.findings = findings;
  }

  void sipPhone(Map<String, String> row) {
    values(row.getOrDefault("name", ""), row);
    phone(row, SIP_SECRETS);
  }

  void iaxPhone(Map<String, String> row) {
    phone(row, IAX_SECRETS);
  }

  private void phone(Map<String, String> row, List<String> secrets) {
    String name = row.getOrDefault("name", "");
    String which = " WHERE name = " + literal(name) + ";";
    if (secrets.stream().allMatch(column -> row.getOrDefault(column, "").isEmpty())
        && row.getOrDefault("host", "dynamic").equals("dynamic")) {
      findings.accept(
          Finding.advised(
              shown(name) + " has no password: whoever claims the name registers as it",
              "UPDATE " + table + " SET secret = '...'" + which));
    }
    for (String column : List.of("context", "subscribecontext")) {
      String context = row.getOrDefault(column, "");
      if (!context.isEmpty()) {
        references.context(
            context,
            table + ": " + shown(name) + " has the " + column + " '" + context + "'",
            "UPDATE "
                + table
                + " SET "
                + column
                + " = '...' WHERE "
                + column
                + " = "
                + literal(context)
                + ";");
      }
    }
    references.mailboxes(
        row.getOrDefault("mailbox", ""),
        table + ": " + shown(name),
        "UPDATE " + table + " SET mailbox = '...'" + which);
  }

  private void values(String name, Map<String, String> row) {
    List<Variable> entries = new ArrayList<>();
    row.forEach(
        (column, value) -> {
          if (!value.isEmpty()) {
            entries.add(new Variable(column, value, false, false, new Origin(table, 0)));
          }
        });
    for (Problem problem :
        PeerOptions.TABLE.read(shown(name), entries, Unknown.IGNORED).problems()) {
      if (!problem.message().contains("has no effect here")) {
        findings.accept(
            Finding.advised(
                problem.message(),
                "UPDATE " + table + " SET ... WHERE name = " + literal(name) + ";"));
      }
    }
  }

  private static String shown(String name) {
    return "row name='" + name + "'";
  }

  static String literal(String value) {
    return "'" + value.replace("'", "''") + "'";
  }
}
