package org.ara.pbx.application.signalling;

import org.ara.pbx.Channel;
import org.ara.pbx.Description;
import org.ara.pbx.TransferResult;
import org.ara.pbx.application.Application;
import org.ara.pbx.application.Call;
import org.ara.pbx.application.Outcome;

/** Asks the caller's phone to call somebody else instead. */
public final class Transfer implements Application {

  @Override
  public Description description() {
    return new Description(
        "Transfer",
        "Asks the caller's phone to call somebody else instead",
        "Transfer([technology/]destination)",
        """
        The call leaves this server: a caller that was not answered is redirected, one that was is
        told to call the destination. With a technology only callers of that one are. Sets
        TRANSFERSTATUS to SUCCESS, FAILURE or UNSUPPORTED.""");
  }

  @Override
  public Outcome run(Call call, String arguments) {
    Channel channel = call.channel();
    String text = arguments.strip();
    int slash = text.indexOf('/');
    boolean ours = slash < 0 || text.substring(0, slash).equalsIgnoreCase(channel.technology());
    String destination = text.substring(slash + 1);
    if (destination.isEmpty()) {
      call.warn("it needs a destination");
    }
    TransferResult result = TransferResult.FAILURE;
    if (!ours) {
      result = TransferResult.UNSUPPORTED;
    } else if (!destination.isEmpty() && !channel.isOver()) {
      result = channel.leg().transfer(destination);
    }
    call.set("TRANSFERSTATUS", result.name());
    return Outcome.NEXT;
  }
}
