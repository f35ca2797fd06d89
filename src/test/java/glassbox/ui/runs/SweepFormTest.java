package glassbox.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.data.SyntheticData;
import glassbox.training.Presets;
import glassbox.training.RecipeBuilder;
import glassbox.ui.runs.SweepForm.Reading;
import glassbox.ui.session.Sweep;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is typed under "Train several", understood or refused in words. */
class SweepFormTest {
  private static Reading read(String key, String values, String seeds) {
    return new SweepForm(false, key, values, seeds).read(Presets.seed(), null);
  }

  private static Reading.Ready ready(Reading reading) {
    return assertInstanceOf(Reading.Ready.class, reading, reading::toString);
  }

  @Test
  void aValueIsARun() {
    List<Sweep.Variant> variants = ready(read("learning rate", "0.01, 0.05", "1")).variants();
    assertEquals(
        List.of("learning rate 0.01", "learning rate 0.05"),
        variants.stream().map(Sweep.Variant::name).toList());
    assertEquals(0.05, variants.get(1).recipe().optimizer().learningRate());
  }

  @Test
  void anyKeyOfARecipeMayBeTyped() {
    assertEquals(2, ready(read("network.1", "relu, tanh", "1")).variants().size());
    assertEquals(2, ready(read("optimizer.learningRate", "0.1,0.2", "1")).variants().size());
  }

  @Test
  void eachValueGetsSoManySeeds() {
    assertEquals(6, ready(read("batch size", "16, 32", "3")).variants().size());
  }

  @Test
  void seedsAloneNeedNoSetting() {
    Reading reading = new SweepForm(true, "", "", "5").read(Presets.seed(), null);
    assertEquals(
        List.of(1L, 2L, 3L, 4L, 5L),
        ready(reading).variants().stream().map(v -> v.recipe().seed()).toList());
  }

  @Test
  void itSaysHowManyStepsThatIs() {
    Reading reading =
        new SweepForm(false, "epochs", "1, 2", "1")
            .read(new RecipeBuilder().build(), SyntheticData.patterns(5, 8, 320, 100));
    assertEquals(30, ready(reading).steps());
  }

  @Test
  void commasInBracketsAndQuotationMarksSeparateNothing() {
    assertEquals(
        List.of("[\"dense 10\", \"relu\"]", "\"a,b\"", "3"),
        SweepForm.parts("[\"dense 10\", \"relu\"], \"a,b\" ,, 3,"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "learning rate | fast | 1 | number",
        "learning rate | -1 | 1 | learning",
        "momentum | 0, 2 | 1 | momentum",
        "nonsense | 1 | 1 | nonsense",
        "dropout | 0.5 | 1 | no dropout layer",
        "learning rate | 0.1, 0.1 | 1 | twice",
        "learning rate | 0.1 | 0 | seeds must be 1 to 20",
        "learning rate | 0.1 | 21 | seeds must be 1 to 20",
        "learning rate | 0.1 | many | got many",
        "seed | 1, 2 | 3 | each value gets 1 run",
        "dataset | mnist | 1 | cannot vary",
        "learning rate | 1,2,3,4,5,6,7,8,9 | 20 | at most 100 runs",
      })
  void nonsenseIsRefusedInWords(String key, String values, String seeds, String says) {
    Reading reading = read(key, values, seeds);
    String why = assertInstanceOf(Reading.Refused.class, reading, reading::toString).why();
    assertTrue(why.contains(says), why);
  }

  @Test
  void whatDoesNotFitTheDataIsRefused() {
    Reading reading =
        new SweepForm(true, "", "", "2")
            .read(Presets.seed(), SyntheticData.patterns(5, 8, 300, 100));
    assertInstanceOf(Reading.Refused.class, reading);
  }

  @Test
  void nothingTypedYetIsNoProblem() {
    assertInstanceOf(Reading.Unfinished.class, read("learning rate", " ", "1"));
    assertInstanceOf(Reading.Unfinished.class, read("", "1", "1"));
  }
}
