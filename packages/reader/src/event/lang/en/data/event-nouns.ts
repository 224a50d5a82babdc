/**
 * Nouns of public events that statements are made at or after. Wars, attacks and deals are no
 * occasions to speak at and are left out.
 * @module
 */
export const EVENT_NOUNS: ReadonlySet<string> = new Set(
  (
    'summit meeting conference briefing talk talks vote election referendum rally debate hearing ' +
    'visit ceremony session forum assembly convention congress signing inauguration trial ' +
    'interview speech address event protest march demonstration negotiation negotiations ' +
    'consultation consultations gathering dinner lunch call trip ministerial plenary primary ' +
    'caucus runoff parade funeral commemoration celebration launch seminar workshop'
  ).split(' '),
);
