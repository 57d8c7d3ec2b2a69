package org.ara.config.file;

import java.util.ArrayList;
import java.util.List;
import org.ara.config.Category;
import org.ara.config.Origin;
import org.ara.config.Variable;

/** A category while its file is being read: later sections may still add to it. */
final class CategoryBuilder {

  private final String name;
  private final Origin origin;
  private final List<Variable> variables = new ArrayList<>();
  private boolean template;

  CategoryBuilder(String name, Origin origin) {
    this.name = name;
    this.origin = origin;
  }

  String name() {
    return name;
  }

  boolean isTemplate() {
    return template;
  }

  List<Variable> variables() {
    return variables;
  }

  void makeTemplate() {
    template = true;
  }

  /** Copies all that a base has now; what the base gets later does not arrive. */
  void inherit(CategoryBuilder base) {
    for (Variable v : List.copyOf(base.variables)) {
      variables.add(new Variable(v.name(), v.value(), v.object(), true, v.origin()));
    }
  }

  void add(Variable variable) {
    variables.add(variable);
  }

  /**
   * Adds text to the last variable of exactly that name.
   *
   * @return whether there is one
   */
  boolean append(String variable, String text) {
    for (int i = variables.size() - 1; i >= 0; i--) {
      Variable v = variables.get(i);
      if (v.name().equals(variable)) {
        String value = v.value() + text;
        variables.set(i, new Variable(v.name(), value, v.object(), v.inherited(), v.origin()));
        return true;
      }
    }
    return false;
  }

  Category build() {
    return new Category(name, template, variables, origin);
  }
}
