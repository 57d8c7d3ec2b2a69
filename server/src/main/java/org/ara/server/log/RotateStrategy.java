package org.ara.server.log;

/** How old log files are named. */
enum RotateStrategy {
  /** {@code messages.0} is the oldest, the highest number the newest. */
  SEQUENTIAL,
  /** {@code messages.0} is the newest; all others get the next number. */
  ROTATE,
  /** {@code messages.20261123-003301}: when it was put away. */
  TIMESTAMP,
  /** Another program renames files; here they are only opened again. */
  NONE
}
