package org.ara.pbx.application.keys;

import java.io.IOException;
import java.util.Optional;
import org.ara.pbx.Deadline;
import org.ara.pbx.HungUpException;
import org.ara.pbx.Signal;
import org.ara.pbx.application.Call;
import org.ara.pbx.media.AudioSource;
import org.ara.pbx.media.Player;
import org.ara.pbx.media.Sounds;
import org.jspecify.annotations.Nullable;

/** Sound files that a key of the caller ends. */
final class Prompts {

  private final Sounds sounds;

  Prompts(Sounds sounds) {
    this.sounds = sounds;
  }

  /**
   * What came of it.
   *
   * @param key the key that ended it; null if none did
   * @param complete whether every file could be played
   */
  record Played(@Nullable Character key, boolean complete) {}

  /**
   * Plays files.
   *
   * @param names separated by {@code &}
   * @param language looked for first
   */
  Played play(Call call, String names, String language) throws HungUpException {
    boolean complete = true;
    for (String name : names.split("&")) {
      if (name.isBlank()) {
        continue;
      }
      try {
        Optional<AudioSource> sound =
            sounds.open(name.strip(), language, call.channel().leg().media().codec());
        if (sound.isEmpty()) {
          call.warn("there is no sound '" + name.strip() + "' under " + sounds);
          complete = false;
          continue;
        }
        try (AudioSource source = sound.get()) {
          Player player = new Player(call.channel());
          if (player.play(source, Deadline.NEVER, Signal.Digit.class::isInstance)
              instanceof Signal.Digit(char key)) {
            return new Played(key, complete);
          }
        }
      } catch (IOException e) {
        call.warn("sound '" + name.strip() + "': " + e.getMessage());
        complete = false;
      }
    }
    return new Played(null, complete);
  }

  /** Waits for a key; null if none comes in time. */
  static @Nullable Character key(Call call, Deadline end) throws HungUpException {
    Signal signal = call.channel().await(end);
    while (signal != null && !(signal instanceof Signal.Digit)) {
      signal = call.channel().await(end);
    }
    return signal instanceof Signal.Digit(char key) ? key : null;
  }
}
