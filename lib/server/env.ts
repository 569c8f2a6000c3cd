import "server-only";
import { createHash } from "node:crypto";
import { isAbsolute, join } from "node:path";
import { z } from "zod";

const logLevels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

/** What the operator configured, in the shape the server uses. */
export interface Env {
  dataDir: string;
  databaseUrl: string | undefined;
  /** What links in answers begin with; no slash at the end. */
  frontendUrl: string;
  livekit: {
    url: string;
    /** The address browsers use, ws or wss. */
    publicUrl: string;
    apiKey: string;
    apiSecret: string;
  };
  logLevel: (typeof logLevels)[number];
  onVercel: boolean;
  /** Programs that may do whatever any host may: a name for the log, and SHA-256 of the key in hex. */
  apiKeys: readonly ApiKey[];
  /** How long what is known of a meeting is kept after its last use. */
  retentionDays: number;
  /** Sites whose pages may call the API. */
  allowedOrigins: readonly string[];
}

interface ApiKey {
  name: string;
  hash: string;
}

/** One sentence a variable, fit for the terminal: never the value of a secret. */
export class EnvProblem extends Error {
  readonly sentences: readonly string[];

  constructor(sentences: readonly string[]) {
    super(sentences.join("\n"));
    this.name = "EnvProblem";
    this.sentences = sentences;
  }
}

function hasProtocol(value: string, protocols: readonly string[]): boolean {
  return URL.canParse(value) && protocols.includes(new URL(value).protocol);
}

const livekitAddress = (value: string) => hasProtocol(value, ["ws:", "wss:", "http:", "https:"]);

const Port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((port) => port <= 65535);

const apiKeyPattern = /^([\w.-]{1,64}):(key_[\w-]{32,128})$/;

const listOf = (value: string) =>
  value
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");

/** `name:key_…,name:key_…`: names and keys each once. */
const ApiKeys = z.string().transform((value, context): ApiKey[] => {
  const pairs = listOf(value).map((entry) => apiKeyPattern.exec(entry));
  const names = new Set(pairs.map((pair) => pair?.[1]));
  const keys = new Set(pairs.map((pair) => pair?.[2]));
  if (pairs.includes(null) || names.size < pairs.length || keys.size < pairs.length) {
    context.addIssue("not a list of named keys");
    return z.NEVER;
  }
  return pairs.map((pair) => ({
    name: pair?.[1] ?? "",
    hash: createHash("sha256")
      .update(pair?.[2] ?? "")
      .digest("hex"),
  }));
});

/** Origins as browsers send them. `*` is none: nobody means all sites there are. */
const Origins = z
  .string()
  .transform(listOf)
  .refine((origins) =>
    origins.every(
      (origin) =>
        hasProtocol(origin, ["http:", "https:"]) &&
        new URL(origin).origin === origin &&
        !origin.includes("*"),
    ),
  );

interface Variable<Value> {
  schema: z.ZodType<Value>;
  expected: string;
  example: string;
}

/** Each variable, what it has to be, and how that reads to the operator. */
const variables = {
  PORT: { schema: Port.optional(), expected: "a port number", example: "3000" },
  DATA_DIR: {
    schema: z.string().optional(),
    expected: "the folder that holds the SQLite file",
    example: "/var/lib/meetings",
  },
  DATABASE_URL: {
    schema: z
      .string()
      .refine((value) => hasProtocol(value, ["postgres:", "postgresql:"]))
      .optional(),
    expected: "the address of a PostgreSQL database",
    example: "postgres://user:password@db.example.org:5432/meetings",
  },
  FRONTEND_URL: {
    schema: z
      .string()
      .refine((value) => {
        // One check: zod runs a second one on what the first refused, where `new URL` would throw.
        if (!hasProtocol(value, ["http:", "https:"])) return false;
        const { pathname, search, hash, username } = new URL(value);
        return pathname === "/" && !search && !hash && !username;
      })
      .optional(),
    expected: "the address people open, without a path: links begin with it",
    example: "https://meet.example.org",
  },
  LIVEKIT_URL: {
    schema: z.string().refine(livekitAddress),
    expected: "the address of a LiveKit server (`npm run dev` and `npm start` bring one up)",
    example: "wss://your-project.livekit.cloud",
  },
  LIVEKIT_PUBLIC_URL: {
    schema: z.string().refine(livekitAddress).optional(),
    expected: "the address of the LiveKit server as browsers reach it",
    example: "wss://livekit.example.org",
  },
  LIVEKIT_API_KEY: {
    schema: z.string().min(1),
    expected: "the API key of the LiveKit server",
    example: "APIxxxxxxxxxxxx",
  },
  LIVEKIT_API_SECRET: {
    schema: z.string().min(32),
    expected: "the LiveKit API key's secret, 32 characters or more",
    example: "the output of `openssl rand -base64 32`",
  },
  MEETINGS_API_KEYS: {
    schema: ApiKeys.optional(),
    expected:
      "a list of name:key pairs with commas between them, each name and each key once, " +
      "and each key `key_` and 32 letters, digits, - or _ or more",
    example: "crm:key_ and the output of `openssl rand -hex 24`",
  },
  MEETING_RETENTION_DAYS: {
    schema: z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .refine((days) => days >= 1)
      .optional(),
    expected: "for how many days after its last use a meeting is kept, 1 or more",
    example: "90",
  },
  ALLOWED_ORIGINS: {
    schema: Origins.optional(),
    expected: "the origins, with commas between them, whose pages may call the API",
    example: "https://www.example.org,https://shop.example.org",
  },
  TRUST_PROXY: {
    schema: z
      .string()
      .regex(/^\d{1,2}$/)
      .optional(),
    expected: "how many proxies of yours stand before the app",
    example: "1",
  },
  LOG_LEVEL: {
    schema: z.enum(logLevels).optional(),
    expected: `one of ${logLevels.join(", ")}`,
    example: "info",
  },
} as const;

