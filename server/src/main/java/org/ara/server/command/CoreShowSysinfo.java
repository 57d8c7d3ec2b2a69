package org.ara.server.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ara.module.Command;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code core show sysinfo}: the machine as its kernel tells ({@code /proc} of Linux). */
public final class CoreShowSysinfo implements Command {

  private static final Logger LOG = LoggerFactory.getLogger(CoreShowSysinfo.class);

  private static final List<Amount> MEMORY =
      List.of(
          new Amount("MemTotal", "Total RAM"),
          new Amount("MemFree", "Free RAM"),
          new Amount("Buffers", "Buffer RAM"),
          new Amount("SwapTotal", "Total Swap Space"),
          new Amount("SwapFree", "Free Swap Space"));

  /** A line of the kernel's and its name here. */
  private record Amount(String kernel, String label) {}

  private final Path kernel;

  /**
   * The command.
   *
   * @param kernel where the kernel tells, {@code /proc}
   */
  public CoreShowSysinfo(Path kernel) {
    this.kernel = kernel;
  }

  @Override
  public List<String> words() {
    return List.of("core", "show", "sysinfo");
  }

  @Override
  public String summary() {
    return "Show System Information";
  }

  @Override
  public String usage() {
    return """
        Usage: core show sysinfo
               Shows how long the machine runs, its memory and its processes.""";
  }

  @Override
  public Status execute(List<String> arguments, Output out) {
    if (!arguments.isEmpty()) {
      return Status.USAGE;
    }
    try {
      double uptime = Double.parseDouble(read("uptime").split(" ")[0]);
      out.line("");
      out.line("System Statistics");
      out.line("-----------------");
      item(out, "System Uptime", (long) (uptime / 3600) + " hours");
      Map<String, String> memory = memory();
      for (Amount amount : MEMORY) {
        item(out, amount.label(), memory.getOrDefault(amount.kernel(), "not known"));
      }
      item(out, "Number of Processes", Integer.toString(processes()));
      out.line("");
      return Status.SUCCESS;
    } catch (IOException e) {
      LOG.debug("No system statistics", e);
      out.line("This system does not tell: " + e.getMessage());
      return Status.FAILURE;
    }
  }

  private Map<String, String> memory() throws IOException {
    Map<String, String> memory = new HashMap<>();
    read("meminfo")
        .lines()
        .map(line -> line.split(":?\\s+"))
        .filter(words -> words.length == 3)
        .forEach(words -> memory.put(words[0], words[1] + " KiB"));
    return memory;
  }

  private int processes() throws IOException {
    int count = 0;
    try (DirectoryStream<Path> all = Files.newDirectoryStream(kernel, "[0-9]*")) {
      for (Path process : all) {
        count += Files.isDirectory(process) ? 1 : 0;
      }
    }
    return count;
  }

  private String read(String file) throws IOException {
    return Files.readString(kernel.resolve(file), StandardCharsets.US_ASCII);
  }

  private static void item(Output out, String label, String value) {
    out.line("  %-26s %s", label + ":", value);
  }
}
