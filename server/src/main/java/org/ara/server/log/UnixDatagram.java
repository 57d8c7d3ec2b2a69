package org.ara.server.log;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A connected datagram socket of the Unix domain, which Java's own channels do not have: {@code
 * socket}, {@code connect} and {@code send} of POSIX, called directly. Used by one thread.
 */
final class UnixDatagram implements AutoCloseable {

  private static final int AF_UNIX = 1;
  private static final int SOCK_DGRAM = 2;

  /** What fits into a {@code sockaddr_un} everywhere, with its final NUL. */
  private static final int LONGEST_PATH = 103;

  private final Native system = new Native();
  private final int descriptor;

  /**
   * Connects to a socket.
   *
   * @throws IOException if nobody receives there
   */
  UnixDatagram(Path path) throws IOException {
    byte[] name = path.toString().getBytes(StandardCharsets.UTF_8);
    if (name.length > LONGEST_PATH) {
      throw new IOException("the path is too long for a socket");
    }
    descriptor = system.call(system.socket, AF_UNIX, SOCK_DGRAM, 0);
    if (descriptor < 0) {
      throw new IOException("no socket can be made");
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment address = address(arena, name);
      if (system.call(system.connect, descriptor, address, (int) address.byteSize()) != 0) {
        close();
        throw new IOException("nobody receives there");
      }
    }
  }

  private static MemorySegment address(Arena arena, byte[] name) {
    MemorySegment address = arena.allocate(2L + name.length + 1, Short.BYTES);
    if (System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
      address.set(ValueLayout.JAVA_SHORT, 0, (short) AF_UNIX);
    } else {
      address.set(ValueLayout.JAVA_BYTE, 0, (byte) address.byteSize());
      address.set(ValueLayout.JAVA_BYTE, 1, (byte) AF_UNIX);
    }
    MemorySegment.copy(name, 0, address, ValueLayout.JAVA_BYTE, 2, name.length);
    return address;
  }

  /**
   * Sends one datagram; waits while the receiver's queue is full.
   *
   * @throws IOException if the receiver is gone
   */
  void send(byte[] datagram) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment bytes = arena.allocateFrom(ValueLayout.JAVA_BYTE, datagram);
      if (system.send(descriptor, bytes, datagram.length) != datagram.length) {
        throw new IOException("nobody receives there any more");
      }
    }
  }

  @Override
  public void close() {
    system.call(system.close, descriptor);
  }

  /** The functions of the C library. */
  private static final class Native {

    private static final MemoryLayout INT = ValueLayout.JAVA_INT;
    private static final MemoryLayout LONG = ValueLayout.JAVA_LONG;
    private static final MemoryLayout POINTER = ValueLayout.ADDRESS;

    private final Linker linker = Linker.nativeLinker();
    private final MethodHandle socket =
        function("socket", FunctionDescriptor.of(ValueLayout.JAVA_INT, INT, INT, INT));
    private final MethodHandle connect =
        function("connect", FunctionDescriptor.of(ValueLayout.JAVA_INT, INT, POINTER, INT));
    private final MethodHandle send =
        function("send", FunctionDescriptor.of(ValueLayout.JAVA_LONG, INT, POINTER, LONG, INT));
    private final MethodHandle close =
        function("close", FunctionDescriptor.of(ValueLayout.JAVA_INT, INT));

    private MethodHandle function(String name, FunctionDescriptor shape) {
      return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), shape);
    }

    int call(MethodHandle function, Object... arguments) {
      try {
        return (int) function.invokeWithArguments(arguments);
      } catch (Throwable e) {
        throw new IllegalStateException("the C library cannot be called", e);
      }
    }

    long send(int descriptor, MemorySegment bytes, long length) {
      try {
        return (long) send.invokeExact(descriptor, bytes, length, 0);
      } catch (Throwable e) {
        throw new IllegalStateException("the C library cannot be called", e);
      }
    }
  }
}
