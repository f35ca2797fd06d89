package glassbox.ui.map;

import glassbox.ui.words.Words;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;

/** The classes with their marks; a click takes one off the map or brings it back. */
final class ClassLegend extends VBox {
  /** More than these would take the map's room: they scroll. */
  private static final int MANY = 24;

  private static final double MANY_HEIGHT = 64;

  /** Hears that a class is to be shown or not. */
  interface Toggle {
    void show(int classIndex, boolean shown);
  }

  private final Toggle toggle;
  private List<String> names = List.of();

  ClassLegend(Toggle toggle) {
    this.toggle = toggle;
    getStyleClass().add("map-legend");
  }

  /** Makes the legend of other classes, all of them shown. */
  void setNames(List<String> newNames) {
    if (newNames.equals(names)) {
      return;
    }
    names = newNames;
    FlowPane chips = new FlowPane();
    chips.getStyleClass().add("map-chips");
    for (int c = 0; c < newNames.size(); c++) {
      toggle.show(c, true);
      chips.getChildren().add(chip(c));
    }
    chips.getChildren().add(incorrect());
    getChildren().setAll(newNames.size() > MANY ? scrolling(chips) : chips);
  }

  private static Node scrolling(FlowPane chips) {
    ScrollPane scroll = new ScrollPane(chips);
    scroll.getStyleClass().add("map-legend-scroll");
    scroll.setFitToWidth(true);
    scroll.setPrefHeight(MANY_HEIGHT);
    scroll.setMinHeight(MANY_HEIGHT);
    return scroll;
  }

  private ToggleButton chip(int classIndex) {
    String name = names.get(classIndex);
    ToggleButton chip = new ToggleButton(name, mark(classIndex));
    chip.setId("class-" + classIndex);
    chip.getStyleClass().addAll("chip", "map-chip");
    chip.setSelected(true);
    chip.setTooltip(new Tooltip(Words.of("map.legend.show", name)));
    chip.setAccessibleText(Words.of("map.legend.accessible", name));
    chip.setOnAction(event -> toggle.show(classIndex, chip.isSelected()));
    return chip;
  }

  private static Shape mark(int classIndex) {
    Shape mark =
        switch (MapColours.shapeOf(classIndex)) {
          case 0 -> new Circle(4.5);
          case 1 -> new Rectangle(8, 8);
          case 2 -> new Polygon(4.5, 0, 9, 8, 0, 8);
          default -> new Polygon(5, 0, 10, 5, 5, 10, 0, 5);
        };
    mark.getStyleClass().addAll("class-mark", "class-colour-" + classIndex % MapColours.CLASSES);
    return mark;
  }

  private static Label incorrect() {
    Circle mark = new Circle(4.5);
    mark.getStyleClass().add("map-edge");
    Label label = new Label(Words.of("map.legend.edge"), mark);
    label.getStyleClass().add("map-key");
    return label;
  }
}
