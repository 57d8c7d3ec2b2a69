package org.ara.pbx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.ara.module.CoreOptions;
import org.junit.jupiter.api.Test;

class AdmissionTest {

  private final AtomicReference<Double> load = new AtomicReference<>(0.5);

  private Admission limited(int calls, double maximumLoad) {
    return new Admission(new CoreOptions(calls, maximumLoad, "en"), load::get);
  }

  @Test
  void aClosedDoorSaysWhyAndAnOpenOneLetsIn() {
    Admission door = Admission.unlimited();
    door.close("the server is about to stop");
    try (Admission.Entry caller = door.enter()) {
      assertThat(caller.refusal()).hasValue("the server is about to stop");
    }
    assertThat(door.begin(true)).isFalse();
    assertThat(door.begin(false)).as("a call that was let in before").isTrue();
    door.open();
    try (Admission.Entry caller = door.enter()) {
      assertThat(caller.refusal()).isEmpty();
    }
  }

  @Test
  void thereAreNoMoreCallsThanTheLimitAllows() {
    Admission door = limited(2, 0);
    assertThat(door.begin(true)).isTrue();
    assertThat(door.begin(true)).isTrue();
    assertThat(door.begin(true)).isFalse();
    assertThat(door.calls()).isEqualTo(2);
    try (Admission.Entry caller = door.enter()) {
      assertThat(caller.refusal()).hasValue("there are 2 calls, as many as maxcalls allows");
    }
    door.end();
    assertThat(door.begin(true)).isTrue();
  }

  @Test
  void aBusyMachineTakesNoNewCalls() {
    Admission door = limited(0, 3.5);
    assertThat(door.begin(true)).isTrue();
    load.set(3.5);
    try (Admission.Entry caller = door.enter()) {
      assertThat(caller.refusal()).hasValue("the load average is 3.50, above the maxload of 3.5");
    }
    load.set(-1.0);
    assertThat(door.begin(true)).as("where nobody knows the load").isTrue();
  }

  @Test
  void whoWaitsForTheDoorToBeFreeWaitsForThoseInIt() throws Exception {
    Admission door = Admission.unlimited();
    Admission.Entry caller = door.enter();
    assertThat(door.awaitNobodyEntering(Deadline.in(Duration.ofMillis(1)))).isFalse();
    Thread leaving = Thread.ofVirtual().start(caller::close);
    assertThat(door.awaitNobodyEntering(Deadline.in(Duration.ofSeconds(30)))).isTrue();
    leaving.join();
  }
}
