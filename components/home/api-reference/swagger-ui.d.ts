// Swagger UI brings no types. These are the parts that we use.
declare module "swagger-ui-dist/swagger-ui-es-bundle" {
  import type { ComponentType, createElement, ReactNode } from "react";

  interface PartProps {
    getComponent: (
      name: string,
      isContainer?: boolean,
    ) => ComponentType<{ source?: string | undefined }>;
    specSelectors: { info: () => { get: (name: "description") => string | undefined } };
    text?: ReactNode;
    "aria-label"?: string;
  }

  export type Part = (props: PartProps) => ReactNode;

  export interface SwaggerSystem {
    /** The library's own; still being put together when a plugin is made, but for this. */
    React: { createElement: typeof createElement };
  }

  export type SwaggerPlugin = (system: SwaggerSystem) => {
    components: Record<string, Part>;
    wrapComponents: Record<string, (original: Part) => Part>;
  };

  interface Options {
    domNode: HTMLElement;
    spec: object;
    plugins: SwaggerPlugin[];
    layout: string;
    docExpansion: "list" | "full" | "none";
    defaultModelsExpandDepth: number;
    defaultModelExpandDepth: number;
    deepLinking: boolean;
    displayRequestDuration: boolean;
    validatorUrl: null;
    onComplete: () => void;
  }

  export default function swaggerUi(options: Options): void;
}
