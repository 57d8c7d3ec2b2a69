package org.ara.realtime.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ara.config.LoadResult;
import org.ara.config.file.FileConfigSource;
import org.ara.realtime.Mapping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtConfigTest {

  @TempDir Path etc;

  @Test
  void aMappingNamesDriverDatabaseTableAndPriority() {
    ExtConfig read =
        read(
            "sippeers => pgsql,ara,sip_peers,1", "sippeers => sqlite3,local,,2", "queues = odbc,q");

    assertThat(read.families().mappings())
        .map(ExtConfigTest::shown)
        .containsExactly(
            "sippeers pgsql|ara|sip_peers|1",
            "sippeers sqlite3|local|sippeers|2",
            "queues odbc|q|queues|1");
    assertThat(read.problems())
        .map(Object::toString)
        .containsExactly(
            "extconfig.conf:3: [settings] sippeers: the table's name is empty; 'sippeers' is used");
    assertThat(read.families().of("SipPeers")).hasSize(2);
    assertThat(read.families().of("nosuch")).isEmpty();
  }

  @Test
  void aQuotedFieldMayHoldCommas() {
    ExtConfig read =
        read(
            "a => ldap,\"dc=a,dc=b\",t,2",
            "b => odbc,db,\"my,table\"",
            "c => ldap,x\"dc=a\"y,t",
            "d => ldap,\"dc=a,t");

    assertThat(read.families().mappings())
        .map(ExtConfigTest::shown)
        .containsExactly(
            "a ldap|dc=a,dc=b|t|2", "b odbc|db|my,table|1", "c ldap|dc=a|t|1", "d ldap|dc=a,t|d|1");
    assertThat(read.problems())
        .map(Object::toString)
        .containsExactly(
            "extconfig.conf:4: [settings] c: the text outside of the quotes in 'x\"dc=a\"y'"
                + " is ignored",
            "extconfig.conf:5: [settings] d: the quote before 'dc=a,t' is never closed",
            "extconfig.conf:2: [settings] a: there is no mapping with priority 1;"
                + " the search goes on here");
  }

  @Test
  void blanksAroundCommasCountAndAreWarnedAbout() {
    ExtConfig read = read("x => odbc, db ,t");

    assertThat(shown(read.families().mappings().getFirst())).isEqualTo("x odbc| db |t|1");
    assertThat(read.problems())
        .map(Object::toString)
        .containsExactly(
            "extconfig.conf:2: [settings] x: the blanks around ' db ' count;"
                + " remove them if not meant");
  }

  @Test
  void linesThatAreNoMappingsAreIgnoredWithAWarning() {
    ExtConfig read = read("a => odbc", "b => ,db", "asterisk.conf => odbc,db", "c => odbc,db");

    assertThat(read.families().families()).containsExactly("c");
    assertThat(read.problems())
        .map(Object::toString)
        .containsExactly(
            "extconfig.conf:2: [settings] a: ignored: expected driver,database[,table[,priority]]",
            "extconfig.conf:3: [settings] b: ignored: there is no driver before the first comma",
            "extconfig.conf:4: asterisk.conf cannot be mapped: it is always read from its file");
  }

  @Test
  void aPriorityThatIsNoneIsOneWithAWarning() {
    ExtConfig read =
        read("a => o,d,t,x", "b => o,d,t,0", "c => o,d,t,2x,more", "c => o,d,t,99999999999");

    assertThat(read.families().mappings())
        .map(Mapping::priority)
        .containsExactly(1, 1, 2, 999999999);
    assertThat(read.problems())
        .map(problem -> problem.origin().line())
        .containsExactly(2L, 3L, 4L, 4L, 5L, 4L, 5L);
  }

  @Test
  void ofTwoLinesWithOnePriorityTheLaterHoldsAndSaysSo() {
    ExtConfig read = read("a => o,first", "b => o,d", "A => o,second");

    assertThat(read.families().mappings())
        .map(ExtConfigTest::shown)
        .containsExactly("b o|d|b|1", "A o|second|A|1");
    assertThat(read.problems())
        .map(Object::toString)
        .containsExactly(
            "extconfig.conf:4: [settings] A: replaces the mapping with the same priority at"
                + " extconfig.conf:2");
  }

  @Test
  void aGapInThePrioritiesIsWarnedAbout() {
    ExtConfig read = read("a => o,1", "a => o,2,t,2", "a => o,4,t,4");

    assertThat(read.families().of("a")).map(Mapping::priority).containsExactly(1, 2, 4);
    assertThat(read.problems())
        .map(Object::toString)
        .containsExactly(
            "extconfig.conf:4: [settings] a: there is no mapping with priority 3;"
                + " the search goes on here");
  }

  @Test
  void theOldNamesOfFriendsStandForUsersAndPeers() {
    ExtConfig read = read("iaxfriends => odbc,db", "sipfriends => odbc,db,s");

    assertThat(read.families().mappings())
        .map(ExtConfigTest::shown)
        .containsExactly(
            "iaxusers odbc|db|iaxfriends|1",
            "iaxpeers odbc|db|iaxfriends|1",
            "sipusers odbc|db|s|1",
            "sippeers odbc|db|s|1");
    assertThat(read.problems()).hasSize(2).first().asString().contains("obsolete");
  }

  @Test
  void onlyTheFirstSettingsSectionCounts() {
    ExtConfig read = read("a => o,d", "[settings]", "b => o,d", "[other]");

    assertThat(read.families().families()).containsExactly("a");
    assertThat(read.problems()).hasSize(2);
  }

  private ExtConfig read(String... lines) {
    try {
      Files.writeString(
          etc.resolve("extconfig.conf"), "[settings]\n" + String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    LoadResult result = new FileConfigSource(etc).load("extconfig.conf");
    assertThat(result.problems()).isEqualTo(List.of());
    return ExtConfig.of(((LoadResult.Loaded) result).configuration());
  }

  private static String shown(Mapping m) {
    return m.family()
        + " "
        + m.driver()
        + "|"
        + m.database()
        + "|"
        + m.table()
        + "|"
        + m.priority();
  }
}
