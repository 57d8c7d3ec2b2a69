package org.ara.server.stop;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts the program anew in the place of the running one ({@code execv}): the same process, with
 * its id, its terminal and whoever supervises it.
 */
public final class Again {

  /** POSIX leaves their numbers open; Linux and macOS agree on these. */
  private static final int F_SETFD = 2;

  private static final int FD_CLOEXEC = 1;
  private static final Path DESCRIPTORS = Path.of("/dev/fd");
  private static final int FIRST_OWN = 3;

  private final Linker linker = Linker.nativeLinker();

  /**
   * The command line of this virtual machine with another program's arguments.
   *
   * @param main the class whose {@code main} is run
   */
  public static List<String> commandLine(Class<?> main, List<String> arguments) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    line.add("-cp");
    line.add(System.getProperty("java.class.path"));
    line.add(main.getName());
    line.addAll(arguments);
    return line;
  }

  /**
   * Becomes that program. Files and sockets that are still open are closed; nothing else is undone.
   *
   * @return only if it fails
   * @throws IOException why it failed
   */
  public void start(List<String> commandLine) throws IOException {
    System.out.flush();
    System.err.flush();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment arguments = arena.allocate(ValueLayout.ADDRESS, commandLine.size() + 1);
      for (int i = 0; i < commandLine.size(); i++) {
        arguments.setAtIndex(ValueLayout.ADDRESS, i, arena.allocateFrom(commandLine.get(i)));
      }
      MemorySegment program = arena.allocateFrom(commandLine.getFirst());
      MethodHandle execv =
          function(
              "execv",
              FunctionDescriptor.of(
                  ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS));
      closeOnExec();
      int failed = (int) execv.invokeExact(program, arguments);
      throw new IOException(commandLine.getFirst() + " cannot be executed (" + failed + ")");
    } catch (IOException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IOException("execv cannot be called: " + e, e);
    }
  }

  private void closeOnExec() throws Throwable {
    MethodHandle fcntl =
        function(
            "fcntl",
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT),
            Linker.Option.firstVariadicArg(2));
    for (int descriptor : open()) {
      int unused = (int) fcntl.invokeExact(descriptor, F_SETFD, FD_CLOEXEC);
    }
  }

  private static List<Integer> open() throws IOException {
    List<Integer> open = new ArrayList<>();
    try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(DESCRIPTORS)) {
      for (Path descriptor : descriptors) {
        int number = Integer.parseInt(descriptor.getFileName().toString());
        if (number >= FIRST_OWN) {
          open.add(number);
        }
      }
    }
    return open;
  }

  private MethodHandle function(
      String name, FunctionDescriptor descriptor, Linker.Option... options) {
    return linker.downcallHandle(
        linker.defaultLookup().find(name).orElseThrow(), descriptor, options);
  }
}
