package org.ara.manager.ami.action;

import static org.ara.module.manager.Permission.CALL;
import static org.ara.module.manager.Permission.COMMAND;
import static org.ara.module.manager.Permission.CONFIG;
import static org.ara.module.manager.Permission.ORIGINATE;
import static org.ara.module.manager.Permission.REPORTING;
import static org.ara.module.manager.Permission.SYSTEM;
import static org.ara.module.manager.Permission.USER;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ara.module.manager.Permission;
import org.ara.module.manager.Permissions;

/**
 * Every action there can be, and the classes that may ask for it: any one of them is enough, and
 * none means everybody who has logged in. What is not here cannot be asked for.
 */
public final class ActionTable {

  /**
   * An action.
   *
   * @param name as written in lists; clients write it in any case
   * @param classes who may ask for it
   * @param synopsis one line
   * @param syntax its headers: {@code Channel: [, Cause:]}
   */
  public record Entry(String name, Permissions classes, String synopsis, String syntax) {

    /** Whether somebody with these classes may ask for it. */
    public boolean allows(Permissions rights) {
      return classes.isEmpty() || classes.hasAnyOf(rights);
    }
  }

  private static final List<Entry> ENTRIES =
      List.of(
          entry("Login", "Log in", "Username, Secret or AuthType and Key [, Events]"),
          entry("Challenge", "Get something to prove a password with", "AuthType"),
          entry("Logoff", "Say goodbye", ""),
          entry("Ping", "See whether anybody is there", ""),
          entry("Events", "Choose which events to be told", "EventMask"),
          entry("Filter", "Add an event filter to the session", "Operation, Filter", SYSTEM),
          entry("WaitEvent", "Wait for an event", "[Timeout]"),
          entry("ListCommands", "List the actions one may ask for", ""),
          entry("CoreSettings", "Tell about the server", "", SYSTEM, REPORTING),
          entry("CoreStatus", "Tell how the server is", "", SYSTEM, REPORTING),
          entry("Reload", "Reload everything, or a module", "[Module]", CONFIG, SYSTEM),
          entry("ReloadPlan", "Tell what a reload would change", "[Module]", CONFIG, SYSTEM),
          entry("ModuleLoad", "Load, unload or reload", "LoadType [, Module]", SYSTEM),
          entry("ModuleCheck", "Ask whether a module runs", "Module", SYSTEM),
          entry("LoggerRotate", "Rotate the log files", "", SYSTEM, REPORTING),
          entry("Command", "Run a console command", "Command", COMMAND),
          entry("UserEvent", "Tell an event of one's own", "UserEvent, any", USER),
          entry("GetConfig", "Read a file", "Filename [, Category, Filter]", SYSTEM, CONFIG),
          entry("GetConfigJSON", "Read a file", "Filename [, Category, Filter]", SYSTEM, CONFIG),
          entry("ListCategories", "List a file's sections", "Filename [, Match]", CONFIG),
          entry("CreateConfig", "Make an empty file", "Filename", CONFIG),
          entry(
              "UpdateConfig",
              "Change a file",
              "SrcFilename, DstFilename [, Reload], Action-n, Cat-n, Var-n, Value-n, Match-n, Line-n",
              CONFIG),
          entry("DBGet", "Read the internal database", "Family, Key", SYSTEM, REPORTING),
          entry("DBGetTree", "List the internal database", "[Family, Key]", SYSTEM, REPORTING),
          entry("DBPut", "Write the internal database", "Family, Key, Val", SYSTEM),
          entry("DBDel", "Delete a key", "Family, Key", SYSTEM),
          entry("DBDelTree", "Delete a family", "Family [, Key]", SYSTEM),
          entry("SIPpeers", "List SIP peers", "", SYSTEM, REPORTING),
          entry("SIPshowpeer", "Tell about a SIP peer", "Peer", SYSTEM, REPORTING),
          entry("SIPqualifypeer", "Ask a SIP peer whether it is there", "Peer", SYSTEM, REPORTING),
          entry("SIPshowregistry", "List where this server is registered", "", SYSTEM, REPORTING),
          entry("SIPnotify", "Send a SIP peer a NOTIFY", "Channel, Variable", SYSTEM),
          entry("SIPpeerstatus", "Tell where SIP peers are", "[Peer]", SYSTEM),
          entry("PJSIPShowEndpoints", "List PJSIP endpoints", "", SYSTEM),
          entry("PJSIPShowEndpoint", "Tell about a PJSIP endpoint", "Endpoint", SYSTEM),
          entry("PJSIPShowAors", "List PJSIP addresses of record", "", SYSTEM),
          entry("PJSIPShowAuths", "List who proves what to PJSIP endpoints", "", SYSTEM),
          entry("PJSIPShowContacts", "List PJSIP contacts", "", SYSTEM),
          entry("PJSIPQualify", "Ask the contacts of a PJSIP endpoint", "Endpoint", SYSTEM),
          entry(
              "Status",
              "Tell about channels",
              "[Channel, Variables, AllVariables]",
              SYSTEM,
              CALL,
              REPORTING),
          entry("CoreShowChannels", "List channels", "", SYSTEM, REPORTING),
          entry(
              "Originate",
              "Make a call",
              "Channel, Context and Exten and Priority or Application [, Data, Timeout, CallerID,"
                  + " Variable, Async, Account]",
              ORIGINATE),
          entry(
              "Redirect",
              "Send one or two channels elsewhere",
              "Channel, Context, Exten, Priority [, ExtraChannel, ExtraContext, ExtraExten,"
                  + " ExtraPriority]",
              CALL),
          entry(
              "BlindTransfer",
              "Send whoever a channel talks to elsewhere",
              "Channel, Exten [, Context]",
              CALL),
          entry("Hangup", "Hang channels up", "Channel [, Cause]", SYSTEM, CALL),
          entry("Setvar", "Set a variable", "[Channel,] Variable, Value", CALL),
          entry("Getvar", "Read a variable", "[Channel,] Variable", CALL, REPORTING),
          entry("ShowDialPlan", "List the dialplan", "[Context, Extension]", CONFIG, REPORTING),
          entry("ExtensionState", "Tell about a hint", "Exten [, Context]", CALL, REPORTING),
          entry("ExtensionStateList", "List hints", "", CALL, REPORTING),
          entry("DeviceStateList", "Tell what devices do", "[Device]", CALL, REPORTING),
          entry(
              "PlayDTMF",
              "Press a key for a channel",
              "Channel, Digit [, Duration, Receive]",
              CALL),
          entry("MailboxStatus", "Tell whether messages wait", "Mailbox", CALL, REPORTING),
          entry("MailboxCount", "Count the messages of mailboxes", "Mailbox", CALL, REPORTING),
          entry(
              "MWIUpdate",
              "Tell how many messages a mailbox has",
              "Mailbox [, NewMessages, OldMessages]",
              REPORTING),
          entry("MWIGet", "List what was told of mailboxes", "Mailbox", REPORTING),
          entry("MWIDelete", "Forget what was told of mailboxes", "Mailbox", REPORTING),
          entry("RealtimeLoad", "Read rows", "Family, Column, Value [, All]", SYSTEM, CONFIG),
          entry(
              "RealtimeExplain", "Tell the way to a row", "Family, Column, Value", SYSTEM, CONFIG),
          entry("RealtimeUpdate", "Change rows", "Family, Column, Value, Set-...", SYSTEM),
          entry("RealtimeStore", "Add a row", "Family, Set-...", SYSTEM),
          entry("RealtimeDestroy", "Delete rows", "Family, Column, Value", SYSTEM));

  private static final Map<String, Entry> BY_NAME =
      ENTRIES.stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  entry -> entry.name().toLowerCase(Locale.ROOT), Function.identity()));

  private ActionTable() {}

  /** The action of that name, case ignored. */
  public static Optional<Entry> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
  }

  /** All of them, sorted by name. */
  public static List<Entry> all() {
    return ENTRIES.stream().sorted(Comparator.comparing(Entry::name)).toList();
  }

  private static Entry entry(
      String name, String synopsis, String syntax, Permission... permissions) {
    return new Entry(name, Permissions.of(permissions), synopsis, syntax);
  }
}
