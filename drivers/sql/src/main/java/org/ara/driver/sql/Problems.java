package org.ara.driver.sql;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.ara.realtime.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What goes wrong with one table, in words that name the place and what to do. */
final class Problems {

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  /** Columns whose values are never shown. */
  private static final Pattern SECRET = Pattern.compile("secret|passw|pin|auth|key");

  private final Place place;
  private final String table;
  private final Set<String> leftOut = ConcurrentHashMap.newKeySet();

  Problems(Place place, String table) {
    this.place = place;
    this.table = table;
  }

  DatabaseException noTable() {
    return refused(
        place + " has no table " + table + ": create it, or correct its name in extconfig.conf");
  }

  DatabaseException noColumn(String column) {
    return refused(
        at(column)
            + ": the table has no such column; add it, or correct the name that asks for it");
  }

  DatabaseException nothingToWrite() {
    return refused(
        place + " " + table + ": the table has none of the columns to be written; add them");
  }

  /** Says once for each column that its values are not kept. */
  void leaveOut(String column) {
    if (leftOut.add(column.toLowerCase(Locale.ROOT))) {
      LOG.warn(
          "{}: the table has no such column, what should be written there is left out; add the"
              + " column to keep it",
          at(column));
    }
  }

  DatabaseException badValue(SqlColumn column, String value, String complaint) {
    String shown =
        SECRET.matcher(column.name().toLowerCase(Locale.ROOT)).find()
            ? "the value"
            : "'" + value + "'";
    return new DatabaseException(
        Fault.BAD_VALUE,
        new Outage(Outage.Kind.REFUSED, at(column.name()) + ": " + shown + " " + complaint));
  }

  /** The failure of a statement. */
  DatabaseException failed(Fault fault, SQLException failure) {
    String said = place + " " + table + ": " + firstLine(failure);
    return switch (fault) {
      case STALE, REFUSED, BAD_VALUE ->
          new DatabaseException(fault, new Outage(Outage.Kind.REFUSED, said));
      case FULL ->
          new DatabaseException(
              fault,
              new Outage(
                  Outage.Kind.REFUSED,
                  said + "; the disk of the database is full, make room: nothing was written"));
      case BUSY ->
          unreachable(fault, said + "; another program holds the database locked for too long");
      case TOO_SLOW ->
          unreachable(
              fault, said + "; the statement took too long: look for a missing index or a lock");
      case LOST ->
          unreachable(fault, said + "; the connection broke, look whether the database runs");
      case SILENT ->
          unreachable(
              fault, said + "; the database does not answer, look at it and at the network");
    };
  }

  private String at(String column) {
    return place + " " + table + "." + column;
  }

  private static DatabaseException refused(String message) {
    return new DatabaseException(Fault.REFUSED, new Outage(Outage.Kind.REFUSED, message));
  }

  private static DatabaseException unreachable(Fault fault, String message) {
    return new DatabaseException(fault, new Outage(Outage.Kind.UNREACHABLE, message));
  }

  static String firstLine(SQLException failure) {
    String message = failure.getMessage();
    return message == null
        ? failure.getClass().getSimpleName()
        : message.lines().findFirst().orElse("");
  }
}
