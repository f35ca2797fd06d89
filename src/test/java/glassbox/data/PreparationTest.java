package glassbox.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glassbox.data.Preparation.Stage;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every stage by numbers, on pictures whose box and centre of mass are known. */
class PreparationTest {
  private static final Preparation MNIST = Preparation.like(Framing.likeMnist(28, 28));

  /** A bright rectangle on black. */
  private static Picture rectangle(int side, int top, int left, int height, int width) {
    byte[] gray = new byte[side * side];
    for (int row = top; row < top + height; row++) {
      for (int column = left; column < left + width; column++) {
        gray[row * side + column] = (byte) 255;
      }
    }
    return new Picture(gray, side, side);
  }

  /** An L: its centre of mass is not that of its box. */
  private static Picture angle(int side, int top, int left) {
    byte[] gray = rectangle(side, top, left, 120, 20).gray();
    for (int row = top + 100; row < top + 120; row++) {
      for (int column = left; column < left + 80; column++) {
        gray[row * side + column] = (byte) 255;
      }
    }
    return new Picture(gray, side, side);
  }

  @Test
  void theBoxOfTheInkIsCutOutAndScaledKeepingItsRatio() {
    Map<Stage, Picture> stages = MNIST.stages(rectangle(280, 10, 150, 200, 100));
    assertEquals(280, stages.get(Stage.INK).height());
    assertEquals(200, stages.get(Stage.CROP).height());
    assertEquals(100, stages.get(Stage.CROP).width());
    assertEquals(20, stages.get(Stage.SCALE).height());
    assertEquals(10, stages.get(Stage.SCALE).width());
    assertEquals(28, stages.get(Stage.CENTRE).height());
    assertEquals(28, stages.get(Stage.CENTRE).width());
  }

  @ParameterizedTest
  @CsvSource({"0,0", "100,150", "40,200", "160,3"})
  void theCentreOfMassComesToTheMiddleWhereverItWas(int top, int left) {
    Ink ink = Ink.of(MNIST.stages(angle(280, top, left)).get(Stage.CENTRE));
    assertEquals(14.5, ink.centreRow(), 0.5);
    assertEquals(14.5, ink.centreColumn(), 0.5);
    assertEquals(20, ink.height());
  }

  @Test
  void withoutCuttingOutAndCentringADrawingStaysInItsCorner() {
    Preparation off =
        MNIST.with(Stage.CROP, false).with(Stage.SCALE, false).with(Stage.CENTRE, false);
    Ink ink = Ink.of(off.stages(angle(280, 0, 0)).get(Stage.CENTRE));
    assertEquals(0, ink.top());
    assertEquals(0, ink.left());
    assertEquals(12, ink.height());
    assertEquals(8, ink.width());
  }

  @Test
  void centringMovesThePictureEvenWhereNothingIsCutOut() {
    Preparation only = MNIST.with(Stage.CROP, false).with(Stage.SCALE, false);
    Ink ink = Ink.of(only.stages(angle(280, 0, 0)).get(Stage.CENTRE));
    assertEquals(14.5, ink.centreRow(), 0.5);
    assertEquals(12, ink.height());
  }

  /** A heavy top would push a thin leg out of the frame. */
  @Test
  void noInkIsLostOverAnEdge() {
    byte[] gray = rectangle(280, 0, 0, 20, 280).gray();
    for (int row = 20; row < 280; row++) {
      gray[row * 280 + 140] = (byte) 255;
    }
    Picture end = MNIST.stages(new Picture(gray, 280, 280)).get(Stage.CENTRE);
    assertEquals(20, Ink.of(end).height());
  }

  @Test
  void aStageThatIsOffLeavesThePictureAsItIs() {
    Map<Stage, Picture> stages = MNIST.with(Stage.CROP, false).stages(angle(280, 30, 30));
    assertSame(stages.get(Stage.INK), stages.get(Stage.CROP));
  }

  @Test
  void scalingIsTheMeanOfTheAreaThatAPixelCovers() {
    Picture picture = new Picture(new byte[] {0, 90, (byte) 180}, 1, 3);
    assertArrayEquals(new byte[] {30, (byte) 150}, Scaling.to(picture, 1, 2).gray());
    Picture larger = Scaling.to(new Picture(new byte[] {0, 100}, 1, 2), 2, 4);
    assertArrayEquals(new byte[] {0, 0, 100, 100, 0, 0, 100, 100}, larger.gray());
  }

