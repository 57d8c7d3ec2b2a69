package org.ara.pbx.dialplan;

/** The three questions a number is matched with ({@code spec/dialplan.md} 1.2). */
public enum MatchMode {
  /** Does the number match completely? */
  MATCH,
  /** Does it match now, or could it with more digits? */
  CAN_MATCH,
  /** Could a longer number match? */
  MATCH_MORE
}
