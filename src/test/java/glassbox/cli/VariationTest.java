package glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VariationTest {
  private static List<String> values(String list) throws BadInputException {
    return Variation.parse("key=" + list).values();
  }

  @Test
  void valuesStandBetweenCommas() throws BadInputException {
    assertEquals(new Variation("a.b", List.of("0.1", "0.2")), Variation.parse("a.b=0.1,0.2"));
    assertEquals(List.of("sgd"), values("sgd"));
    assertEquals(List.of("a", "b=c"), values(" a , b=c"));
  }

  @Test
  void commasInBracketsAndQuotationMarksArePartOfAValue() throws BadInputException {
    assertEquals(
        List.of("[\"dense 64\",\"relu\",\"dense 10\"]", "[\"dense 10\"]"),
        values("[\"dense 64\",\"relu\",\"dense 10\"],[\"dense 10\"]"));
    assertEquals(
        List.of("{\"patience\":3,\"minDelta\":0}", "null"),
        values("{\"patience\":3,\"minDelta\":0},null"));
    assertEquals(
        List.of("\"a,b\"", "\"]\\\",\"", "[[1,2],3]"), values("\"a,b\",\"]\\\",\",[[1,2],3]"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "key",
        "=1",
        "key=",
        "key=1,",
        "key=,1",
        "key=1,,2",
        "key=[1",
        "key=\"a",
        "key=1]",
        "key=\"a\\",
        "key=1,1",
        "key=],["
      })
  void whatIsNoListIsRefused(String text) {
    BadInputException refused = assertThrows(BadInputException.class, () -> Variation.parse(text));
    assertTrue(
        String.valueOf(refused.getMessage()).startsWith("cannot vary, " + text), refused::toString);
  }
}
