package org.ara.bench.lookup;

/** One way to find a peer by its name. */
public interface Contestant extends AutoCloseable {

  String name();

  /**
   * Finds the peer and reads all its columns; fails if it is not there. For any number of threads.
   */
  void lookUp(String peer) throws Exception;

  @Override
  void close() throws Exception;
}
