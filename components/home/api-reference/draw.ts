// Loaded by itself, with the library: see api-reference.tsx.
import swaggerUi from "swagger-ui-dist/swagger-ui-es-bundle";
import { layout, layoutPlugin, type ReferenceWords } from "./layout";

/** Draws the document into `node`, and says when it stands there. */
export function draw(
  node: HTMLElement,
  spec: object,
  words: ReferenceWords,
  onDrawn: () => void,
): void {
  swaggerUi({
    domNode: node,
    spec,
    plugins: [layoutPlugin(words)],
    layout,
    docExpansion: "list",
    // The shapes wait, folded, below the operations.
    defaultModelsExpandDepth: 0,
    defaultModelExpandDepth: 2,
    deepLinking: true,
    displayRequestDuration: true,
    // It would send the document's address to somebody else.
    validatorUrl: null,
    onComplete: onDrawn,
  });
}
