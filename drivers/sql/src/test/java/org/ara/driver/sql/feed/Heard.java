package org.ara.driver.sql.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.ara.realtime.Field;
import org.ara.realtime.spi.ChangeFeed;
import org.awaitility.Awaitility;

/** A listener that writes down what it hears, a line each: {@code live name}, {@code name=bob}. */
public final class Heard implements ChangeFeed.Listener {

  public static final String ANYWHERE = "anywhere";

  private final CopyOnWriteArrayList<String> lines = new CopyOnWriteArrayList<>();
  private final AtomicInteger inside = new AtomicInteger();

  public List<String> lines() {
    return List.copyOf(lines);
  }

  /** Forgets what was heard so far. */
  public void clear() {
    lines.clear();
  }

  public void await(String line) {
    awaitUntil(() -> lines.contains(line), line);
  }

  /** Waits for a line that contains all of these. */
  public void awaitContaining(String... parts) {
    awaitUntil(
        () -> lines.stream().anyMatch(l -> List.of(parts).stream().allMatch(l::contains)),
        String.join(", ", parts));
  }

  private void awaitUntil(Callable<Boolean> condition, String what) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .pollInterval(Duration.ofMillis(5))
        .untilAsserted(() -> assertThat(condition.call()).as(what + " in " + lines).isTrue());
  }

  @Override
  public void live(List<String> keyColumns) {
    write(("live " + String.join(",", keyColumns)).strip());
  }

  @Override
  public void changed(List<Field> key) {
    write(key.stream().map(f -> f.column() + "=" + f.value()).collect(Collectors.joining(",")));
  }

  @Override
  public void changedAnywhere() {
    write(ANYWHERE);
  }

  @Override
  public void lost(String why) {
    write("lost: " + why);
  }

  private void write(String line) {
    lines.add(inside.incrementAndGet() == 1 ? line : "two calls at once: " + line);
    inside.decrementAndGet();
  }
}
