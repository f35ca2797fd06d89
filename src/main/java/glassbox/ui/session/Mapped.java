package glassbox.ui.session;

import glassbox.analysis.Placement;

/**
 * Where images lie on the map.
 *
 * @param of the images, and the network that their places are by
 * @param by how they were placed
 * @param placement their places, within a square from -1 to 1
 */
public record Mapped(Examined of, MapChoice by, Placement placement) {}
