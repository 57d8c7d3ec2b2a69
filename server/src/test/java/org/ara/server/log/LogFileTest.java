package org.ara.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ara.module.log.LogLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LogFileTest {

  private static final LogLine LINE = LogLine.own(LogLevel.NOTICE, "x");

  @TempDir Path directory;
  private final List<String> alarms = Collections.synchronizedList(new ArrayList<>());

  private LogFile file(RotateStrategy strategy, long size, int keep) {
    return new LogFile(
        directory.resolve("messages"), new Rotation(strategy, size, keep), alarms::add);
  }

  private Set<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      Set<String> names = new TreeSet<>();
      files.forEach(file -> names.add(file.getFileName().toString()));
      return names;
    }
  }

  private String text(String name) throws IOException {
    return Files.readString(directory.resolve(name));
  }

  private List<String> allLines() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String name : names()) {
      lines.addAll(Files.readAllLines(directory.resolve(name)));
    }
    return lines;
  }

  @ParameterizedTest
  @EnumSource
  void noLineIsLostOrTornWhenFilesAreRotatedWhileManyThreadsWrite(RotateStrategy strategy)
      throws Exception {
    int threads = 16;
    int each = 2_000;
    LogFile file = file(strategy, 100_000, 0);
    CountDownLatch begin = new CountDownLatch(1);
    AtomicInteger written = new AtomicInteger();
    List<Thread> writers =
        IntStream.range(0, threads)
            .mapToObj(
                writer ->
                    Thread.ofVirtual()
                        .start(
                            () -> {
                              await(begin);
                              for (int i = 0; i < each; i++) {
                                file.write(LINE, "line " + writer + "-" + i + " of the log");
                                written.incrementAndGet();
                              }
                            }))
            .toList();
    begin.countDown();
    for (int rotations = 1; writers.stream().anyMatch(Thread::isAlive); ) {
      if (written.get() < rotations * 200) {
        Thread.yield();
      } else {
        file.rotate();
        rotations++;
      }
    }
    for (Thread writer : writers) {
      writer.join();
    }
    file.close();

    List<String> expected = new ArrayList<>();
    for (int writer = 0; writer < threads; writer++) {
      for (int i = 0; i < each; i++) {
        expected.add("line " + writer + "-" + i + " of the log");
      }
    }
    assertThat(allLines()).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(alarms).isEmpty();
    assertThat(names().size() > 1).isEqualTo(strategy != RotateStrategy.NONE);
  }

  @Test
  void sequentialGivesTheNewestTheHighestNumberAndKeepsTheLast() throws Exception {
    LogFile file = file(RotateStrategy.SEQUENTIAL, 0, 2);
    rotateThrice(file);
    assertThat(names()).containsExactly("messages", "messages.1", "messages.2");
    assertThat(text("messages.2")).isEqualTo("third\n");
  }

  @Test
  void rotateGivesTheNewestNumberZeroAndKeepsTheLast() throws Exception {
    LogFile file = file(RotateStrategy.ROTATE, 0, 2);
    rotateThrice(file);
    assertThat(names()).containsExactly("messages", "messages.0", "messages.1");
    assertThat(text("messages.0")).isEqualTo("third\n");
    assertThat(text("messages.1")).isEqualTo("second\n");
  }

  @Test
  void timestampKeepsApartWhatIsPutAwayWithinOneSecond() throws Exception {
    LogFile file = file(RotateStrategy.TIMESTAMP, 0, 0);
    rotateThrice(file);
    assertThat(names()).hasSize(4).allMatch(n -> n.matches("messages(\\.\\d{8}-\\d{6}(-\\d)?)?"));
    assertThat(allLines()).containsExactlyInAnyOrder("first", "second", "third");
  }

  @Test
  void noneLeavesRenamingToAnotherProgramAndGoesOnInANewFile() throws Exception {
    LogFile file = file(RotateStrategy.NONE, 0, 0);
    file.write(LINE, "before");
    Files.move(directory.resolve("messages"), directory.resolve("messages.old"));
    file.rotate();
    file.write(LINE, "after");
    assertThat(text("messages.old")).isEqualTo("before\n");
    assertThat(text("messages")).isEqualTo("after\n");
  }

  @Test
  void aFullFileIsRotatedByItself() throws Exception {
    LogFile file = file(RotateStrategy.ROTATE, 20, 0);
    for (String line : List.of("0123456789", "0123456789", "new")) {
      file.write(LINE, line);
    }
    assertThat(text("messages")).isEqualTo("new\n");
    assertThat(names()).containsExactly("messages", "messages.0");
  }

  @Test
  void whatCannotBeWrittenIsToldOnceAndCounted() throws Exception {
    LogFile file = file(RotateStrategy.ROTATE, 0, 0);
    Files.createDirectory(directory.resolve("messages"));
    file.write(LINE, "one");
    file.write(LINE, "two");
    assertThat(alarms).singleElement().asString().contains("messages cannot be written: ");
    assertThat(file.works()).isFalse();

    Files.delete(directory.resolve("messages"));
    file.write(LINE, "three");
    assertThat(text("messages")).isEqualTo("three\n");
    assertThat(alarms.getLast()).endsWith("messages: 2 lines could not be written");
    assertThat(file.works()).isTrue();
  }

  @Test
  void aThreadThatIsInterruptedStillLogs() throws Exception {
    LogFile file = file(RotateStrategy.ROTATE, 0, 0);
    Thread writer =
        Thread.ofVirtual()
            .start(
                () -> {
                  Thread.currentThread().interrupt();
                  file.write(LINE, "interrupted");
                });
    writer.join();
    file.write(LINE, "goes on");
    assertThat(text("messages")).isEqualTo("interrupted\ngoes on\n");
  }

  private static void rotateThrice(LogFile file) throws IOException {
    for (String line : List.of("first", "second", "third")) {
      file.write(LINE, line);
      file.rotate();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