  @Test
  void scalingKeepsTheMeanBrightness() {
    Picture scaled = Scaling.to(rectangle(280, 100, 100, 70, 35), 28, 28);
    long sum = 0;
    for (byte level : scaled.gray()) {
      sum += level & 0xff;
    }
    assertEquals(70 * 35 * 255 / 100.0, sum, 30);
  }

  @Test
  void aPhotoOfDarkInkOnUnevenPaperBecomesInkOnBlack() {
    int side = 200;
    byte[] gray = new byte[side * side];
    Picture ink = rectangle(side, 60, 80, 80, 40);
    for (int i = 0; i < gray.length; i++) {
      int paper = 170 + i / side / 4 + (i * 31 % 17);
      gray[i] = (byte) (ink.gray()[i] == 0 ? paper : 60 + i % 23);
    }
    Map<Stage, Picture> stages = MNIST.stages(new Picture(gray, side, side));
    assertEquals(80, stages.get(Stage.CROP).height());
    assertEquals(40, stages.get(Stage.CROP).width());
    assertEquals(0, stages.get(Stage.INK).pixel(0, 0));
    assertTrue(stages.get(Stage.INK).pixel(100, 100) > 200);
  }

  @Test
  void aThresholdThatIsGivenIsUsed() {
    Picture ramp = new Picture(new byte[] {0, 50, 100, (byte) 150, (byte) 200, (byte) 250}, 1, 6);
    Inking inking = new Inking(Inking.Polarity.BRIGHT_INK, 125);
    assertEquals(0, inking.apply(ramp).pixel(0, 1));
    assertEquals(255, inking.apply(ramp).pixel(0, 5));
    assertEquals(125, inking.thresholdFor(ramp));
  }

  @Test
  void nothingDrawnIsNothingInTheEnd() {
    Picture end = MNIST.stages(rectangle(280, 0, 0, 0, 0)).get(Stage.CENTRE);
    assertArrayEquals(new byte[784], end.gray());
  }

  @Test
  void aSinglePixelIsEnough() {
    Ink ink = Ink.of(MNIST.stages(rectangle(280, 3, 277, 1, 1)).get(Stage.CENTRE));
    assertEquals(14.5, ink.centreRow(), 0.5);
    assertEquals(20, ink.height());
  }

  @ParameterizedTest
  @CsvSource({"32,32,23,23", "14,28,10,20", "1,5,1,4", "256,256,183,183"})
  void otherSizesAreTreatedInProportion(int height, int width, int boxHeight, int boxWidth) {
    Framing framing = Framing.likeMnist(height, width);
    assertEquals(boxHeight, framing.boxHeight());
    assertEquals(boxWidth, framing.boxWidth());
    Map<Stage, Picture> stages = Preparation.like(framing).stages(angle(280, 20, 20));
    assertEquals(height, stages.get(Stage.CENTRE).height());
    assertEquals(width, stages.get(Stage.CENTRE).width());
    assertTrue(stages.get(Stage.SCALE).height() <= boxHeight);
    assertTrue(stages.get(Stage.SCALE).width() <= boxWidth);
  }

  @Test
  void theBundledDataSetsShowHowTheyAreFramed() throws IOException {
    assertEquals(new Framing(28, 28, 20, 20, true), Framing.of(Datasets.load("mnist").test()));
    Framing fashion = Framing.of(Datasets.load("fashion-mnist").test());
    assertEquals(new Framing(28, 28, 28, 28, false), fashion);
  }

  /** But for one in a hundred, whose centre was rounded another way. */
  @Test
  void anImageOfMnistStaysWhatItIs() throws IOException {
    ImageSet images = Datasets.load("mnist").test();
    int same = 0;
    for (int i = 0; i < 200; i++) {
      Picture image = new Picture(images.image(i), 28, 28);
      Map<Stage, Picture> stages = MNIST.stages(image);
      assertSame(image, stages.get(Stage.INK));
      same += java.util.Arrays.equals(image.gray(), stages.get(Stage.CENTRE).gray()) ? 1 : 0;
    }
    assertTrue(same > 195, same + " of 200");
  }
}
