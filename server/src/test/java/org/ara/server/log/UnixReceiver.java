package org.ara.server.log;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A syslog daemon as far as its socket goes: a bound datagram socket of the Unix domain. */
final class UnixReceiver implements AutoCloseable {

  private final Arena arena = Arena.ofShared();
  private final int descriptor;

  UnixReceiver(Path path) {
    descriptor = call("socket", 1, 2, 0);
    byte[] name = path.toString().getBytes(StandardCharsets.UTF_8);
    MemorySegment address = arena.allocate(2L + name.length + 1, 2);
    address.set(ValueLayout.JAVA_SHORT, 0, (short) 1);
    MemorySegment.copy(name, 0, address, ValueLayout.JAVA_BYTE, 2, name.length);
    if (call("bind", descriptor, address, (int) address.byteSize()) != 0) {
      throw new IllegalStateException(path + " cannot be bound");
    }
  }

  /** Waits for the next datagram. */
  String receive() {
    MemorySegment bytes = arena.allocate(4096);
    int length = call("read", descriptor, bytes, 4096);
    return new String(
        bytes.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    call("close", descriptor);
    arena.close();
  }

  private static int call(String function, Object... arguments) {
    ValueLayout[] shape = new ValueLayout[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      shape[i] = arguments[i] instanceof MemorySegment ? ValueLayout.ADDRESS : ValueLayout.JAVA_INT;
    }
    Linker linker = Linker.nativeLinker();
    try {
      return (int)
          linker
              .downcallHandle(
                  linker.defaultLookup().findOrThrow(function),
                  FunctionDescriptor.of(ValueLayout.JAVA_INT, shape))
              .invokeWithArguments(arguments);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
