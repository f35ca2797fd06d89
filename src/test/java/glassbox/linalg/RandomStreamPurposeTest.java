package glassbox.linalg;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class RandomStreamPurposeTest {
  @Test
  void seedAndCounterAreNotInterchangeable() {
    assertNotEquals(RandomStream.of(1, "", 2).nextLong(), RandomStream.of(2, "", 1).nextLong());
  }
}
