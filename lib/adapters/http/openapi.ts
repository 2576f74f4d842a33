/**
 * The API described: OpenAPI 3.1, schemas taken from the zod schemas that validate.
 * @module
 */
import { z } from "zod";
import {
  Answer,
  AskRequest,
  Checked,
  CheckRequest,
  Document,
  Explained,
  IncidentReceipt,
  IncidentReport,
  PackInfo,
  Problem,
  SearchHit,
} from "../../schema.ts";

const schemaOf = (schema: z.ZodType, io: "input" | "output" = "output") => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io });
  return rest;
};
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (description: string, schema: unknown) => ({
  description,
  content: { "application/json": { schema } },
});
const failure = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: ref("Problem") } },
});
const QUESTION_FAILURES = {
  400: failure("The body is not JSON"),
  404: failure("No open pack has that id"),
  413: failure("The question is longer than 2,000 characters"),
  422: failure("The question is empty or the body has the wrong shape"),
  503: failure("Packs are still being built or opened"),
};
const ApiDocument = Document.pick({
  id: true,
  pack: true,
  title: true,
  text: true,
  blocks: true,
  source: true,
  licence: true,
  asOf: true,
  topic: true,
  risk: true,
});

/** The OpenAPI document of this version. */
export function openApiDocument(version: string): Record<string, unknown> {
  const parameter = (
    name: string,
    place: string,
    required: boolean,
    description: string,
    schema: unknown,
  ) => ({ name, in: place, required, description, schema });
  return {
    openapi: "3.1.0",
    info: {
      title: "Cairn",
      version,
      description:
        "Trail questions answered offline from documents, with the exact passage behind every sentence.",
    },
    paths: {
      "/api/v1/ask": {
        post: {
          summary: "Ask a question",
          requestBody: { required: true, content: { "application/json": { schema: ref("AskRequest") } } },
          responses: {
            200: {
              description:
                "The answer; a refusal is an answer too. With `Accept: text/event-stream` the events decision, passage, sentence…, answer.",
              content: {
                "application/json": { schema: ref("Answer") },
                "text/event-stream": { schema: { type: "string" } },
              },
            },
            ...QUESTION_FAILURES,
          },
        },
      },
      "/api/v1/explain": {
        post: {
          summary: "Ask, and say why the answer is what it is",
          requestBody: { required: true, content: { "application/json": { schema: ref("AskRequest") } } },
          responses: {
            200: json("The answer with scores, features, threshold and reason", ref("Explained")),
            ...QUESTION_FAILURES,
          },
        },
      },
      "/api/v1/check": {
        post: {
          summary: "Does a source say what a text says?",
          requestBody: { required: true, content: { "application/json": { schema: ref("CheckRequest") } } },
          responses: {
            200: json(
              "The verdict on each sentence, with reasons and spans in that sentence",
              ref("Checked"),
            ),
            400: failure("The body is not JSON"),
            404: failure("No open pack has that document"),
            413: failure("The body is too long"),
            422: failure("The body has the wrong shape"),
            503: failure("Packs are still being built or opened"),
          },
        },
      },
      "/api/v1/incidents": {
        post: {
          summary: "Report a wrong answer",
          requestBody: { required: true, content: { "application/json": { schema: ref("IncidentReport") } } },
          responses: {
            201: json("Kept; the question only with consent", ref("IncidentReceipt")),
            400: failure("The body is not JSON"),
            404: failure("The answer is not known any more"),
            413: failure("The body is too long"),
            422: failure("The body has the wrong shape"),
            500: failure("The report could not be written"),
          },
        },
      },
      "/api/v1/search": {
        get: {
          summary: "Search passages without deciding",
          parameters: [
            parameter("q", "query", true, "What to search for", { type: "string" }),
            parameter("k", "query", false, "How many passages, 1 to 50", {
              type: "integer",
              minimum: 1,
              maximum: 50,
              default: 10,
            }),
          ],
          responses: {
            200: json("Passages, best first", {
              type: "object",
              properties: { hits: { type: "array", items: ref("SearchHit") } },
            }),
            413: failure("q is longer than 2,000 characters"),
            422: failure("q is empty or k out of range"),
            503: failure("Packs are still being built or opened"),
          },
        },
      },
      "/api/v1/packs": {
        get: {
          summary: "The open packs",
          responses: {
            200: json("Packs", {
              type: "object",
              properties: { packs: { type: "array", items: ref("PackInfo") } },
            }),
          },
        },
      },
      "/api/v1/documents/{id}": {
        get: {
          summary: "A document",
          parameters: [
            parameter("id", "path", true, "Document id as one percent-encoded segment", { type: "string" }),
          ],
          responses: {
            200: json("The document", ref("Document")),
            404: failure("No open pack has that document"),
          },
        },
      },
      "/healthz": {
        get: {
          summary: "Would a question be answered now?",
          responses: { 200: { description: "Yes" }, 503: failure("Not yet; with progress") },
        },
      },
      "/metrics": {
        get: {
          summary: "Counts for Prometheus",
          responses: { 200: { description: "Text exposition format" } },
        },
      },
    },
    components: {
      schemas: {
        AskRequest: schemaOf(AskRequest, "input"),
        Answer: schemaOf(Answer),
        Explained: schemaOf(Explained),
        CheckRequest: schemaOf(CheckRequest, "input"),
        Checked: schemaOf(Checked),
        IncidentReport: schemaOf(IncidentReport, "input"),
        IncidentReceipt: schemaOf(IncidentReceipt),
        Document: schemaOf(ApiDocument),
        PackInfo: schemaOf(PackInfo),
        SearchHit: schemaOf(SearchHit),
        Problem: schemaOf(Problem),
      },
    },
  };
}
