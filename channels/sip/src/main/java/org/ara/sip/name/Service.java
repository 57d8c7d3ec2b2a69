package org.ara.sip.name;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * An SRV record: one server of a service (RFC 2782).
 *
 * @param priority the lowest is to be used as long as it answers
 * @param weight how often it is to be used among those of its priority
 * @param port where it listens
 * @param target its name; {@code .} where the service is decidedly not offered
 */
public record Service(int priority, int weight, int port, String target) {

  /** Whether it says that there is no such service. */
  public boolean isNone() {
    return target.equals(".");
  }

  /**
   * Servers in the order in which one client is to try them: by priority, and among equals by a
   * draw in which the weight counts.
   */
  public static List<Service> drawn(List<Service> all, RandomGenerator random) {
    List<Service> left = new ArrayList<>(all);
    // Those without a weight first, so that they have their small chance (RFC 2782, "Weight").
    left.sort(Comparator.comparingInt(Service::priority).thenComparingInt(Service::weight));
    List<Service> order = new ArrayList<>();
    while (!left.isEmpty()) {
      int priority = left.getFirst().priority;
      List<Service> equals = left.stream().filter(s -> s.priority == priority).toList();
      int sum = equals.stream().mapToInt(Service::weight).sum();
      int lot = random.nextInt(sum + 1);
      int running = 0;
      for (Service service : equals) {
        running += service.weight;
        if (running >= lot) {
          order.add(service);
          left.remove(service);
          break;
        }
      }
    }
    return order;
  }
}
