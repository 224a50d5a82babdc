/**
 * One handler a route: what is in the table and not here does not compile.
 * @module
 */
import type { RouteName } from '@onrecord/api';
import type { Handler } from '../create-app.ts';
import * as article from './article-handlers.ts';
import * as decision from './decision-handlers.ts';
import * as dossier from './dossier-handlers.ts';
import * as search from './search-handlers.ts';
import { getHealth, getOpenApi } from './system-handlers.ts';

/** All handlers, by the route's name. */
export const HANDLERS: { readonly [Name in RouteName]: Handler<Name> } = {
  getHealth,
  getOpenApi,
  ...article,
  ...search,
  ...decision,
  ...dossier,
};
