package org.ara.server.tool.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ara.config.Origin;
import org.ara.config.Problem;
import org.ara.config.Variable;
import org.ara.config.option.OptionTable.Unknown;
import org.ara.driver.sql.schema.Finding;
import org.ara.sip.peer.PeerOptions;

/** Rows of {@code sippeers}: values that no option takes, and phones without a password. */
final class PhoneRows {

  private static final List<String> SECRETS = List.of("secret", "md5secret", "remotesecret");

  private final String table;

  PhoneRows(String table) {
    this.table = table;
  }

  List<Finding> findings(List<Map<String, String>> rows) {
    List<Finding> findings = new ArrayList<>();
    for (Map<String, String> row : rows) {
      String name = row.getOrDefault("name", "");
      values(name, row, findings);
      if (SECRETS.stream().allMatch(column -> row.getOrDefault(column, "").isEmpty())
          && row.getOrDefault("host", "dynamic").equals("dynamic")) {
        findings.add(
            Finding.advised(
                shown(name) + " has no password: whoever claims the name registers as it",
                "UPDATE " + table + " SET secret = '...' WHERE name = " + literal(name) + ";"));
      }
    }
    return findings;
  }

  private void values(String name, Map<String, String> row, List<Finding> findings) {
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
        findings.add(
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
