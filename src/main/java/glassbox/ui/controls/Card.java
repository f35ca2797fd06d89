package glassbox.ui.controls;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A titled area of a pane: a header line, and what it is about below. */
public final class Card extends VBox {
  private final HBox left = new HBox();
  private final HBox right = new HBox();

  /** A card with its content, which grows with it. */
  public Card(String title, Node content) {
    getStyleClass().add("card-pane");
    setMinWidth(240); // cards side by side share the room equally, whatever their headers say
    setPrefWidth(240);
    Label heading = new Label(title);
    heading.getStyleClass().add("card-title");
    heading.setMinWidth(Region.USE_PREF_SIZE);
    left.getStyleClass().add("card-facts");
    if (!title.isEmpty()) { // otherwise the first fact is the title
      left.getChildren().add(heading);
    }
    left.setAlignment(Pos.BASELINE_LEFT);
    left.setMaxHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(left, Priority.ALWAYS);
    right.getStyleClass().add("card-actions");
    right.setAlignment(Pos.CENTER_RIGHT);
    HBox header = new HBox(left, right);
    header.setAlignment(Pos.CENTER_LEFT);
    header.getStyleClass().add("card-header");
    VBox.setVgrow(content, Priority.ALWAYS);
    getChildren().addAll(header, content);
  }

  /** Adds a figure or a remark behind the title. */
  public Card fact(Node node) {
    left.getChildren().add(node);
    if (node instanceof Label label) {
      WholeText.onHover(label);
    }
    return this;
  }

  /** Puts a mark before the title. */
  public Card mark(Node node) {
    left.getChildren().addFirst(node);
    return this;
  }

  /** Lets the user save and copy what the card shows; the window does it. */
  public Card exportable(Exportable exportable) {
    return action(new ExportMenu(exportable));
  }

  /** Leaves out the controls and may be narrower: for a card that is only looked at. */
  public Card withoutActions() {
    right.setVisible(false);
    right.setManaged(false);
    setMinWidth(100);
    return this;
  }

  /** Adds a control at the right end of the header. */
  public Card action(Node node) {
    right.getChildren().add(node);
    return this;
  }
}
