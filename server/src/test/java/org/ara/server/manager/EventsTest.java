package org.ara.server.manager;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ara.testkit.sip.PhoneAccount;
import org.ara.testkit.sip.SipPhone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which events a client is told, and when. */
class EventsTest {

  @TempDir Path directory;
  private ManagerHome home;

  @AfterEach
  void stop() {
    home.close();
  }

  private static void tell(RawManager by, String name, String... more) throws Exception {
    List<String> lines = new ArrayList<>(List.of("Action: UserEvent", "UserEvent: " + name));
    lines.addAll(List.of(more));
    assertThat(by.ask(lines.toArray(String[]::new))).containsEntry("Response", "Success");
  }

  /** The answer, which nothing may come before. */
  private static Map<String, String> answered(RawManager client, String... lines) throws Exception {
    client.send(lines);
    return client.block();
  }

  /** The names of the user events that were told up to the one called {@code last}. */
  private static List<String> toldUpTo(RawManager client, String last) throws Exception {
    List<String> told = new ArrayList<>();
    String name = "";
    while (!name.equals(last)) {
      name = client.event("UserEvent").getOrDefault("UserEvent", "");
      told.add(name);
    }
    return told;
  }

  @Test
  void filtersLetInAndLeaveOut() throws Exception {
    home =
        ManagerHome.with(
            directory,
            """
            [teller]
            secret = x
            write = user
            [white]
            secret = x
            read = all
            eventfilter = UserEvent: (Red|Last)
            eventfilter = Colour: green
            [black]
            secret = x
            read = all
            eventfilter = !UserEvent: Red
            [both]
            secret = x
            read = all
            eventfilter = UserEvent
            eventfilter = !Colour: green
            [header]
            secret = x
            read = all
            eventfilter(name(UserEvent),header(Colour),method(exact)) = green
            eventfilter(name(UserEvent),header(UserEvent),method(starts_with)) = La
            [bad]
            secret = x
            read = all
            eventfilter = (
            """);
    try (RawManager teller = home.login("teller", "x");
        RawManager white = home.login("white", "x");
        RawManager black = home.login("black", "x");
        RawManager both = home.login("both", "x");
        RawManager header = home.login("header", "x");
        RawManager bad = home.login("bad", "x")) {
      tell(teller, "Red");
      tell(teller, "Blue");
      tell(teller, "Green", "Colour: green");
      tell(teller, "Last");
      assertThat(toldUpTo(white, "Last")).containsExactly("Red", "Green", "Last");
      assertThat(toldUpTo(black, "Last")).containsExactly("Blue", "Green", "Last");
      assertThat(toldUpTo(both, "Last")).containsExactly("Red", "Blue", "Last");
      assertThat(toldUpTo(header, "Last")).containsExactly("Green", "Last");
      assertThat(toldUpTo(bad, "Last")).containsExactly("Red", "Blue", "Green", "Last");
    }
  }

  @Test
  void theFilterOfASessionIsAddedToThoseOfItsAccount() throws Exception {
    home = ManagerHome.start(directory);
    try (RawManager boss = home.login("boss", "s3cret")) {
      assertThat(boss.ask("Action: Filter", "Operation: Add", "Filter: !UserEvent: Red"))
          .containsEntry("Response", "Success");
      assertThat(boss.ask("Action: Filter", "Operation: Add", "Filter: ("))
          .containsEntry("Response", "Error");
      assertThat(boss.ask("Action: Filter", "Operation: Remove", "Filter: x"))
          .containsEntry("Message", "Unknown operation");
      boss.send("Action: UserEvent", "UserEvent: Red");
      boss.send("Action: UserEvent", "UserEvent: Last");
      assertThat(toldUpTo(boss, "Last")).containsExactly("Last");
    }
  }

  @Test
  void aMaskSwitchesClassesOfEventsOnAndOff() throws Exception {
    home = ManagerHome.start(directory);
    try (RawManager teller = home.login("boss", "s3cret");
        RawManager client = home.login("clerk", "cl3rk")) {
      assertThat(answered(client, "Action: Events", "EventMask: off"))
          .containsEntry("Response", "Success")
          .containsEntry("Events", "Off");
      tell(teller, "One");
      assertThat(answered(client, "Action: Events", "EventMask: call,system"))
          .containsEntry("Events", "On");
      tell(teller, "Two");
      assertThat(answered(client, "Action: Events", "EventMask: user"))
          .containsEntry("Events", "On");
      tell(teller, "Three");
      assertThat(toldUpTo(client, "Three")).containsExactly("Three");
      assertThat(answered(client, "Action: Events", "EventMask: 0")).containsEntry("Events", "Off");
      tell(teller, "Four");
      assertThat(answered(client, "Action: Events", "EventMask: 64")).containsEntry("Events", "On");
      tell(teller, "Five");
      assertThat(toldUpTo(client, "Five")).containsExactly("Five");
    }
  }

  @Test
  void anUnusableMaskIsAnErrorAndChangesNothing() throws Exception {
    home = ManagerHome.start(directory);
    try (RawManager teller = home.login("boss", "s3cret");
        RawManager client = home.login("clerk", "cl3rk")) {
      assertThat(client.ask("Action: Events")).containsEntry("Message", "Invalid event mask");
      assertThat(client.ask("Action: Events", "EventMask:"))
          .containsEntry("Message", "Invalid event mask");
      tell(teller, "One");
      assertThat(toldUpTo(client, "One")).containsExactly("One");
    }
  }

