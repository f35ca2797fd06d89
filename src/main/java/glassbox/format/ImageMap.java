package glassbox.format;

import glassbox.analysis.Placement;
import glassbox.analysis.Predictions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Images placed on a plane, with what they are and what a network takes them for, to be written as
 * a table or a picture.
 *
 * @param title what is shown, in a line
 * @param answers to the set that the images are of
 * @param placement which of them, and where
 */
public record ImageMap(
    String title, Predictions answers, Placement placement, List<String> classNames) {
  /** Writes {@code index,label,predicted,x,y}, a row an image; classes as numbers. */
  public void writeCsv(Path file) throws IOException {
    StringBuilder csv = new StringBuilder("index,label,predicted,x,y\n");
    for (int place = 0; place < placement.count(); place++) {
      int image = placement.image(place);
      csv.append(image)
          .append(',')
          .append(answers.truth(image))
          .append(',')
          .append(answers.answer(image))
          .append(',')
          .append((float) placement.x(place))
          .append(',')
          .append((float) placement.y(place))
          .append('\n');
    }
    AtomicFiles.write(file, csv.toString());
  }

  /** Writes a picture of dots in the classes' colours. */
  public void writePng(Path file) throws IOException {
    new ImageMapPicture(Typeface.load(), this).draw().write(file);
  }
}
