package glassbox.ui.draw;

import glassbox.data.OwnImages.OwnImage;
import glassbox.data.Picture;

/**
 * A drawing that is kept, as the list shows it.
 *
 * @param answer what the network takes it for; empty where there is none
 */
record KeptDrawing(OwnImage image, Picture picture, String label, String answer, boolean isRight) {}
