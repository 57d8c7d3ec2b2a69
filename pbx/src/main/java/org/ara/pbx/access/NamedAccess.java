package org.ara.pbx.access;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.ara.config.access.AccessList;
import org.ara.config.access.AccessRule;
import org.ara.realtime.Condition;
import org.ara.realtime.Lookup;
import org.ara.realtime.Realtime;
import org.ara.realtime.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Access lists by name: the sections of {@code acl.conf} first, then the rows of the family {@code
 * acls} ({@code name}, {@code rule_order}, {@code sense}, {@code rule}, and {@code systemname}
 * where the table has it). A service; asking may block while a database works. Whoever names a list
 * that nobody can find lets nobody in.
 */
public final class NamedAccess {

  /** The family whose rows are rules. */
  public static final String FAMILY = "acls";

  private static final Logger LOG = LoggerFactory.getLogger(NamedAccess.class);

  private final AtomicReference<Map<String, AccessList>> sections = new AtomicReference<>(Map.of());
  private final Realtime realtime;
  private final String systemName;

  /**
   * No list of a file yet.
   *
   * @param systemName of this server; empty if it has none
   */
  NamedAccess(Realtime realtime, String systemName) {
    this.realtime = realtime;
    this.systemName = systemName;
  }

  /**
   * The list of that name, case ignored in names of sections; <i>unavailable</i> while a database
   * that may have it cannot be asked.
   */
  public Lookup<AccessList> find(String name) {
    AccessList known = sections.get().get(name.toLowerCase(Locale.ROOT));
    if (known != null) {
      return new Lookup.Found<>(known);
    }
    if (name.isEmpty() || !realtime.isMapped(FAMILY)) {
      return new Lookup.Absent<>();
    }
    return realtime.findAll(FAMILY, conditions(name)).map(rows -> list(name, rows));
  }

  /**
   * Whether all of these lists let an address in. A list that does not exist or cannot be asked for
   * lets nobody in, which the log says.
   */
  public boolean permits(Collection<String> names, InetAddress address) {
    return names.stream().allMatch(name -> permits(name, address));
  }

  private boolean permits(String name, InetAddress address) {
    return switch (find(name)) {
      case Lookup.Found<AccessList>(AccessList list) -> list.permits(address);
      case Lookup.Absent<AccessList>() -> {
        LOG.warn(
            "There is no access list '{}', so nobody gets in by it; write [{}] in acl.conf",
            name,
            name);
        yield false;
      }
      case Lookup.Unavailable<AccessList>(var outage) -> {
        LOG.warn(
            "The access list '{}' cannot be looked up, so nobody gets in by it: {}",
            name,
            outage.message());
        yield false;
      }
    };
  }

  private List<Condition> conditions(String name) {
    List<Condition> conditions = new ArrayList<>(List.of(Condition.equal("name", name)));
    if (!systemName.isEmpty() && realtime.hasColumn(FAMILY, "systemname")) {
      conditions.add(Condition.equal("systemname", systemName));
    }
    return conditions;
  }

  private static AccessList list(String name, List<Row> rows) {
    List<AccessRule> rules = new ArrayList<>();
    for (Row row : rows.stream().sorted(Comparator.comparingLong(NamedAccess::order)).toList()) {
      Optional<List<AccessRule>> found = rules(row);
      if (found.isEmpty()) {
        LOG.warn(
            "{}.rule: '{}' with sense '{}' is not permit or deny and an address, address/bits or"
                + " address/mask; the access list '{}' permits nobody",
            FAMILY,
            row.text("rule").orElse(""),
            row.text("sense").orElse(""),
            name);
        return AccessList.CLOSED;
      }
      rules.addAll(found.get());
    }
    return new AccessList(rules);
  }

  private static Optional<List<AccessRule>> rules(Row row) {
    String rule = row.text("rule").orElse("");
    return switch (row.text("sense").orElse("").toLowerCase(Locale.ROOT)) {
      case "permit" -> AccessRule.parseAll(true, rule);
      case "deny" -> AccessRule.parseAll(false, rule);
      default -> Optional.empty();
    };
  }

  private static long order(Row row) {
    String order = row.text("rule_order").orElse("").strip();
    return order.matches("-?[0-9]{1,18}") ? Long.parseLong(order) : 0;
  }

  /** The lists of the file, by name in lower case. */
  Map<String, AccessList> sections() {
    return sections.get();
  }

  void use(Map<String, AccessList> next) {
    sections.set(next);
  }
}
