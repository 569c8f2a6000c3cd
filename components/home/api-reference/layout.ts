// How the reference is put together: Swagger UI's parts without its own title, list of servers and second
// <main>, without links inside of buttons, and with names where it has none. They are made with the React
// that the library carries.
import type { Part, SwaggerPlugin, SwaggerSystem } from "swagger-ui-dist/swagger-ui-es-bundle";

/** The name by which the plugin's layout is chosen. */
export const layout = "MeetingsLayout";

/** What only screen readers say. */
export type ReferenceWords = Record<"operations" | "body" | "close", string>;

const page =
  ({ React: { createElement } }: SwaggerSystem, words: ReferenceWords): Part =>
  ({ getComponent, specSelectors }) =>
    createElement(
      "div",
      { className: "swagger-ui" },
      createElement(
        "div",
        { className: "about" },
        createElement(getComponent("Markdown", true), {
          source: specSelectors.info().get("description"),
        }),
        createElement(getComponent("AuthorizeBtnContainer", true)),
      ),
      createElement("h2", { className: "sr-only" }, words.operations),
      createElement(getComponent("errors", true)),
      createElement(getComponent("operations", true)),
      createElement(getComponent("Models", true)),
    );

/** The text of a link that stands inside the button which opens an operation. */
const text =
  ({ React }: SwaggerSystem): Part =>
  (props) =>
    React.createElement("span", null, props.text);

const labelled =
  ({ React }: SwaggerSystem, label: string) =>
  (original: Part): Part =>
  (props) =>
    React.createElement(original, { "aria-label": label, ...props });

const withWord =
  ({ React: { createElement } }: SwaggerSystem, word: string) =>
  (original: Part): Part =>
  (props) =>
    createElement(
      "span",
      null,
      createElement("span", { className: "sr-only" }, word),
      createElement(original, props),
    );

/** The plugin that brings `layout`. */
export const layoutPlugin =
  (words: ReferenceWords): SwaggerPlugin =>
  (system) => ({
    components: { [layout]: page(system, words), DeepLink: text(system) },
    wrapComponents: {
      TextArea: labelled(system, words.body),
      CloseIcon: withWord(system, words.close),
    },
  });
