package org.ara.realtime.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ara.realtime.Condition;
import org.ara.realtime.Field;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerTest {

  private static final List<Condition> BOB = List.of(Condition.equal("name", "bob"));
  private static final List<Condition> ALICE = List.of(Condition.equal("NAME", "alice"));
  private static final List<Condition> HOST = List.of(Condition.equal("host", "dynamic"));

  private final Ledger ledger = new Ledger();

  @BeforeEach
  void watch() {
    ledger.watch();
  }

  @Test
  void anUpdateConcernsItsKeyAndWhateverIsNotAskedByKey() {
    ledger.updated(BOB, List.of(new Field("port", "1")));
    Ledger.Ticket bob = ledger.begin(BOB);
    Ledger.Ticket alice = ledger.begin(ALICE);
    Ledger.Ticket host = ledger.begin(HOST);
    Ledger.Ticket likeBob = ledger.begin(List.of(Condition.like("name", "b%")));

    ledger.updated(BOB, List.of(new Field("port", "2")));

    assertThat(holds(bob)).isFalse();
    assertThat(holds(alice)).isTrue();
    assertThat(holds(host)).isFalse();
    assertThat(holds(likeBob)).isFalse();
  }

  @Test
  void anUpdateOfTheKeyItselfConcernsEverything() {
    ledger.updated(BOB, List.of(new Field("port", "1")));
    Ledger.Ticket alice = ledger.begin(ALICE);

    ledger.updated(BOB, List.of(new Field("Name", "alice")));

    assertThat(holds(alice)).isFalse();
  }

  @Test
  void aChangeWithoutTheKeyConcernsEverything() {
    ledger.keyedBy(List.of("name"));
    Ledger.Ticket alice = ledger.begin(ALICE);
    ledger.deleted(HOST);
    assertThat(holds(alice)).isFalse();

    Ledger.Ticket again = ledger.begin(ALICE);
    ledger.deleted(List.of(new Condition("name", Condition.Operator.NOT_EQUAL, "bob")));
    assertThat(holds(again)).isFalse();
  }

  @Test
  void aNewRowConcernsItsKey() {
    ledger.keyedBy(List.of("context", "exten"));
    Ledger.Ticket there = ledger.begin(extension("phones", "100"));
    Ledger.Ticket other = ledger.begin(extension("phones", "200"));
    Ledger.Ticket context = ledger.begin(List.of(Condition.equal("context", "others")));

    ledger.changed(List.of(new Field("exten", "100"), new Field("Context", "phones")));

    assertThat(holds(there)).isFalse();
    assertThat(holds(other)).isTrue();
    assertThat(holds(context)).as("not asked by the whole key").isFalse();
  }

  @Test
  void anotherKeyingEndsWhateverWasReadBefore() {
    ledger.keyedBy(List.of("name"));
    for (int i = 0; i < 3; i++) {
      Ledger.Ticket before = ledger.begin(BOB);
      ledger.changed(List.of(new Field("name", "bob")));
      Ledger.Ticket bob = ledger.begin(BOB);
      ledger.keyedBy(i == 1 ? List.of("name") : List.of("id"));
      assertThat(holds(before)).isFalse();
      assertThat(holds(bob)).isFalse();
    }
    ledger.keyedBy(List.of());
    Ledger.Ticket any = ledger.begin(BOB);
    ledger.changed(List.of(new Field("name", "alice")));
    assertThat(holds(any)).isFalse();
  }

  @Test
  void whatWasReadBeforeAnybodyWatchedDoesNotHold() {
    Ledger unwatched = new Ledger();
    Ledger.Ticket before = unwatched.begin(BOB);
    unwatched.watch();

    assertThat(unwatched.stamp(before.slot())).isNotEqualTo(before.stamp());
  }

  @ParameterizedTest(name = "''{0}'' and ''{1}''")
  @CsvSource({
    "bob, BOB, may be equal",
    "bob, 'bob  ', may be equal",
    "5060, 05060, may be equal",
    "5060, 5060.0, may be equal",
    "5060, +5060, may be equal",
    "1e3, 1000, may be equal",
    "yes, 1, may be equal",
    "t, true, may be equal",
    "0, 0.0, may be equal",
    "jose, josé, may be equal",
    "ß, ss, may be equal",
    "bob, bob2, differ",
    "100, 200, differ",
    "100@default, 101@default, differ",
    "1e999999999, 1e999999998, differ",
    "a;b, a^3Bb, differ"
  })
  void valuesDifferOnlyWhereEveryDatabaseTellsThemApart(String one, String other, String verdict) {
    ledger.keyedBy(List.of("name"));
    Ledger.Ticket ticket = ledger.begin(List.of(Condition.equal("name", one)));
    ledger.changed(List.of(new Field("name", other)));
    assertThat(holds(ticket)).isEqualTo(verdict.equals("differ"));

    Ledger.Ticket reverse = ledger.begin(List.of(Condition.equal("name", other)));
    ledger.changed(List.of(new Field("name", one)));
    assertThat(holds(reverse)).isEqualTo(verdict.equals("differ"));
  }

  private boolean holds(Ledger.Ticket ticket) {
    return ledger.stamp(ticket.slot()) == ticket.stamp();
  }

  private static List<Condition> extension(String context, String number) {
    return List.of(Condition.equal("exten", number), Condition.equal("context", context));
  }
}
