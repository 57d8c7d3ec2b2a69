package org.ara.config.option;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.ara.config.Origin;
import org.ara.config.Problem;

/**
 * The options that a category or a row sets, parsed and checked, with the defaults of the others.
 * Immutable. Where an option that is not repeatable is set twice, the last one counts.
 */
public final class OptionValues {

  private final Setting<?>[] settings;
  private final List<Problem> problems;

  OptionValues(List<Setting<?>> settings, List<Problem> problems) {
    this.settings = settings.toArray(Setting<?>[]::new);
    this.problems = List.copyOf(problems);
  }

  /** Nothing set: every option at its default. */
  public static OptionValues none() {
    return new OptionValues(List.of(), List.of());
  }

  /**
   * One option as it was set.
   *
   * @param option which
   * @param value its value; not to be printed if the option's type is secret
   * @param origin where
   * @param <T> the type of the value
   */
  public record Setting<T>(Option<T> option, T value, Origin origin) {

    /** {@code name = value}, with {@code <hidden>} for a secret. */
    @Override
    public String toString() {
      return option.name() + " = " + option.type().render(value);
    }
  }

  /** The value set last, else the default. */
  public <T> Optional<T> find(Option<T> option) {
    return set(option).or(option::defaultValue);
  }

  /**
   * The value set last, else the default.
   *
   * @throws IllegalArgumentException if the option is not set and has no default; ask {@link #find}
   */
  public <T> T get(Option<T> option) {
    return find(option).orElseThrow(() -> new IllegalArgumentException(option + " has no default"));
  }

  /** The value set last, not considering the default. */
  @SuppressWarnings("unchecked") // an option is a constant: the same one has the same type
  public <T> Optional<T> set(Option<T> option) {
    for (int i = settings.length - 1; i >= 0; i--) {
      if (settings[i].option() == option) {
        return Optional.of((T) settings[i].value());
      }
    }
    return Optional.empty();
  }

  /** Every value set, in order, not considering the default. */
  @SuppressWarnings("unchecked") // as above
  public <T> List<T> all(Option<T> option) {
    if (!isSet(option)) {
      return List.of();
    }
    List<T> values = new ArrayList<>();
    for (Setting<?> setting : settings) {
      if (setting.option() == option) {
        values.add((T) setting.value());
      }
    }
    return values;
  }

  /** Whether the option is set. */
  public boolean isSet(Option<?> option) {
    for (Setting<?> setting : settings) {
      if (setting.option() == option) {
        return true;
      }
    }
    return false;
  }

  /** All that is set, in order: for options such as permit and deny whose sequence matters. */
  public List<Setting<?>> settings() {
    return Collections.unmodifiableList(Arrays.asList(settings));
  }

  /** What was wrong with the options, in order; those lines had no effect. */
  public List<Problem> problems() {
    return problems;
  }

  /**
   * These values on top of others: what is set here counts, what is not set here is as it is set
   * there. For a peer over the defaults of {@code [general]}. Problems of the base are not
   * repeated.
   */
  public OptionValues over(OptionValues base) {
    List<Setting<?>> all = new ArrayList<>(base.settings());
    all.removeIf(setting -> setting.option().isRepeatable() && isSet(setting.option()));
    all.addAll(settings());
    return new OptionValues(all, problems);
  }
}
