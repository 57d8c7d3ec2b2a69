package org.ara.server.tool.importing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ara.config.Category;
import org.ara.config.Variable;
import org.ara.realtime.ListValue;

/** The mailboxes of {@code voicemail.conf} as rows of {@code voicemail}. */
final class MailboxRows {

  private static final List<String> FIELDS = List.of("password", "fullname", "email", "pager");

  private MailboxRows() {}

  static Part part(List<Category> contexts) {
    return new Part(
        "voicemail",
        List.of(),
        List.of("mailbox", "context"),
        () -> contexts.stream().flatMap(c -> c.variables().stream().map(v -> row(c, v))),
        contexts.stream().mapToLong(c -> c.variables().size()).sum());
  }

  /** {@code 100 => password,name,email,pager,option=value|option=value}. */
  private static TableRow row(Category context, Variable mailbox) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("mailbox", ListValue.encode(mailbox.name()));
    fields.put("context", ListValue.encode(context.name()));
    String[] values = mailbox.value().split(",", FIELDS.size() + 1);
    for (int i = 0; i < Math.min(values.length, FIELDS.size()); i++) {
      if (!values[i].isBlank() || i == 0) {
        fields.put(FIELDS.get(i), ListValue.encode(values[i].strip()));
      }
    }
    if (values.length > FIELDS.size()) {
      for (String option : values[FIELDS.size()].split("\\|")) {
        int equals = option.indexOf('=');
        if (equals > 0) {
          fields.put(
              option.substring(0, equals).strip().toLowerCase(Locale.ROOT),
              ListValue.encode(option.substring(equals + 1).strip()));
        }
      }
    }
    return new TableRow(fields, mailbox.origin());
  }
}
