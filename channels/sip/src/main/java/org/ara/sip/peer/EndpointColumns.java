package org.ara.sip.peer;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ara.config.option.OptionTypes;
import org.ara.realtime.Row;

/**
 * What the columns of {@code ps_endpoints} mean, told in the options of {@link PeerOptions}, so
 * that endpoints are made and checked as every peer is ({@code spec/channels.md} section 3).
 */
public final class EndpointColumns {

  /**
   * A column.
   *
   * @param name its name
   * @param meaning what it does, in a sentence
   */
  public record Column(String name, String meaning) {}

  /**
   * A column that is an option under another name.
   *
   * @param option the option
   * @param words what its words are called there; a word that is not listed stays
   */
  private record Renamed(String column, String option, Map<String, String> words) {}

  private static final String ALL_TRANSPORTS = "udp,tcp,tls,ws,wss";

  private static final List<Renamed> RENAMED =
      List.of(
          same("context"),
          renamed("subscribe_context", "subscribecontext"),
          same("callerid"),
          renamed("callerid_privacy", "callingpres"),
          renamed("callerid_tag", "cid_tag"),
          renamed("from_user", "fromuser"),
          renamed("from_domain", "fromdomain"),
          renamed("outbound_proxy", "outboundproxy"),
          new Renamed(
              "dtmf_mode",
              "dtmfmode",
              Map.ofEntries(entry("rfc4733", "rfc2833"), entry("auto_info", "auto"))),
          renamed("direct_media", "directmedia"),
          renamed("mailboxes", "mailbox"),
          renamed("voicemail_extension", "vmexten"),
          renamed("call_group", "callgroup"),
          renamed("pickup_group", "pickupgroup"),
          renamed("named_call_group", "namedcallgroup"),
          renamed("named_pickup_group", "namedpickupgroup"),
          renamed("device_state_busy_at", "busylevel"),
          same("language"),
          renamed("tone_zone", "tonezone"),
          renamed("moh_suggest", "mohsuggest"),
          same("accountcode"),
          renamed("set_var", "setvar"),
          same("deny"),
          same("permit"),
          same("acl"),
          renamed("contact_deny", "contactdeny"),
          renamed("contact_permit", "contactpermit"),
          renamed("contact_acl", "contactacl"),
          new Renamed(
              "timers",
              "session-timers",
              Map.of(
                  "yes", "accept", "no", "refuse", "required", "originate", "forced", "originate")),
          renamed("timers_min_se", "session-minse"),
          renamed("timers_sess_expires", "session-expires"),
          renamed("trust_id_inbound", "trustrpid"),
          renamed("allow_transfer", "allowtransfer"),
          renamed("allow_subscribe", "allowsubscribe"),
          renamed("allow_overlap", "allowoverlap"),
          renamed("rtp_timeout", "rtptimeout"),
          renamed("rtp_timeout_hold", "rtpholdtimeout"),
          renamed("rtp_keepalive", "rtpkeepalive"),
          renamed("user_eq_phone", "usereqphone"),
          new Renamed(
              "redirect_method",
              "promiscredir",
              Map.of("user", "no", "uri_core", "yes", "uri_pjsip", "yes")));

  private static final Map<String, Renamed> BY_COLUMN = byColumn();

  private EndpointColumns() {}

  private static Renamed same(String name) {
    return new Renamed(name, name, Map.of());
  }

  private static Renamed renamed(String column, String option) {
    return new Renamed(column, option, Map.of());
  }

  private static Map<String, Renamed> byColumn() {
    Map<String, Renamed> all = new LinkedHashMap<>();
    RENAMED.forEach(one -> all.put(one.column(), one));
    return all;
  }

  /** The columns that have an effect, by name. */
  public static List<Column> documented() {
    Stream<Column> renamed = RENAMED.stream().map(EndpointColumns::documented);
    Stream<Column> own =
        Stream.of(
            new Column("id", "Its name: `PJSIP/id`, and the user that its requests are from."),
            new Column(
                "aors", "Addresses of record that it may register, and is called at; with commas."),
            new Column("auth", "The row of `ps_auths` with its password; nobody is asked without."),
            new Column(
                "outbound_auth", "The row of `ps_auths` with what this server proves to it."),
            new Column("transport", "What calls to it prefer: `udp`, `tcp`, `tls`, `ws`, `wss`."),
            new Column(
                "allow", "Codecs, `!` before those taken away; those of `sip.conf` if not set."),
            new Column("disallow", "Codecs taken off the list, or `all`."),
            new Column(
                "identify_by", "`username`, `ip`: how its requests are recognized; both if unset."),
            new Column("force_rport", "Answers go where requests come from (yes)."),
            new Column(
                "rewrite_contact", "It is reached where its requests come from, whatever it says."),
            new Column("rtp_symmetric", "Media goes to where media comes from."),
            new Column("send_pai", "Shows it who calls in `P-Asserted-Identity`."),
            new Column("send_rpid", "Shows it who calls in `Remote-Party-ID`."));
    return Stream.concat(own, renamed).sorted(Comparator.comparing(Column::name)).toList();
  }

