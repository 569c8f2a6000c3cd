import { Fragment, type ReactNode } from "react";
import { type Block, type Inline, parseMarkdown } from "./markdown";

const linkClass =
  "text-accent-strong underline underline-offset-2 hover:no-underline [overflow-wrap:anywhere]";

function inline(nodes: readonly Inline[]): ReactNode {
  return nodes.map((node, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: a message's text never changes its parts in place.
    return <Fragment key={index}>{one(node)}</Fragment>;
  });
}

function one(node: Inline): ReactNode {
  switch (node.kind) {
    case "text":
      return node.text;
    case "code":
      return (
        <code className="rounded-[4px] bg-ink/10 px-1 py-px font-mono text-[0.9em] [overflow-wrap:anywhere]">
          {node.text}
        </code>
      );
    case "bold":
      return <strong className="font-semibold">{inline(node.children)}</strong>;
    case "italic":
      return <em>{inline(node.children)}</em>;
    case "link":
      return (
        <>
          <a
            href={node.href}
            target="_blank"
            rel="noopener noreferrer nofollow"
            className={linkClass}
          >
            {node.text}
          </a>
          {/* Words may promise one place and lead to another. */}
          {node.host !== undefined && <span className="text-ink-soft"> ({node.host})</span>}
        </>
      );
    default:
      return node satisfies never;
  }
}

function block(part: Block): ReactNode {
  switch (part.kind) {
    case "paragraph":
      return (
        <p className="whitespace-pre-wrap break-words [overflow-wrap:anywhere]">
          {inline(part.children)}
        </p>
      );
    case "code":
      return (
        <pre
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than its place is read by scrolling.
          tabIndex={0}
          className="overflow-x-auto rounded-control bg-ink/8 p-2 font-mono text-xs"
        >
          {part.text}
        </pre>
      );
    case "list": {
      const items = part.items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a message's text never changes its parts in place.
        <li key={index} className="break-words [overflow-wrap:anywhere]">
          {inline(item)}
        </li>
      ));
      return part.isOrdered ? (
        <ol start={part.start} className="list-decimal pl-6">
          {items}
        </ol>
      ) : (
        <ul className="list-disc pl-5">{items}</ul>
      );
    }
    default:
      return part satisfies never;
  }
}

/** A message's text with what little Markdown it has, as elements and never as HTML. */
export function MarkdownView({ text }: { text: string }) {
  return (
    <div dir="auto" className="grid min-w-0 grid-cols-1 gap-1.5">
      {parseMarkdown(text).map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a message's text never changes its parts in place.
        <Fragment key={index}>{block(part)}</Fragment>
      ))}
    </div>
  );
}
