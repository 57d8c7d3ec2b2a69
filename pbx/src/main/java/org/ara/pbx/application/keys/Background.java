package org.ara.pbx.application.keys;

import java.util.Optional;
import org.ara.pbx.Channel;
import org.ara.pbx.Description;
import org.ara.pbx.HungUpException;
import org.ara.pbx.Routes;
import org.ara.pbx.application.Application;
import org.ara.pbx.application.Call;
import org.ara.pbx.application.Outcome;
import org.ara.pbx.dialplan.Arguments;
import org.ara.pbx.dialplan.MatchMode;
import org.ara.pbx.dialplan.OptionLetters;
import org.ara.pbx.dialplan.Step;
import org.ara.pbx.media.Sounds;
import org.ara.realtime.Lookup;

/** Plays sound files until the caller starts to dial an extension. */
public final class Background implements Application {

  private static final String STATUS = "BACKGROUNDSTATUS";

  private final Prompts prompts;
  private final Routes routes;

  public Background(Sounds sounds, Routes routes) {
    this.prompts = new Prompts(sounds);
    this.routes = routes;
  }

  @Override
  public Description description() {
    return new Description(
        "BackGround",
        "Plays sound files while the caller may dial an extension",
        "BackGround(file[&file...][,options[,language]])",
        "Answers first. A key ends the sound and is the first digit of an extension of this"
            + " context. Options: s plays nothing to a call that is not answered; n does not"
            + " answer; m ends the sound only for a key that is an extension by itself or could"
            + " begin one. Sets BACKGROUNDSTATUS to SUCCESS or FAILED.");
  }

  @Override
  public Outcome run(Call call, String arguments) throws HungUpException {
    Arguments split = Arguments.split(arguments, 4);
    Channel channel = call.channel();
    Optional<OptionLetters> options = OptionLetters.parse(split.text(1).strip(), call::warn);
    if (split.text(0).isBlank()) {
      call.warn("there is no file to play");
      call.set(STATUS, "FAILED");
      return Outcome.NEXT;
    }
    if (!split.text(3).isBlank() && !split.text(3).strip().equals(call.location().context())) {
      call.warn("the fourth argument, another context, has no effect: dialled in this context");
    }
    boolean skips = options.filter(o -> o.has('s')).isPresent();
    if (!channel.isUp() && skips) {
      call.set(STATUS, "SUCCESS");
      return Outcome.NEXT;
    }
    if (options.filter(o -> o.has('n')).isPresent()) {
      channel.progress();
    } else {
      channel.answer();
    }
    boolean matching = options.filter(o -> o.has('m')).isPresent();
    String language = split.text(2).isBlank() ? channel.language() : split.text(2).strip();
    Prompts.Played played = prompts.play(call, split.text(0), language);
    while (played.key() != null && matching && !begins(call, played.key())) {
      played = prompts.play(call, split.text(0), language);
    }
    call.set(STATUS, played.complete() ? "SUCCESS" : "FAILED");
    return played.key() == null ? Outcome.NEXT : new Outcome.Dialled(played.key());
  }

  private boolean begins(Call call, char key) {
    return routes.find(
            call.location().start(String.valueOf(key)),
            call.channel().callerId().number(),
            MatchMode.CAN_MATCH,
            call.channel())
        instanceof Lookup.Found<Step>;
  }
}