  private static Column documented(Renamed one) {
    String option = PeerOptions.TABLE.option(one.option()).orElseThrow().name();
    StringBuilder text = new StringBuilder("As `").append(option).append("`");
    one.words().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            word -> {
              boolean first = text.indexOf(":") < 0;
              text.append(first ? ": `" : ", `")
                  .append(word.getKey())
                  .append("` is `")
                  .append(word.getValue())
                  .append('`');
            });
    return new Column(one.column(), text.append('.').toString());
  }

  /**
   * An option as a row of endpoints sets it.
   *
   * @param column where it is written
   */
  record Entry(String column, String option, String value) {}

  /** What a row says, in options; what takes away stands before what gives. */
  static List<Entry> entries(Row row) {
    List<Entry> entries = new ArrayList<>();
    codecs(row, entries);
    entries.add(new Entry("transport", "transport", transports(row.text("transport").orElse(""))));
    entries.add(new Entry("rewrite_contact", "nat", nat(row)));
    identity(row).ifPresent(word -> entries.add(new Entry("send_pai", "sendrpid", word)));
    for (int i = 0; i < row.columns().size(); i++) {
      String column = row.columns().name(i).toLowerCase(Locale.ROOT);
      Renamed renamed = BY_COLUMN.get(column);
      if (renamed != null) {
        for (String value : row.values(column)) {
          add(column, renamed, value, entries);
        }
      }
    }
    return entries;
  }

  private static void add(String column, Renamed renamed, String value, List<Entry> entries) {
    if (!value.isBlank()) {
      String word = renamed.words().getOrDefault(value.strip().toLowerCase(Locale.ROOT), value);
      Entry entry = new Entry(column, renamed.option(), word);
      boolean takes = renamed.option().endsWith("deny");
      entries.add(takes ? 0 : entries.size(), entry);
    }
  }

  /** A list that says which codecs there are says which there are not. */
  private static void codecs(Row row, List<Entry> entries) {
    row.text("disallow").ifPresent(value -> entries.add(new Entry("disallow", "disallow", value)));
    Optional<String> allowed = row.text("allow");
    if (allowed.isEmpty()) {
      return;
    }
    if (entries.isEmpty()) {
      entries.add(new Entry("allow", "disallow", "all"));
    }
    for (String word : allowed.get().split(",", -1)) {
      String codec = word.strip();
      if (codec.startsWith("!")) {
        entries.add(new Entry("allow", "disallow", codec.substring(1).strip()));
      } else if (!codec.isEmpty()) {
        entries.add(new Entry("allow", "allow", codec));
      }
    }
  }

  /** Every transport may be used; the one named first is preferred, also {@code transport-tcp}. */
  private static String transports(String named) {
    String word = named.strip().toLowerCase(Locale.ROOT);
    return List.of(ALL_TRANSPORTS.split(",")).stream()
        .filter(one -> word.equals(one) || word.matches(".*[-_]" + one + "([-_].*)?"))
        .reduce((one, other) -> other)
        .map(first -> first + ',' + ALL_TRANSPORTS)
        .orElse(ALL_TRANSPORTS);
  }

  private static String nat(Row row) {
    String rport = isOn(row, "force_rport", true) ? "auto_force_rport" : "no";
    return (isOn(row, "rewrite_contact", false) ? "force_rport" : rport)
        + (isOn(row, "rtp_symmetric", false) ? ",comedia" : "");
  }

  private static Optional<String> identity(Row row) {
    if (isOn(row, "send_pai", false)) {
      return Optional.of("pai");
    }
    return isOn(row, "send_rpid", false) ? Optional.of("rpid") : Optional.empty();
  }

  /** The truth of a column; otherwise where it is not set, or no truth. */
  static boolean isOn(Row row, String column, boolean otherwise) {
    return row.text(column).flatMap(OptionTypes::truth).orElse(otherwise);
  }
}
