package org.ara.manager.ami.event;

import static org.ara.module.manager.Permission.CALL;
import static org.ara.module.manager.Permission.DIALPLAN;
import static org.ara.module.manager.Permission.SECURITY;
import static org.ara.module.manager.Permission.SYSTEM;
import static org.ara.module.manager.Permission.USER;

import java.util.List;
import org.ara.module.manager.Permission;
import org.ara.module.manager.Permissions;

/** Every event that is told, with its classes, for lists and documentation. */
public final class EventTable {

  /**
   * An event.
   *
   * @param name as it is told
   * @param classes of which a client must be able to read all
   * @param meaning one line
   */
  public record Entry(String name, Permissions classes, String meaning) {}

  private static final List<Entry> ENTRIES =
      List.of(
          entry("FullyBooted", SYSTEM, "every module has started; also told after a login"),
          entry("Reload", SYSTEM, "a module, or all, was reloaded"),
          entry("Shutdown", SYSTEM, "the server ends"),
          entry("PeerStatus", SYSTEM, "a phone registered, or no longer is"),
          entry(
              "ContactStatus",
              SYSTEM,
              "a contact of a PJSIP endpoint came, went, or answers or not"),
          entry("Registry", SYSTEM, "this server registered at a provider, or no longer is"),
          entry("Newchannel", CALL, "a channel came to be"),
          entry("Newstate", CALL, "a channel's state changed"),
          entry("Newexten", DIALPLAN, "a step of the dialplan is about to run"),
          entry("VarSet", DIALPLAN, "a variable got a value"),
          entry("DialBegin", CALL, "a channel starts to call another"),
          entry("DialState", CALL, "a channel that is called rings, or makes other progress"),
          entry("DialEnd", CALL, "calling is over, with its outcome"),
          entry("Hold", CALL, "the far end put the other party on hold"),
          entry("Unhold", CALL, "the far end took the other party off hold"),
          entry("NewCallerid", CALL, "the far end is known under another name or number"),
          entry("BridgeCreate", CALL, "a bridge came to be"),
          entry("BridgeEnter", CALL, "a channel entered a bridge"),
          entry("BridgeLeave", CALL, "a channel left a bridge"),
          entry("BridgeDestroy", CALL, "a bridge is gone"),
          entry("BlindTransfer", CALL, "a phone sent the other party of its call elsewhere"),
          entry("AttendedTransfer", CALL, "a phone connected the other parties of its calls"),
          entry("Hangup", CALL, "a channel is gone; its last event"),
          entry("DeviceStateChange", CALL, "a device does something else: rings, talks, is gone"),
          entry("ExtensionStatus", CALL, "the devices of a hint do"),
          entry("MessageWaiting", CALL, "a mailbox has more or fewer messages"),
          entry("OriginateResponse", CALL, "what became of an Originate that nobody waited for"),
          entry("UserEvent", USER, "a client told it"),
          entry("SuccessfulAuth", SECURITY, "somebody logged in"),
          entry("ChallengeSent", SECURITY, "somebody got a challenge"),
          entry("InvalidPassword", SECURITY, "a wrong password"),
          entry("InvalidAccountID", SECURITY, "no such account"),
          entry("ChallengeResponseFailed", SECURITY, "a wrong answer to a challenge"),
          entry("FailedACL", SECURITY, "an address that is not permitted"),
          entry("SessionLimit", SECURITY, "an account that has a session already"),
          entry("RequestNotAllowed", SECURITY, "an action that the account may not ask for"));

  private EventTable() {}

  /** All of them. */
  public static List<Entry> all() {
    return ENTRIES;
  }

  private static Entry entry(String name, Permission permission, String meaning) {
    return new Entry(name, Permissions.of(permission), meaning);
  }
}
