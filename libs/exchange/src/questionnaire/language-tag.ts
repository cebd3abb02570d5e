/** A BCP 47 language tag as files write it: language, then script, region or variants, e.g. `de`, `de-AT`. */
export const LANGUAGE_TAG = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
