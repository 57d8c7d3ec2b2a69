package org.ara.driver.sql;

import java.util.Objects;
import org.ara.realtime.Outage;

/** An operation that a database did not do, with what to tell the operator. */
public final class DatabaseException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Outage outage;
  private final Fault fault;

  public DatabaseException(Fault fault, Outage outage) {
    super(outage.message(), null, false, false);
    this.fault = Objects.requireNonNull(fault, "fault");
    this.outage = outage;
  }

  public Outage outage() {
    return outage;
  }

  public Fault fault() {
    return fault;
  }
}
