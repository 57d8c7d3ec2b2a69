package org.ara.pbx.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ara.config.Problem;
import org.ara.module.Command;
import org.ara.module.Module;
import org.ara.module.ModuleException;
import org.ara.module.manager.ManagerBoard;
import org.ara.pbx.CallEvent;
import org.ara.pbx.Channel;
import org.ara.pbx.Pbx;
import org.ara.pbx.dialplan.CurrentDialplan;
import org.ara.pbx.dialplan.DialplanModule;
import org.ara.pbx.dialplan.Switches;
import org.ara.pbx.loadable.AppDial;
import org.ara.pbx.loadable.AppEcho;
import org.ara.pbx.loadable.AppExec;
import org.ara.pbx.loadable.AppMacro;
import org.ara.pbx.loadable.AppPlayback;
import org.ara.pbx.loadable.AppRead;
import org.ara.pbx.loadable.AppStack;
import org.ara.pbx.loadable.AppUserEvent;
import org.ara.pbx.loadable.AppVerbose;
import org.ara.pbx.loadable.AppWhile;
import org.ara.pbx.loadable.FuncCallerId;
import org.ara.pbx.loadable.FuncChannel;
import org.ara.pbx.loadable.FuncDialplan;
import org.ara.pbx.loadable.FuncDigest;
import org.ara.pbx.loadable.FuncGlobal;
import org.ara.pbx.loadable.FuncMath;
import org.ara.pbx.loadable.FuncRealtime;
import org.ara.pbx.loadable.FuncStrings;
import org.ara.pbx.loadable.PbxCore;
import org.ara.realtime.Realtime;
import org.jspecify.annotations.Nullable;

/** A core made of the real modules, a dialplan written in the test, and phones in memory. */
public final class TestExchange {

  private final TestContext context;
  private final TestTechnology phones;
  private final Pbx pbx;
  private final List<CallEvent> events = new CopyOnWriteArrayList<>();

  private TestExchange(Path directory, String extensions, @Nullable Realtime realtime) {
    this.context = new TestContext(directory);
    try {
      Files.writeString(directory.resolve("extensions.conf"), extensions);
      load(new DialplanModule(), new PbxCore());
      load(new AppDial(), new AppEcho(), new AppExec(), new AppPlayback(), new AppStack());
      load(new AppVerbose(), new FuncCallerId(), new FuncChannel(), new FuncGlobal());
      load(new FuncStrings(), new AppWhile(), new AppMacro(), new AppUserEvent(), new AppRead());
      load(new FuncMath(), new FuncDigest(), new FuncDialplan());
      if (realtime != null) {
        context.publish(Realtime.class, realtime);
        load(new FuncRealtime());
      }
      this.pbx = context.require(Pbx.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ModuleException e) {
      throw new IllegalStateException(e);
    }
    this.phones = new TestTechnology(pbx);
    pbx.register(phones);
    pbx.watch(events::add);
    assertThat(context.problems()).extracting(Problem::toString).isEmpty();
  }

  /** Loads that text as {@code extensions.conf}. */
  public static TestExchange with(Path directory, String extensions) {
    return new TestExchange(directory, extensions, null);
  }

  public static TestExchange with(Path directory, String extensions, Realtime realtime) {
    return new TestExchange(directory, extensions, realtime);
  }

  private void load(Module... modules) throws ModuleException {
    for (Module module : modules) {
      module.load(context);
    }
  }

  public Pbx pbx() {
    return pbx;
  }

  public TestTechnology phones() {
    return phones;
  }

  public CurrentDialplan dialplan() {
    return service(CurrentDialplan.class);
  }

  public ManagerBoard board() {
    return service(ManagerBoard.class);
  }

  public Switches switches() {
    return service(Switches.class);
  }

  private <T> T service(Class<T> type) {
    try {
      return context.require(type);
    } catch (ModuleException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A phone 100 calls a number of the context {@code phones}. */
  public TestLeg call(String extension) {
    return phones.call("100", "phones", extension);
  }

  /** The steps a channel ran so far: {@code NoOp(text)}. */
  public List<String> steps(Channel channel) {
    List<String> steps = new ArrayList<>();
    for (CallEvent event : events) {
      if (event instanceof CallEvent.StepStarted step && step.channel() == channel) {
        steps.add(step.running().application() + "(" + step.running().data() + ")");
      }
    }
    return steps;
  }

  public List<CallEvent> events() {
    return List.copyOf(events);
  }

  public void untilStep(TestLeg leg, String step) {
    Until.isTrue(step, () -> steps(leg.channel()).contains(step));
  }

  /** Waits until a channel is gone, with its dialplan. */
  public TestLeg untilGone(TestLeg leg) {
    Until.isTrue(leg.channel() + " gone", () -> pbx.channel(leg.channel().name()).isEmpty());
    return leg;
  }

  /** Runs a number that ends by itself, and tells its steps. */
  public List<String> run(String extension) {
    return steps(untilGone(call(extension)).channel());
  }

  /** What a console command prints. */
  public List<String> console(List<String> words, String... arguments) {
    List<String> lines = new ArrayList<>();
    Command.Status unused = context.command(words).execute(List.of(arguments), lines::add);
    return lines;
  }
}
