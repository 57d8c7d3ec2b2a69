package org.ara.config.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the commands of {@code #exec}, whose standard output is configuration. */
final class ExecIncludes {

  private static final Duration DEADLINE = Duration.ofSeconds(60);

  private ExecIncludes() {}

  /**
   * What a command said.
   *
   * @param output its standard output
   * @param complaints its standard error by lines, and how it failed
   */
  record Result(byte[] output, List<String> complaints) {}

  /** Runs a shell command in a directory and waits for its end. */
  static Result run(String command, Path directory) throws IOException, InterruptedException {
    Path output = Files.createTempFile("ara-exec", ".conf");
    Path errors = Files.createTempFile("ara-exec", ".err");
    try {
      Process process =
          new ProcessBuilder("/bin/sh", "-c", command)
              .directory(directory.toFile())
              .redirectInput(Path.of("/dev/null").toFile())
              .redirectOutput(output.toFile())
              .redirectError(errors.toFile())
              .start();
      boolean ended = process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS);
      if (!ended) {
        process.destroyForcibly().waitFor();
      }
      List<String> complaints =
          new java.util.ArrayList<>(
              new String(Files.readAllBytes(errors), java.nio.charset.StandardCharsets.UTF_8)
                  .lines()
                  .toList());
      if (!ended) {
        complaints.add("did not end within " + DEADLINE.toSeconds() + " s and was stopped");
      } else if (process.exitValue() != 0) {
        complaints.add("ended with status " + process.exitValue());
      }
      return new Result(Files.readAllBytes(output), complaints);
    } finally {
      Files.deleteIfExists(output);
      Files.deleteIfExists(errors);
    }
  }
}
