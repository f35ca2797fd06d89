package glassbox.ui.session;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import glassbox.data.ImageDataset;
import glassbox.data.SyntheticData;
import glassbox.training.Presets;
import glassbox.training.Recipe;
import glassbox.training.RecipeBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A recipe for one data set becomes one for another, and stays itself otherwise. */
class RecipeFitTest {
  private static final ImageDataset SEVEN = SyntheticData.patterns(7, 4, 100, 10);

  @Test
  void outputsAreTheClassesAndTheNameIsTheDataSets() {
    Recipe fitted = RecipeFit.fit(Presets.seed(), SEVEN);
    assertEquals("dense 7", fitted.network().getLast().text());
    assertEquals(Presets.seed().hidden(), fitted.hidden());
    assertEquals("patterns", fitted.dataset());
    assertDoesNotThrow(() -> fitted.requireFits(SEVEN));
  }

  @Test
  void whatFitsIsNotChanged() {
    Recipe recipe =
        new RecipeBuilder().network("dense 9", "relu", "dense 7").validation(20).seed(5).build();
    assertEquals(recipe, RecipeFit.fit(recipe, SEVEN));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "99, 99", "100, 10", "5000, 10"})
  void imagesAreLeftToLearn(int wanted, int fitted) {
    Recipe recipe = new RecipeBuilder().validation(wanted).build();
    assertEquals(fitted, RecipeFit.fit(recipe, SEVEN).validation());
  }

  @Test
  void oneImageIsEnough() {
    ImageDataset one = SyntheticData.patterns(1, 2, 1, 1);
    assertDoesNotThrow(() -> RecipeFit.fit(Presets.seed(), one).requireFits(one));
  }
}
