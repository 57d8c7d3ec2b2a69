package org.ara.pbx.local;

import org.ara.pbx.CallerId;
import org.ara.pbx.Channel;
import org.ara.pbx.ChannelDriver;
import org.ara.pbx.DialRequest;
import org.ara.pbx.HangupCause;
import org.ara.pbx.Location;
import org.ara.pbx.Pbx;
import org.ara.pbx.device.DeviceState;
import org.ara.realtime.Lookup;

/**
 * The technology {@code Local}: a call to {@code Local/number@context} is two channels back to
 * back, one that is dialled and one that runs the dialplan at that number.
 */
public final class LocalDriver implements ChannelDriver {

  /** Calls that lead to further such calls, without end where two numbers name each other. */
  private static final int MOST_NESTED = 20;

  private static final String DEPTH = "LOCAL_DEPTH";

  private final Pbx pbx;

  public LocalDriver(Pbx pbx) {
    this.pbx = pbx;
  }

  @Override
  public String technology() {
    return "Local";
  }

  @Override
  public Requested request(DialRequest request) {
    Location to = place(request.resource());
    int depth = depth(request);
    if (depth > MOST_NESTED) {
      return new Requested.Refused(
          HangupCause.INTERWORKING, "calls to Local channels lead in a circle at " + to);
    }
    return switch (pbx.match(to.context(), to.extension(), request.callerId().number())) {
      case Lookup.Unavailable<Pbx.NumberMatch>(var outage) ->
          new Requested.Refused(HangupCause.TEMPORARY_FAILURE, outage.message());
      case Lookup.Absent<Pbx.NumberMatch>() -> missing(to);
      case Lookup.Found<Pbx.NumberMatch>(Pbx.NumberMatch match) ->
          match == Pbx.NumberMatch.COMPLETE ? ready(request, to, depth) : missing(to);
    };
  }

  private static Requested missing(Location to) {
    return new Requested.Refused(
        HangupCause.NO_ROUTE_DESTINATION,
        "there is no number " + to.extension() + "@" + to.context());
  }

  private Requested ready(DialRequest request, Location to, int depth) {
    String name = "Local/" + to.extension() + "@" + to.context();
    LocalLeg outerLeg = new LocalLeg();
    LocalLeg innerLeg = new LocalLeg();
    Channel outer = pbx.open(name, new CallerId("", to.extension()), outerLeg::of);
    Channel inner = pbx.open(name, request.callerId(), innerLeg::of);
    request.variables().forEach(inner.variables()::set);
    inner.variables().set("__" + DEPTH, Integer.toString(depth));
    inner.link(request.caller() == null ? outer : request.caller());
    outerLeg.connect(innerLeg, () -> pbx.run(inner, to));
    innerLeg.connect(outerLeg, () -> {});
    return new Requested.Ready(outer);
  }

  @Override
  public boolean isReachable(String resource) {
    return state(resource) == DeviceState.NOT_INUSE;
  }

  @Override
  public DeviceState state(String resource) {
    Location to = place(resource);
    return pbx.match(to.context(), to.extension(), "")
                instanceof Lookup.Found<Pbx.NumberMatch>(Pbx.NumberMatch match)
            && match == Pbx.NumberMatch.COMPLETE
        ? DeviceState.NOT_INUSE
        : DeviceState.INVALID;
  }

  /** {@code number@context}, options behind a slash left out; the context {@code default}. */
  private static Location place(String resource) {
    String plain = resource.split("/", 2)[0];
    int at = plain.lastIndexOf('@');
    return at < 0
        ? new Location("default", plain, 1)
        : new Location(plain.substring(at + 1), plain.substring(0, at), 1);
  }

  private static int depth(DialRequest request) {
    Channel caller = request.caller();
    String before = caller == null ? null : caller.variables().get(DEPTH);
    try {
      return before == null ? 1 : 1 + Integer.parseInt(before);
    } catch (NumberFormatException e) {
      return 1;
    }
  }
}
