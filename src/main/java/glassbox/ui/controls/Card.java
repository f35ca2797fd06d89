package glassbox.ui.controls;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A titled area of a pane: a header line, and what it is about below. */
public final class Card extends VBox {
  /** The least width of a choice in a header, in points; its list has the words whole. */
  public static final double LEAST_CHOICE = 84;

  private final CardHeader header;

  /** A card with its content, which grows with it. */
  public Card(String title, Node content) {
    getStyleClass().add("card-pane");
    setMinWidth(240); // cards side by side share the room equally, whatever their headers say
    setPrefWidth(240);
    header = new CardHeader(title);
    VBox.setVgrow(content, Priority.ALWAYS);
    getChildren().addAll(header, content);
  }

  /** Adds a figure or a remark behind the title. */
  public Card fact(Node node) {
    header.facts().getChildren().add(node);
    if (node instanceof Label label) {
      WholeText.onHover(label);
    }
    return this;
  }

  /** Puts a mark before the title. */
  public Card mark(Node node) {
    header.facts().getChildren().addFirst(node);
    return this;
  }

  /** Lets the user save and copy what the card shows; the window does it. */
  public Card exportable(Exportable exportable) {
    return action(new ExportMenu(exportable));
  }

  /** The same, where there is room for it beside controls that are needed more. */
  public Card exportableWithRoom(Exportable exportable) {
    return optionalAction(new ExportMenu(exportable));
  }

  /** Leaves out the controls and may be narrower: for a card that is only looked at. */
  public Card withoutActions() {
    header.actions().setVisible(false);
    header.actions().setManaged(false);
    setMinWidth(100);
    return this;
  }

  /** Adds a control at the right end of the header. */
  public Card action(Node node) {
    header.actions().getChildren().add(node);
    return this;
  }

  /**
   * Adds a control that is left out where there is no room for it: another way leads there, too.
   */
  public Card optionalAction(Node node) {
    header.addOptional(node);
    return this;
  }
}
