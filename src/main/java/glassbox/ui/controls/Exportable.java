package glassbox.ui.controls;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/**
 * What a card shows, to be taken out of the window as a picture or as numbers.
 *
 * @param name what a file of it is called, without an ending
 * @param picture the node that a picture is taken of
 * @param csv takes hold of the numbers on the JavaFX thread; what it gives writes them as text on
 *     another one; null where there are none
 * @param svg the same for a drawing that can be enlarged without end; null where there is none
 */
public record Exportable(
    String name,
    Node picture,
    @Nullable Supplier<Callable<String>> csv,
    @Nullable Supplier<Callable<String>> svg) {
  /** A picture alone. */
  public static Exportable picture(String name, Node picture) {
    return new Exportable(name, picture, null, null);
  }

  public Exportable withCsv(Supplier<Callable<String>> table) {
    return new Exportable(name, picture, table, svg);
  }

  public Exportable withSvg(Supplier<Callable<String>> drawing) {
    return new Exportable(name, picture, csv, drawing);
  }
}
