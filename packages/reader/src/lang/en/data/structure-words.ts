/**
 * What English news files write around the news: bylines, credits, datelines, and lines that are
 * no news at all.
 * @module
 */

/** "By Ana Kovic", "by Ana Kovic, The Zembla Courier news desk", "BY ANA KOVIC AND JON VALE". */
export const BYLINE =
  /^(?:(?:written|reported|story)\s+)?by:?\s+(\p{Lu}[\p{L}.'’-]*(?:\s+(?:\p{Lu}[\p{L}.'’-]*|de|van|von|der|al|bin|la|del))*(?:(?:,|\s+and|\s*&)\s+\p{Lu}[\p{L}.'’-]*(?:\s+\p{Lu}[\p{L}.'’-]*)+)*)(?:\s*[,|•–—-]\s*(.{2,100}))?\s*$/iu;

/** The words behind a publisher's name in a byline ("The Zembla Courier news desk"). */
export const DESK =
  /\s+(?:news\s+desk|newsroom|staff(?:\s+(?:writer|reporter))?|(?:\w+\s+)?(?:correspondent|reporter|editor)|desk)$/i;

/** A byline's tail that names a post and no publisher ("senior correspondent"). */
export const POST_ONLY =
  /^(?:(?:senior|chief|staff|special|political|diplomatic|foreign|national|white house)\s+)*(?:writer|reporter|correspondent|editor|columnist|contributor)s?$/i;

/** A credit in brackets at the end of a caption: "(Mira Dole / AP)", "(Photo by Jon Vale)". */
export const BRACKET_CREDIT =
  /[([]\s*(?:(?:photo|image|picture|file|illustration|credit)s?\b[^()[\]]{0,100}|[^()[\]]{2,80}?\s*\/\s*[^()[\]]{2,60}|[^()[\]]{2,60}\s+(?:via\s+)?(?:AFP|AP|Reuters|Getty Images|EPA|Getty|Anadolu|TASS|UPI|dpa|Xinhua)(?:\s*Images?)?)\s*[)\]]\.?\s*$/;

/** A caption told by its first or last words: "FILE PHOTO: …", "… Photo: Jon Vale". */
export const CAPTION_START =
  /^(?:file\s+(?:photo|picture|-)|(?:photo|image|picture|caption)s?\s*:|pictured:)/i;
export const CAPTION_CREDIT =
  /\s((?:photo(?:graph)?|image|picture|credit|photo credit)s?\s*(?::|by\s+\p{Lu}).{2,60})$/iu;
/** A line that is nothing but a credit: "Photo: Jon Vale", "Credit: Zembla Images". */
export const CREDIT_LINE =
  /^(?:(?:photo|image|picture|video)(?:graph)?s?(?:\s+credit)?|credits?)\s*(?::|by\s).{2,80}$/i;

/** "KALMAR (Reuters) - ", "OSTRAVA, Feb. 3 (AP) — ", "(UPI) —", "KALMAR, Zembla — ". */
export const DATELINE =
  /^(?:(?:\p{Lu}[\p{Lu}.'’-]+(?:[ /]\p{Lu}[\p{Lu}.'’-]+){0,3}(?:,\s+\p{Lu}[\p{L}.'’]*(?:\s\p{Lu}[\p{L}.]*)?)?(?:,?\s+(?:Jan|Feb|March|April|May|June|July|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2})?(?:\s+\([\p{L}. /]{2,30}\))?)|\([\p{Lu}]{2,8}\)|\p{Lu}\p{Ll}+\s+\((?:AP|AFP|Reuters|UPI|TASS|dpa)\))\s*(?:—|–|--|-)\s+/u;

/** Lines that are no news: invitations, navigation, rights. */
export const BOILERPLATE =
  /^(?:read (?:more|also|next|the full)\b|also read\b|related(?: (?:stories|articles|coverage|posts))?\s*:|see also\b|more (?:on this|from)\b|advertisement\b|story continues\b|continue reading\b|subscribe\b|sign up\b|follow us\b|follow .{2,60} on (?:twitter|facebook|x|instagram)\b|like us on\b|share this\b|click here\b|download our\b|watch (?:the video|below|live)\b|listen to\b|copyright\b|©|\(c\)\s*\d{4}|all rights reserved|this (?:article|story) (?:was )?(?:originally|first) (?:appeared|published)|(?:last )?(?:updated|published|posted)(?: (?:at|on))?\s*:?\s+.{0,40}\d)/i;
