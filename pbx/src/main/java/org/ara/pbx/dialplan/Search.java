package org.ara.pbx.dialplan;

import java.util.Objects;
import org.ara.pbx.variable.VariableScope;

/**
 * A question to the dialplan.
 *
 * @param context where to look; an unknown one has nothing
 * @param extension the dialled number or name, pure data
 * @param place which priority of it
 * @param callerNumber the caller's number, empty if unknown
 * @param mode which of the three questions
 * @param scope what variables in {@code eswitch} lines mean
 * @param memory what the caller was told before
 */
public record Search(
    String context,
    String extension,
    Place place,
    String callerNumber,
    MatchMode mode,
    VariableScope scope,
    CallMemory memory) {

  public Search {
    Objects.requireNonNull(context, "context");
    Objects.requireNonNull(extension, "extension");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(callerNumber, "callerNumber");
    Objects.requireNonNull(mode, "mode");
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(memory, "memory");
  }

  /** Which step of an extension is looked for. */
  public sealed interface Place {

    /** A number from 1; {@link Step#HINT} for the hint. */
    record Priority(int number) implements Place {}

    /** The priority that has a label. */
    record Label(String name) implements Place {}
  }

  /** Looks for a priority of a number that is complete, on behalf of nobody. */
  public static Search priority(String context, String extension, int priority) {
    return new Search(
        context,
        extension,
        new Place.Priority(priority),
        "",
        MatchMode.MATCH,
        VariableScope.EMPTY,
        new CallMemory());
  }

  /** Looks for a label of a number that is complete, on behalf of nobody. */
  public static Search label(String context, String extension, String label) {
    return new Search(
        context,
        extension,
        new Place.Label(label),
        "",
        MatchMode.MATCH,
        VariableScope.EMPTY,
        new CallMemory());
  }

  /** The same question on behalf of a caller. */
  public Search by(String number, VariableScope variables) {
    return new Search(context, extension, place, number, mode, variables, memory);
  }

  /** The same question in another mode. */
  public Search asking(MatchMode other) {
    return new Search(context, extension, place, callerNumber, other, scope, memory);
  }

  /** The same question by a call that remembers what it was told. */
  public Search remembering(CallMemory told) {
    return new Search(context, extension, place, callerNumber, mode, scope, told);
  }

  Search in(String otherContext) {
    return new Search(otherContext, extension, place, callerNumber, mode, scope, memory);
  }
}
