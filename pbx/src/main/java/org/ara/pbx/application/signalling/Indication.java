package org.ara.pbx.application.signalling;

import java.util.function.Consumer;
import org.ara.pbx.Channel;
import org.ara.pbx.Description;
import org.ara.pbx.application.Application;
import org.ara.pbx.application.Call;
import org.ara.pbx.application.Outcome;

/** Tells a caller that is not answered yet how its call stands: Ringing, Progress, Proceeding. */
public final class Indication implements Application {

  private final Description description;
  private final Consumer<Channel> indicate;

  private Indication(String name, String synopsis, Consumer<Channel> indicate) {
    this.description =
        new Description(name, synopsis, name + "()", "Does nothing to a call that is answered.");
    this.indicate = indicate;
  }

  /** The application Ringing. */
  public static Indication ringing() {
    return new Indication("Ringing", "Tells the caller that it rings", Channel::ringing);
  }

  /** The application Progress. */
  public static Indication progress() {
    return new Indication("Progress", "Opens early media to the caller", Channel::progress);
  }

  /** The application Proceeding. */
  public static Indication proceeding() {
    return new Indication(
        "Proceeding", "Tells the caller that the call is being worked on", Channel::proceeding);
  }

  @Override
  public Description description() {
    return description;
  }

  @Override
  public Outcome run(Call call, String arguments) {
    indicate.accept(call.channel());
    return Outcome.NEXT;
  }
}
