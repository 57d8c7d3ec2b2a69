package org.ara.server.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The walls of the house: who may know whom, and what no class does. */
class HouseRulesTest {

  private static final JavaClasses ARA =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.ara");

  /** What each module may use of Ara besides itself; only the server knows all. */
  private static final Map<String, List<String>> ARROWS =
      Map.of(
          "config", List.of(),
          "module", List.of("config"),
          "realtime", List.of("config", "module"),
          "driver.sql", List.of("config", "module", "realtime"),
          "pbx", List.of("config", "module", "realtime"),
          "sip", List.of("config", "module", "realtime", "pbx"),
          "manager", List.of("config", "module", "realtime", "pbx"),
          "testkit", List.of());

  static Stream<String> modules() {
    return ARROWS.keySet().stream().sorted();
  }

  @Test
  void everyModuleIsLookedAt() {
    modules()
        .forEach(
            module ->
                assertThat(
                        ARA.stream()
                            .filter(c -> c.getPackageName().startsWith("org.ara." + module)))
                    .as(module)
                    .isNotEmpty());
  }

  @ParameterizedTest
  @MethodSource("modules")
  void theArrowsPointDown(String module) {
    String[] allowed =
        Stream.concat(Stream.of(module), ARROWS.getOrDefault(module, List.of()).stream())
            .map(name -> "org.ara." + name + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage("org.ara." + module + "..")
        .should()
        .dependOnClassesThat(resideInAPackage("org.ara..").and(resideOutsideOfPackages(allowed)))
        .check(ARA);
  }

  @ParameterizedTest
  @MethodSource("modules")
  void noModuleUsesTheInsideOfAnother(String module) {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.ara." + module + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.ara." + module + "..internal..")
        .check(ARA);
  }

  @ParameterizedTest
  @ValueSource(strings = {"util", "utils", "helper", "helpers", "impl", "common", "misc"})
  void aPackageIsAConcept(String name) {
    assertThat(ARA.stream().filter(c -> List.of(c.getPackageName().split("\\.")).contains(name)))
        .isEmpty();
  }

  @Test
  void nothingStaticChanges() {
    fields().that().areStatic().should().beFinal().allowEmptyShould(true).check(ARA);
  }

  @Test
  void onlyWhatFacesTheTerminalPrints() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.ara.server..", "org.ara.manager.console..", "org.ara.bench..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(ARA);
  }

  @Test
  void theDatabaseIsKnownBelowTheLineOnly() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "org.ara.config..",
            "org.ara.module..",
            "org.ara.realtime..",
            "org.ara.pbx..",
            "org.ara.sip..",
            "org.ara.manager..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..")
        .check(ARA);
  }

  @Test
  void theWireIsKnownToThoseWhoTalkToItOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.ara.sip..", "org.ara.manager.ami.wire..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.netty..")
        .check(ARA);
  }

  @ParameterizedTest
  @MethodSource("modules")
  void thePackagesOfAModuleHaveNoCycles(String module) {
    slices()
        .matching("org.ara." + module + ".(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(ARA);
  }
}
