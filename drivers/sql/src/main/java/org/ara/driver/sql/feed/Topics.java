package org.ara.driver.sql.feed;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The tables of one database that anybody has asked the changes of. */
public final class Topics {

  private final ConcurrentMap<String, Topic> byTable = new ConcurrentHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition wanted = lock.newCondition();

  /** The topic of a table. */
  public Topic of(String table) {
    return byTable.computeIfAbsent(table, name -> new Topic(name, this::announce));
  }

  /** The topics that somebody listens to. */
  public List<Topic> wanted() {
    return byTable.values().stream().filter(Topic::isWanted).toList();
  }

  /** Whether anybody listens to anything. */
  public boolean isWanted() {
    return byTable.values().stream().anyMatch(Topic::isWanted);
  }

  /** Waits until somebody listens. */
  public void awaitWanted() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!isWanted()) {
        wanted.await();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Tells every listener that nothing can be vouched for. */
  public void lost(String why) {
    wanted().forEach(topic -> topic.lost(why));
  }

  private void announce() {
    lock.lock();
    try {
      wanted.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
