package org.ara.pbx.testing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.ara.pbx.CallerId;
import org.ara.pbx.Channel;
import org.ara.pbx.ChannelDriver;
import org.ara.pbx.DialRequest;
import org.ara.pbx.HangupCause;
import org.ara.pbx.Pbx;
import org.ara.pbx.media.Codec;

/** Calls in memory: {@code Dial(Test/100)} reaches the phone that was plugged in as 100. */
public final class TestTechnology implements ChannelDriver {

  /**
   * A phone that can be called.
   *
   * @param whenCalled what it does, on a thread of its own
   */
  private record Phone(Codec codec, Consumer<TestLeg> whenCalled) {}

  private final Pbx pbx;
  private final Map<String, Phone> phones = new ConcurrentHashMap<>();
  private final Map<String, HangupCause> refusals = new ConcurrentHashMap<>();
  private final Map<String, List<TestLeg>> legs = new ConcurrentHashMap<>();
  private final List<DialRequest> requests = new CopyOnWriteArrayList<>();

  TestTechnology(Pbx pbx) {
    this.pbx = pbx;
  }

  @Override
  public String technology() {
    return "Test";
  }

  @Override
  public Requested request(DialRequest request) {
    requests.add(request);
    String name = request.resource();
    Phone phone = phones.get(name);
    if (phone == null) {
      HangupCause cause = refusals.getOrDefault(name, HangupCause.NO_ROUTE_DESTINATION);
      return new Requested.Refused(cause, "no phone " + name);
    }
    return new Requested.Ready(open(name, phone.codec(), phone.whenCalled()).channel());
  }

  /** Plugs a phone in. */
  public void phone(String name, Consumer<TestLeg> whenCalled) {
    phone(name, Codec.ULAW, whenCalled);
  }

  public void phone(String name, Codec codec, Consumer<TestLeg> whenCalled) {
    phones.put(name, new Phone(codec, whenCalled));
  }

  /** Has calls to a name refused before anything rings. */
  public void refuse(String name, HangupCause cause) {
    refusals.put(name, cause);
  }

  /** A phone comes in on a number. */
  public TestLeg call(String from, String context, String extension) {
    return call(from, Codec.ULAW, context, extension);
  }

  public TestLeg call(String from, Codec codec, String context, String extension) {
    TestLeg leg = open(from, codec, ignored -> {});
    pbx.run(leg.channel(), context, extension);
    return leg;
  }

  /** The last leg of a phone, once there is one. */
  public TestLeg leg(String name) {
    Until.isTrue("a leg of " + name, () -> !legs(name).isEmpty());
    return legs(name).getLast();
  }

  public List<TestLeg> legs(String name) {
    return legs.getOrDefault(name, List.of());
  }

  public List<DialRequest> requests() {
    return List.copyOf(requests);
  }

  private TestLeg open(String name, Codec codec, Consumer<TestLeg> whenCalled) {
    Channel channel =
        pbx.open(
            "Test/" + name, new CallerId("", name), made -> new TestLeg(made, codec, whenCalled));
    TestLeg leg = (TestLeg) channel.leg();
    legs.computeIfAbsent(name, key -> new CopyOnWriteArrayList<>()).add(leg);
    return leg;
  }
}
