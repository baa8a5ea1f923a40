import { type ParseArgsConfig, parseArgs } from 'node:util';

export type Options = NonNullable<ParseArgsConfig['options']>;

const helpOption = { help: { type: 'boolean', short: 'h' } } as const;

type ReadArgumentsInput<Known extends Options> = {
  /** The options taken besides `--help`. */
  options?: Known | undefined;
  /** Whether words without dashes are taken, such as the name of a service. */
  takesWords?: boolean | undefined;
  /** The command line after the name of the program; this process's when not given. */
  args?: string[];
};

/** A command line as it was read. */
export type Arguments<Known extends Options> = {
  wantsHelp: boolean;
  options: ReturnType<typeof parse<Known>>['values'];
  words: string[];
};

/** The options and words of the command line; throws one line that names the known options for anything else. */
export function readArguments<Known extends Options>(input: ReadArgumentsInput<Known>): Arguments<Known> {
  const { takesWords: allowPositionals = false, args = process.argv.slice(2) } = input;
  const options = { ...input.options, ...helpOption } as Known & typeof helpOption;
  try {
    const { values, positionals } = parse({ args, options, allowPositionals });
    return { wantsHelp: 'help' in values, options: values, words: positionals };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    // Node's first sentence says what is wrong, the others how to get around it.
    const [wrong] = error.message.split(/\.(?:\s|$)/);
    const known = Object.keys(options).map(name => `--${name}`);
    throw new Error(`${wrong}. Known options: ${known.join(', ')}.`, { cause: error });
  }
}

type ParseInput<Known extends Options> = { args: string[]; options: Known; allowPositionals: boolean };

function parse<Known extends Options>(input: ParseInput<Known>) {
  return parseArgs({ ...input, strict: true });
}
