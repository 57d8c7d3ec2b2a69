package org.ara.server.tool.importing;

/** What became of the rows of a file. */
final class Tally {

  private long added;
  private long changed;
  private long same;
  private long removed;

  void add() {
    added++;
  }

  void change() {
    changed++;
  }

  void keep() {
    same++;
  }

  void remove(long rows) {
    removed += rows;
  }

  @Override
  public String toString() {
    return added
        + " rows added, "
        + changed
        + " changed, "
        + same
        + " the same, "
        + removed
        + " removed";
  }
}
