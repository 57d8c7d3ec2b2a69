package org.ara.server.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** This machine's name, without asking a name server: that may take its time, or not answer. */
public final class HostName {

  private static final Path KERNEL = Path.of("/proc/sys/kernel/hostname");

  private HostName() {}

  /** As the kernel has it, else the shell. */
  public static String get() {
    try {
      return Files.readString(KERNEL, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      return Objects.requireNonNullElse(System.getenv("HOSTNAME"), "localhost");
    }
  }
}
