/**
 * OpenAPI 3.1 out of the route table. Nothing is written by hand beside the table.
 * @module
 */
import { z } from 'zod';
import { ADDRESSES, API_ROOT, NAME_HEADER, type RouteName } from './addresses.ts';
import { PROBLEM_TYPE, problem } from './problem.ts';
import { ROUTES, type Route } from './routes.ts';
import { board, evidence, utterance } from './schema/dossier.ts';
import { articleRecord, articleSummary, entry } from './schema/entry.ts';

type Json = { [key: string]: unknown };

/** Schemas that many routes share, by the name under which the document holds them. */
const SHARED = {
  ArticleRecord: articleRecord,
  ArticleSummary: articleSummary,
  Entry: entry,
  Evidence: evidence,
  Board: board,
  Utterance: utterance,
  Problem: problem,
};

/**
 * Describe the API.
 * @param version the version of the server.
 */
export function describeApi(version: string): Json {
  const paths: { [path: string]: Json } = {};
  for (const name of Object.keys(ROUTES) as RouteName[]) {
    const [method, path] = ADDRESSES[name];
    const full = `${API_ROOT}${path}`;
    paths[full] = { ...paths[full], [method.toLowerCase()]: describeRoute(name, ROUTES[name]) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'On Record',
      version,
      description: 'Who said what, and who is bound to what, tied to the exact words.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: Object.fromEntries(
        Object.entries(SHARED).map(([name, schema]) => [name, schemaOf(schema, name)]),
      ),
    },
  };
}

function describeRoute(name: RouteName, route: Route): Json {
  const body = schemaOf(route.body);
  const hasBody = !(route.body instanceof z.ZodUndefined);
  return {
    operationId: name,
    summary: route.summary,
    tags: [route.tag],
    parameters: [
      ...parametersOf(route.path, 'path'),
      ...parametersOf(route.query, 'query'),
      ...(route.needsName ? [nameParameter()] : []),
    ],
    ...(hasBody
      ? { requestBody: { required: true, content: { 'application/json': { schema: body } } } }
      : {}),
    responses: {
      [String(route.httpStatus ?? 200)]: {
        description: 'Done',
        content: { 'application/json': { schema: schemaOf(route.answer) } },
      },
      default: {
        description: 'A problem, with a code',
        content: { [PROBLEM_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

function nameParameter(): Json {
  return {
    name: NAME_HEADER,
    in: 'header',
    required: true,
    description: 'Who decides; percent-encoded UTF-8',
    schema: { type: 'string' },
  };
}

function parametersOf(schema: z.ZodType, where: 'path' | 'query'): Json[] {
  const { properties = {}, required = [] } = schemaOf(schema) as {
    properties?: { [name: string]: Json };
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...member }]) => ({
    name,
    in: where,
    // Lists and defaults are required in what comes out of a query, never in what is sent.
    required: where === 'path' && required.includes(name),
    ...(description === undefined ? {} : { description }),
    schema: member,
  }));
}

function schemaOf(schema: z.ZodType, own?: string): Json {
  const names = new Map<unknown, string>(
    Object.entries(SHARED).map(([name, value]) => [value, name]),
  );
  const json = z.toJSONSchema(schema, {
    unrepresentable: 'any',
    reused: 'inline',
    override: ({ zodSchema, jsonSchema }) => {
      const name = names.get(zodSchema);
      if (!name || name === own) return;
      for (const key of Object.keys(jsonSchema)) delete (jsonSchema as Json)[key];
      jsonSchema.$ref = `#/components/schemas/${name}`;
    },
  }) as Json;
  delete json.$schema;
  return json;
}
