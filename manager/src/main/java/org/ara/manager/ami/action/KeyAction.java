package org.ara.manager.ami.action;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.ara.module.manager.ManagerAction;
import org.ara.module.manager.Reply;
import org.ara.module.manager.Request;
import org.ara.pbx.Channel;
import org.ara.pbx.Pbx;
import org.ara.pbx.Signal;
import org.ara.pbx.media.PressedKey;

/** {@code PlayDTMF}: presses a key towards a channel's phone, or as if the phone had. */
record KeyAction(Pbx pbx) implements ManagerAction {

  private static final int USUAL = 100;
  private static final int MOST = 8000;

  @Override
  public String name() {
    return "PlayDTMF";
  }

  @Override
  public Reply run(Request request) {
    String name = request.text("Channel");
    String digit = request.text("Digit").toUpperCase(Locale.ROOT);
    if (name.isEmpty()) {
      return Reply.error("Channel not specified");
    }
    if (digit.isEmpty()) {
      return Reply.error("No digit specified");
    }
    if (digit.length() != 1 || !PressedKey.exists(digit.charAt(0))) {
      return Reply.error("Invalid digit: one of 0-9, A-D, * and # is needed");
    }
    if (!request.text("Duration").matches("[0-9]{0,6}")) {
      return Reply.error("Could not convert Duration parameter");
    }
    Optional<Channel> channel = pbx.channel(name);
    if (channel.isEmpty()) {
      return Reply.error("Channel not found");
    }
    int millis = request.filled("Duration").map(Integer::parseInt).filter(t -> t > 0).orElse(USUAL);
    if (request.isYes("Receive")) {
      channel.get().signal(new Signal.Digit(digit.charAt(0)));
    } else if (!press(channel.get(), digit.charAt(0), Duration.ofMillis(Math.min(millis, MOST)))) {
      return Reply.error("The session ends");
    }
    return Reply.success("DTMF successfully queued");
  }

  /** Presses it, waiting as long as that takes, so that the keys of a client follow each other. */
  private static boolean press(Channel channel, char key, Duration time) {
    try {
      PressedKey.send(channel.leg().media(), key, time);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