/** A database's address carries a password, and a wrong one carries it anywhere. */
const secret: ReadonlySet<string> = new Set([
  "DATABASE_URL",
  "LIVEKIT_API_KEY",
  "LIVEKIT_API_SECRET",
  "MEETINGS_API_KEYS",
]);

/** The value, where it can be shown. */
function shown(name: string, value: string): string {
  if (secret.has(name)) return "it is not that";
  const withoutLogin = value.replace(/\/\/.*@/, "//…@").slice(0, 80);
  return `it is ${JSON.stringify(withoutLogin)}`;
}

/**
 * Reads the configuration. Throws `EnvProblem` with a sentence for every variable that is missing or
 * wrong, all of them at once.
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const sentences: string[] = [];

  function read<Value>(
    name: string,
    { schema, expected, example }: Variable<Value>,
  ): Value | undefined {
    // An empty value is what `NAME=` in an env file leaves: the same as not set.
    const value = source[name]?.trim() || undefined;
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    const found = value === undefined ? "it is not set" : shown(name, value);
    sentences.push(`${name} has to be ${expected}, and ${found}. For example: ${name}=${example}`);
    return undefined;
  }

  const onVercel = Boolean(source.VERCEL);
  const port = read("PORT", variables.PORT) ?? 3000;
  const dataDir = read("DATA_DIR", variables.DATA_DIR) ?? ".data";
  const databaseUrl = read("DATABASE_URL", variables.DATABASE_URL);
  const configuredFrontend = read("FRONTEND_URL", variables.FRONTEND_URL);
  const url = read("LIVEKIT_URL", variables.LIVEKIT_URL);
  const publicUrl = read("LIVEKIT_PUBLIC_URL", variables.LIVEKIT_PUBLIC_URL) ?? url;
  const apiKey = read("LIVEKIT_API_KEY", variables.LIVEKIT_API_KEY);
  const apiSecret = read("LIVEKIT_API_SECRET", variables.LIVEKIT_API_SECRET);
  const apiKeys = read("MEETINGS_API_KEYS", variables.MEETINGS_API_KEYS) ?? [];
  const retentionDays = read("MEETING_RETENTION_DAYS", variables.MEETING_RETENTION_DAYS) ?? 90;
  const allowedOrigins = read("ALLOWED_ORIGINS", variables.ALLOWED_ORIGINS) ?? [];
  read("TRUST_PROXY", variables.TRUST_PROXY);
  const logLevel = read("LOG_LEVEL", variables.LOG_LEVEL) ?? "info";

  if (onVercel && !source.DATABASE_URL?.trim()) {
    sentences.push(
      "DATABASE_URL has to be set on Vercel, whose functions keep no files: add a PostgreSQL database " +
        `(Neon, for one) to the project. For example: DATABASE_URL=${variables.DATABASE_URL.example}`,
    );
  }
  if (sentences.length > 0 || !url || !publicUrl || !apiKey || !apiSecret) {
    throw new EnvProblem(sentences);
  }

  const vercelHost =
    source.VERCEL_ENV === "production"
      ? (source.VERCEL_PROJECT_PRODUCTION_URL ?? source.VERCEL_URL)
      : (source.VERCEL_URL ?? source.VERCEL_PROJECT_PRODUCTION_URL);
  const frontendUrl =
    configuredFrontend ??
    (onVercel && vercelHost ? `https://${vercelHost}` : `http://localhost:${port}`);

  return {
    dataDir: isAbsolute(dataDir)
      ? dataDir
      : join(/* turbopackIgnore: true */ process.cwd(), dataDir),
    databaseUrl,
    frontendUrl: new URL(frontendUrl).origin,
    livekit: {
      url,
      publicUrl: publicUrl.replace(/^http/, "ws").replace(/\/+$/, ""),
      apiKey,
      apiSecret,
    },
    logLevel,
    onVercel,
    apiKeys,
    retentionDays,
    allowedOrigins,
  };
}
