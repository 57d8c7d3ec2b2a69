package org.ara.pbx.application.audio;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.ara.pbx.Channel;
import org.ara.pbx.Deadline;
import org.ara.pbx.Description;
import org.ara.pbx.HungUpException;
import org.ara.pbx.application.Application;
import org.ara.pbx.application.Call;
import org.ara.pbx.application.Outcome;
import org.ara.pbx.dialplan.Arguments;
import org.ara.pbx.media.AudioSource;
import org.ara.pbx.media.Player;
import org.ara.pbx.media.Sounds;

/** Plays sound files to the caller. */
public final class Playback implements Application {

  private final Sounds sounds;

  public Playback(Sounds sounds) {
    this.sounds = sounds;
  }

  @Override
  public Description description() {
    return new Description(
        "Playback",
        "Plays sound files",
        "Playback(file[&file...][,option])",
        "Answers first, unless the option is noanswer, which plays as early media; skip plays"
            + " nothing to a call that is not answered. Files are named without extension. Sets"
            + " PLAYBACKSTATUS to SUCCESS, or to FAILED if any file could not be played.");
  }

  @Override
  public Outcome run(Call call, String arguments) throws HungUpException {
    Arguments split = Arguments.split(arguments, 2);
    List<String> options = List.of(split.text(1).strip().split("[&,|\\s]+"));
    Channel channel = call.channel();
    if (split.text(0).isBlank()) {
      call.warn("there is no file to play");
      call.set("PLAYBACKSTATUS", "FAILED");
      return Outcome.NEXT;
    }
    boolean answered = channel.isUp();
    if (!answered && options.contains("skip")) {
      call.set("PLAYBACKSTATUS", "SUCCESS");
      return Outcome.NEXT;
    }
    if (!answered && options.contains("noanswer")) {
      channel.progress();
    } else {
      channel.answer();
    }
    boolean all = true;
    for (String name : split.text(0).split("&")) {
      all &= play(call, name.strip());
    }
    call.set("PLAYBACKSTATUS", all ? "SUCCESS" : "FAILED");
    return Outcome.NEXT;
  }

  private boolean play(Call call, String name) throws HungUpException {
    Channel channel = call.channel();
    try {
      Optional<AudioSource> sound =
          sounds.open(name, channel.language(), channel.leg().media().codec());
      if (sound.isEmpty()) {
        call.warn("there is no sound '" + name + "' under " + sounds);
        return false;
      }
      try (AudioSource source = sound.get()) {
        new Player(channel).play(source, Deadline.NEVER, signal -> false);
      }
      return true;
    } catch (IOException e) {
      call.warn("sound '" + name + "': " + e.getMessage());
      return false;
    }
  }
}
