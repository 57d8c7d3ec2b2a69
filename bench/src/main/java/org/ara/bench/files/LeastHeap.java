package org.ara.bench.files;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import org.ara.config.Configuration;

/**
 * The smallest heap in which a file can be loaded and kept: what loading takes beyond what is kept
 * shows as the difference, without garbage that a larger heap would put up with.
 */
final class LeastHeap {

  private static final int STEP = 8;
  private static final int MOST = 4096;

  private LeastHeap() {}

  /** Loads one file; with too small a heap it ends with a status that is not 0. */
  public static void main(String[] arguments) throws Exception {
    try (StoredFiles files = StoredFiles.open(Path.of(arguments[0]))) {
      Configuration held = files.load(arguments[1]);
      if (StaticScenario.lines(held) != Integer.parseInt(arguments[2])) {
        throw new IllegalStateException("not all rows were loaded");
      }
    } catch (OutOfMemoryError expected) {
      Runtime.getRuntime().halt(1);
    }
    Runtime.getRuntime().halt(0);
  }

  /**
   * Tries heaps of the serial collector.
   *
   * @return megabytes, to the next multiple of 8
   */
  static int megabytes(Path directory, String file, int rows)
      throws IOException, InterruptedException {
    int tooSmall = 0;
    int enough = STEP;
    while (enough < MOST && !loads(directory, file, rows, enough)) {
      tooSmall = enough;
      enough *= 2;
    }
    while (enough - tooSmall > STEP) {
      int middle = (tooSmall + enough) / 2 / STEP * STEP;
      if (loads(directory, file, rows, middle)) {
        enough = middle;
      } else {
        tooSmall = middle;
      }
    }
    return enough;
  }

  private static boolean loads(Path directory, String file, int rows, int megabytes)
      throws IOException, InterruptedException {
    return new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                LeastHeap.class.getName(),
                directory.toString(),
                file,
                Integer.toString(rows))
            .redirectErrorStream(true)
            .redirectOutput(Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }
}
