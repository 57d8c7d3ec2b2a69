package org.ara.pbx.dialplan.realtime;

/**
 * A row that is set aside because it cannot be run.
 *
 * @param place its family, context, extension and priority
 * @param reason what is wrong with it and what to do
 */
record BadRow(String place, String reason) {

  @Override
  public String toString() {
    return place + ": " + reason;
  }
}
