package org.ara.pbx.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ara.pbx.Channel;
import org.ara.pbx.Description;
import org.ara.pbx.dialplan.Arguments;
import org.ara.realtime.Change;
import org.ara.realtime.Condition;
import org.ara.realtime.Field;
import org.ara.realtime.Lookup;
import org.ara.realtime.Outage;
import org.ara.realtime.Realtime;
import org.ara.realtime.Row;

/**
 * {@code REALTIME}, {@code REALTIME_FIELD}, {@code REALTIME_HASH}, {@code REALTIME_STORE}, {@code
 * REALTIME_DESTROY}: rows of any family from the dialplan.
 */
final class RealtimeFunctions {

  private final Realtime realtime;

  RealtimeFunctions(Realtime realtime) {
    this.realtime = realtime;
  }

  DialplanFunction[] all() {
    return new DialplanFunction[] {new WholeRow(), field(), hash(), new Store(), destroy()};
  }

  private final class WholeRow implements DialplanFunction {
    @Override
    public Description description() {
      return new Description(
          "REALTIME",
          "Reads a row of a family, or writes one of its columns",
          "REALTIME(family,field,value[,delimiter1|column[,delimiter2]])",
          "Read, it is every column that is set: name, delimiter2 (=), value, delimiter1 (,)."
              + " Written, the fourth argument is the column that gets the value.");
    }

    @Override
    public String read(Channel channel, String arguments) throws FunctionException {
      Arguments split = Arguments.split(arguments, 5);
      String between = split.at(3).filter(text -> !text.isEmpty()).orElse(",");
      String assigns = split.at(4).filter(text -> !text.isEmpty()).orElse("=");
      StringBuilder out = new StringBuilder();
      find(required(split, 3)).ifPresent(row -> append(row, between, assigns, out));
      return out.toString();
    }

    @Override
    public void write(Channel channel, String arguments, String value) throws FunctionException {
      Arguments split = required(Arguments.split(arguments, 4), 4);
      List<Condition> keys = List.of(Condition.equal(split.text(1), split.text(2)));
      List<Field> fields = List.of(new Field(split.text(3), value));
      rows(realtime.update(split.text(0), keys, fields));
    }
  }

  private DialplanFunction field() {
    Description description =
        new Description(
            "REALTIME_FIELD",
            "Reads one column of a row of a family",
            "REALTIME_FIELD(family,field,value,column)",
            "Empty where there is no such row or the column is not set.");
    return new Simple(
        description,
        (channel, arguments) -> {
          Arguments split = Arguments.split(arguments, 4);
          return find(required(split, 4))
              .flatMap(row -> row.values(split.text(3).strip()).stream().findFirst())
              .orElse("");
        });
  }

  private DialplanFunction hash() {
    Description description =
        new Description(
            "REALTIME_HASH",
            "Reads a row of a family as a hash",
            "REALTIME_HASH(family,field,value)",
            "Set(HASH(h)=${REALTIME_HASH(f,a,1)}) has HASH(h,column) give the columns that are set."
                + " A column that holds several values gives the last one.");
    return new Simple(
        description,
        (channel, arguments) -> {
          Arguments split = Arguments.split(arguments, 3);
          List<String> names = new ArrayList<>();
          List<String> values = new ArrayList<>();
          find(required(split, 3))
              .ifPresent(
                  row ->
                      row.entries()
                          .forEach(
                              entry -> {
                                names.add(entry.column());
                                values.add(quoted(entry.value()));
                              }));
          channel.variables().set(HashFunctions.FIELDS, String.join(",", names));
          return String.join(",", values);
        });
  }

  private static String quoted(String value) {
    return value.replaceAll("([\\\\\",()\\[\\]])", "\\\\$1");
  }

  private final class Store implements DialplanFunction {
    @Override
    public Description description() {
      return new Description(
          "REALTIME_STORE",
          "Adds a row to a family",
          "REALTIME_STORE(family,field1[,field2...])",
          "Set(REALTIME_STORE(f,a,b)=1,2) stores a=1 and b=2. Sets RTSTOREID to the number of"
              + " rows, or to -1 if it could not be done.");
    }

    @Override
    public void write(Channel channel, String arguments, String value) throws FunctionException {
      Arguments split = required(Arguments.split(arguments), 2);
      Arguments values = Arguments.split(value, split.count() - 1);
      List<Field> fields = new ArrayList<>();
      for (int i = 1; i < split.count(); i++) {
        fields.add(new Field(split.text(i).strip(), values.text(i - 1)));
      }
      channel.variables().set("RTSTOREID", "-1");
      int stored = rows(realtime.store(split.text(0), fields));
      channel.variables().set("RTSTOREID", Integer.toString(stored));
    }
  }

  private DialplanFunction destroy() {
    Description description =
        new Description(
            "REALTIME_DESTROY",
            "Deletes rows of a family and reads the row that was there",
            "REALTIME_DESTROY(family,field,value[,delimiter1[,delimiter2]])",
            "The value is that of REALTIME before the deletion.");
    return new Simple(
        description,
        (channel, arguments) -> {
          String before = new WholeRow().read(channel, arguments);
          Arguments split = required(Arguments.split(arguments, 5), 3);
          int unused =
              rows(
                  realtime.destroy(
                      split.text(0), List.of(Condition.equal(split.text(1), split.text(2)))));
          return before;
        });
  }

  private Optional<Row> find(Arguments full) throws FunctionException {
    return switch (realtime.find(full.text(0), full.text(1), full.text(2))) {
      case Lookup.Found<Row>(Row row) -> Optional.of(row);
      case Lookup.Absent<Row>() -> Optional.empty();
      case Lookup.Unavailable<Row>(Outage outage) -> throw new FunctionException(outage.message());
    };
  }

  private static int rows(Change change) throws FunctionException {
    return switch (change) {
      case Change.Done(int rows) -> rows;
      case Change.Unavailable(Outage outage) -> throw new FunctionException(outage.message());
    };
  }

  private static Arguments required(Arguments split, int needed) throws FunctionException {
    for (int i = 0; i < needed; i++) {
      if (i != 2 && split.text(i).isBlank()) {
        throw new FunctionException(
            needed + " arguments are needed, number " + (i + 1) + " is missing");
      }
    }
    return split;
  }

  private static void append(Row row, String between, String assigns, StringBuilder out) {
    for (Field entry : row.entries()) {
      out.append(entry.column()).append(assigns).append(entry.value()).append(between);
    }
  }
}
