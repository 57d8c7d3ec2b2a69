package org.ara.pbx;

/** Watches calls. Called on the thread where things happen: must be quick and must not throw. */
@FunctionalInterface
public interface CallListener {

  void happened(CallEvent event);
}
