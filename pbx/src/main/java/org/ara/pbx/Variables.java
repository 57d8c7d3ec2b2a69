package org.ara.pbx;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The variables of a channel: names are case-sensitive, a leading {@code _} or {@code __} makes a
 * variable inherited by the channels it dials, and each Gosub frame has locals that hide the rest
 * ({@code spec/dialplan.md} section 8).
 *
 * <p>Safe for any number of threads.
 */
public final class Variables {

  private enum Reach {
    HERE,
    CHILDREN,
    DESCENDANTS
  }

  private record Value(String text, Reach reach) {}

  private record Frame(Location back, Map<String, String> locals, String macro) {}

  private final BiConsumer<String, String> watch;
  private final SequencedMap<String, Value> values = new LinkedHashMap<>();
  private final Deque<Frame> frames = new ArrayDeque<>();

  /** Variables that nobody watches. */
  public Variables() {
    this((name, text) -> {});
  }

  /**
   * Variables of which none is set.
   *
   * @param watch told the name and the value of each that is set; must be quick
   */
  public Variables(BiConsumer<String, String> watch) {
    this.watch = watch;
  }

  /** The value of a variable under its plain name, null if it was never set. */
  public synchronized @Nullable String get(String name) {
    for (Frame frame : frames) {
      String local = frame.locals().get(name);
      if (local != null) {
        return local;
      }
    }
    Value value = values.get(name);
    return value == null ? null : value.text();
  }

  /**
   * Sets a variable, replacing every other form of its name.
   *
   * @param name plain, {@code _NAME} or {@code __NAME}
   * @param text the value; an empty one leaves the variable set and empty
   */
  public void set(String name, String text) {
    keep(name, text);
    watch.accept(name, text);
  }

  private synchronized void keep(String name, String text) {
    if (name.startsWith("__")) {
      values.putFirst(name.substring(2), new Value(text, Reach.DESCENDANTS));
    } else if (name.startsWith("_")) {
      values.putFirst(name.substring(1), new Value(text, Reach.CHILDREN));
    } else {
      setPlain(name, text);
    }
  }

  private void setPlain(String name, String text) {
    for (Frame frame : frames) {
      if (frame.locals().containsKey(name)) {
        frame.locals().put(name, text);
        return;
      }
    }
    values.putFirst(name, new Value(text, Reach.HERE));
  }

  /** Sets a variable of the innermost Gosub frame; false if there is no frame. */
  public synchronized boolean setLocal(String name, String text) {
    Frame frame = frames.peekFirst();
    if (frame == null) {
      return false;
    }
    frame.locals().put(name, text);
    watch.accept(name, text);
    return true;
  }

  /** Forgets a variable, inherited or not. */
  public synchronized void remove(String name) {
    values.remove(name);
  }

  /**
   * Opens a Gosub frame.
   *
   * @param back where Return goes
   * @param locals the frame's own variables
   */
  public synchronized void push(Location back, Map<String, String> locals) {
    push(back, locals, "");
  }

  /**
   * Opens the frame of a macro, which {@link #leave} closes.
   *
   * @param back where the call goes on after the macro
   * @param locals the frame's own variables
   * @param context the context of the macro
   */
  public synchronized void push(Location back, Map<String, String> locals, String context) {
    frames.addFirst(new Frame(back, new LinkedHashMap<>(locals), context));
  }

  /**
   * Closes the innermost frame if it is that of a macro of that context; tells where the call goes
   * on, which is MACRO_OFFSET steps later if that is a number.
   */
  public synchronized Optional<Location> leave(String context) {
    Frame frame = frames.peekFirst();
    if (frame == null || frame.macro().isEmpty() || !frame.macro().equals(context)) {
      return Optional.empty();
    }
    frames.removeFirst();
    String offset = frame.locals().getOrDefault("MACRO_OFFSET", "");
    Location back = frame.back();
    return Optional.of(
        offset.matches("\\d{1,6}") ? back.at(back.priority() + Integer.parseInt(offset)) : back);
  }

  /** Closes the innermost frame, forgetting its locals; tells where it would have returned to. */
  public synchronized Optional<Location> pop() {
    return Optional.ofNullable(frames.pollFirst()).map(Frame::back);
  }

  /** How many frames are open. */
  public synchronized int depth() {
    return frames.size();
  }

  /** The variables in force, newest first. */
  public synchronized SequencedMap<String, String> all() {
    SequencedMap<String, String> all = new LinkedHashMap<>();
    for (Frame frame : frames) {
      frame.locals().forEach(all::putIfAbsent);
    }
    values.forEach((name, value) -> all.putIfAbsent(name, value.text()));
    return Collections.unmodifiableSequencedMap(all);
  }

  /**
   * What a channel dialled by this one gets, oldest first, ready for {@link #set}: variables for
   * children under their plain name, variables for all descendants as {@code __NAME} again.
   */
  public synchronized SequencedMap<String, String> inheritance() {
    SequencedMap<String, String> inherited = new LinkedHashMap<>();
    values
        .reversed()
        .forEach(
            (name, value) -> {
              switch (value.reach()) {
                case HERE -> {}
                case CHILDREN -> inherited.put(name, value.text());
                case DESCENDANTS -> inherited.put("__" + name, value.text());
              }
            });
    return inherited;
  }
}
