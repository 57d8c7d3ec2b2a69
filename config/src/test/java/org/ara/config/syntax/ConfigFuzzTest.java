package org.ara.config.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Any bytes are a configuration file: they are read without an exception and written back as they
 * were. With {@code JAZZER_FUZZ=1} this searches for counterexamples; else it runs the seeds in
 * {@code ConfigFuzzTestInputs}.
 */
class ConfigFuzzTest {

  @FuzzTest(maxDuration = "2m")
  void anyBytesAreReadAndWrittenBack(byte[] bytes) {
    ConfigText text = ConfigText.read("fuzz.conf", bytes);
    ConfigDocument document = ConfigDocument.of(bytes);

    assertThat(document.toBytes()).isEqualTo(bytes);
    for (ConfigText.Placed placed : text.statements()) {
      assertThat(placed.origin().line()).isPositive();
    }
    for (String section : document.sections()) {
      EditProperties.check(document, section);
    }
  }
}