  @Test
  void theMaskMayComeWithTheLogin() throws Exception {
    home = ManagerHome.start(directory);
    try (RawManager teller = home.login("boss", "s3cret");
        RawManager client = home.connect()) {
      client.ask("Action: Login", "Username: boss", "Secret: s3cret", "Events: off");
      tell(teller, "One");
      assertThat(client.ask("Action: Ping", "ActionID: first")).containsEntry("ActionID", "first");
      client.ask("Action: Events", "EventMask: on");
      tell(teller, "Two");
      assertThat(toldUpTo(client, "Two")).containsExactly("Two");
    }
  }

  @Test
  void eventsOfClassesThatAnAccountMayNotReadAreNotTold() throws Exception {
    home = ManagerHome.start(directory);
    try (RawManager clerk = home.login("clerk", "cl3rk")) {
      clerk.ask("Action: Events", "EventMask: on");
      home.server().execute("module reload manager");
      tell(clerk, "Last");
      Map<String, String> next = clerk.block();
      assertThat(next).containsEntry("Event", "UserEvent");
    }
  }

  @Test
  void whoWaitsForEventsIsToldAndThenAnswered() throws Exception {
    home = ManagerHome.start(directory);
    try (RawManager teller = home.login("boss", "s3cret");
        RawManager client = home.login("clerk", "cl3rk")) {
      client.send("Action: WaitEvent", "ActionID: w", "Timeout: 20");
      tell(teller, "One");
      assertThat(client.block())
          .containsEntry("Response", "Success")
          .containsEntry("ActionID", "w")
          .containsEntry("Message", "Waiting for Event completed.");
      assertThat(client.block()).containsEntry("UserEvent", "One");
      assertThat(client.lines()).containsExactly("Event: WaitEventComplete", "ActionID: w");

      client.send("Action: WaitEvent", "Timeout: 0");
      assertThat(client.block()).containsEntry("Message", "Waiting for Event completed.");
      assertThat(client.block()).containsEntry("Event", "WaitEventComplete");
      assertThat(client.ask("Action: WaitEvent", "Timeout: soon"))
          .containsEntry("Response", "Error");
    }
  }

  @Test
  void whoSuppressesEventsIsToldThemAfterTheNextAction() throws Exception {
    home = ManagerHome.start(directory);
    try (RawManager teller = home.login("boss", "s3cret");
        RawManager client = home.login("clerk", "cl3rk")) {
      client.ask("Action: Ping", "SuppressEvents: yes");
      tell(teller, "One");
      client.send("Action: Ping", "SuppressEvents: yes");
      assertThat(client.block()).containsEntry("Ping", "Pong");
      client.send("Action: Ping");
      assertThat(client.block()).containsEntry("Ping", "Pong");
      assertThat(client.block()).containsEntry("UserEvent", "One");
    }
  }

  @Test
  void eventsTellTheirTimeAndVariablesAndKeepSilentWhereToldTo() throws Exception {
    home =
        ManagerHome.start(directory, "timestampevents = yes", "disabledevents = FullyBooted,Red");
    try (RawManager client = home.login("boss", "s3cret")) {
      tell(client, "One");
      Map<String, String> event = client.block();
      assertThat(event)
          .containsEntry("Event", "UserEvent")
          .hasEntrySatisfying(
              "Timestamp", time -> assertThat(time).matches("[0-9]{10}\\.[0-9]{6}"));
    }
  }

  @Test
  void theOldEventsActionKeepsSilentAboutAllAndErrors() throws Exception {
    home = ManagerHome.start(directory, "brokeneventsaction = yes");
    try (RawManager client = home.login("clerk", "cl3rk")) {
      client.send("Action: Events", "EventMask: on");
      client.send("Action: Events");
      assertThat(client.ask("Action: Ping", "ActionID: 1")).containsEntry("ActionID", "1");
      assertThat(client.ask("Action: Events", "EventMask: off")).containsEntry("Events", "Off");
    }
  }

  @Test
  void phonesThatComeAndGoAreTold() throws Exception {
    home = ManagerHome.start(directory);
    home.server().insertPhone("alice", "pa55");
    try (RawManager client = home.login("boss", "s3cret");
        SipPhone alice = SipPhone.open(PhoneAccount.of("alice", "pa55", home.server().sip()))) {
      alice.register();
      assertThat(client.event("PeerStatus"))
          .containsEntry("Privilege", "system,all")
          .containsEntry("ChannelType", "SIP")
          .containsEntry("Peer", "SIP/alice")
          .containsEntry("PeerStatus", "Registered")
          .hasEntrySatisfying(
              "Address", address -> assertThat(address).matches("127.0.0.1:[0-9]+"));
      alice.unregister();
      assertThat(client.event("PeerStatus"))
          .containsEntry("Peer", "SIP/alice")
          .containsEntry("PeerStatus", "Unregistered");
    }
  }

  @Test
  void reloadsAndTheEndAreTold() throws Exception {
    home = ManagerHome.start(directory);
    try (RawManager client = home.login("boss", "s3cret")) {
      assertThat(client.ask("Action: Reload", "Module: manager"))
          .containsEntry("Message", "Module Reloaded");
      assertThat(client.event("Reload"))
          .containsEntry("Module", "manager")
          .containsEntry("Status", "0");
      assertThat(client.ask("Action: Reload", "Module: nosuch"))
          .containsEntry("Message", "No such module");
      assertThat(client.event("Reload"))
          .containsEntry("Module", "nosuch")
          .containsEntry("Status", "2");
      assertThat(client.ask("Action: Reload")).containsEntry("Response", "Success");
      assertThat(client.event("Reload")).containsEntry("Module", "All");
      Thread end = Thread.ofVirtual().start(() -> home.close());
      assertThat(client.event("Shutdown"))
          .containsEntry("Shutdown", "Cleanly")
          .containsEntry("Restart", "False");
      assertThat(client.isClosed()).isTrue();
      end.join();
    }
  }
}
