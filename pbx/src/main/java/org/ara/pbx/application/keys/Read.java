package org.ara.pbx.application.keys;

import java.time.Duration;
import java.util.Optional;
import org.ara.pbx.Channel;
import org.ara.pbx.Deadline;
import org.ara.pbx.Description;
import org.ara.pbx.HungUpException;
import org.ara.pbx.application.Application;
import org.ara.pbx.application.Call;
import org.ara.pbx.application.Outcome;
import org.ara.pbx.dialplan.Arguments;
import org.ara.pbx.dialplan.OptionLetters;
import org.ara.pbx.dialplan.Seconds;
import org.ara.pbx.function.Timeouts;
import org.ara.pbx.media.Sounds;

/** Reads the keys that a caller presses into a variable. */
public final class Read implements Application {

  private static final String STATUS = "READSTATUS";
  private static final int MOST = 255;

  private final Prompts prompts;

  public Read(Sounds sounds) {
    this.prompts = new Prompts(sounds);
  }

  @Override
  public Description description() {
    return new Description(
        "Read",
        "Reads keys that the caller presses into a variable",
        "Read(variable[,file[&file...][,most[,options[,attempts[,timeout]]]]])",
        "Plays the files, which the first key ends, then takes keys until there are as many as"
            + " asked for (255), # is pressed, or none comes in time: TIMEOUT(response) for the"
            + " first one, TIMEOUT(digit) for others, or the timeout given. Without any key it is"
            + " tried again as often as attempts says. Options: s skips a call that is not"
            + " answered; n does not answer; t(keys) other keys that end it; e: with no key at"
            + " all, the terminator is read. READSTATUS is OK, TIMEOUT, SKIPPED, HANGUP or ERROR.");
  }

  @Override
  public Outcome run(Call call, String arguments) throws HungUpException {
    Arguments split = Arguments.split(arguments, 6);
    String variable = split.text(0).strip();
    if (variable.isEmpty()) {
      call.warn("there is no variable to read into");
      call.set(STATUS, "ERROR");
      return Outcome.NEXT;
    }
    OptionLetters options =
        OptionLetters.parse(split.text(3).strip(), call::warn)
            .orElseGet(() -> new OptionLetters(java.util.Map.of()));
    if (options.has('i')) {
      call.warn("option i has no effect: there are no tones to play in place of files");
    }
    Channel channel = call.channel();
    if (!channel.isUp() && options.has('s')) {
      call.set(variable, "");
      call.set(STATUS, "SKIPPED");
      return Outcome.NEXT;
    }
    if (!options.has('n')) {
      channel.answer();
    }
    call.set(STATUS, "HANGUP");
    Reading reading =
        new Reading(
            number(split.text(2), MOST, MOST),
            options.value('t').filter(keys -> !keys.isEmpty()).orElse("#"),
            options.has('e'),
            Seconds.parse(split.text(5)).filter(time -> !time.isZero()));
    int attempts = number(split.text(4), 1, 1000);
    String keys = "";
    boolean ended = false;
    for (int i = 0; i < attempts && keys.isEmpty() && !ended; i++) {
      StringBuilder typed = new StringBuilder();
      ended = read(call, split.text(1), reading, typed);
      keys = typed.toString();
    }
    call.set(variable, keys);
    call.set(STATUS, ended || !keys.isEmpty() ? "OK" : "TIMEOUT");
    return Outcome.NEXT;
  }

  /** How keys are read. */
  private record Reading(int most, String ends, boolean keepsEnd, Optional<Duration> timeout) {}

  /** Reads once; whether a key or the number of keys ended it. */
  private boolean read(Call call, String files, Reading reading, StringBuilder typed)
      throws HungUpException {
    Character key = prompts.play(call, files, call.channel().language()).key();
    while (true) {
      if (key == null) {
        Duration patience =
            typed.isEmpty() ? Timeouts.response(call.channel()) : Timeouts.digit(call.channel());
        key = Prompts.key(call, Deadline.in(reading.timeout().orElse(patience)));
      }
      if (key == null) {
        return false;
      }
      if (reading.ends().indexOf(key) >= 0) {
        if (typed.isEmpty() && reading.keepsEnd()) {
          typed.append(key.charValue());
        }
        return true;
      }
      typed.append(key.charValue());
      if (typed.length() >= reading.most()) {
        return true;
      }
      key = null;
    }
  }

  private static int number(String text, int otherwise, int most) {
    return text.strip().matches("[1-9]\\d{0,3}")
        ? Math.min(most, Integer.parseInt(text.strip()))
        : otherwise;
  }
}
