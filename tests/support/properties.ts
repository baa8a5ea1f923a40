import fc from 'fast-check';

/**
 * Properties are tried with the same cases in every run, so that a run fails for what was changed. `PROPERTY_SEED` takes
 * others, to look for faults that nobody has met.
 */
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 1) });
