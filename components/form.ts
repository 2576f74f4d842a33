/**
 * Forms that are posted without script.
 * @module
 */

/** The fields of a form post; a body that is no form has none. */
export async function formFields(req: Request): Promise<Record<string, unknown>> {
  try {
    return Object.fromEntries(await req.formData());
  } catch (error) {
    if (error instanceof TypeError) return {};
    throw error;
  }
}
