/**
 * GeoJSON (RFC 7946): points, lines and areas.
 * @module
 */
import type { Feature, Geometry } from "geojson";
import { z } from "zod";
import type { SourceDocument } from "../records.ts";
import { line, mapDocument } from "./features.ts";
import { MalformedFileError } from "./malformed.ts";

const position = z.array(z.number()).min(2);
const path = z.array(position);
const Shape: z.ZodType<Geometry> = z.lazy(() =>
  z.discriminatedUnion("type", [
    z.object({ type: z.literal("Point"), coordinates: position }),
    z.object({ type: z.literal("MultiPoint"), coordinates: path }),
    z.object({ type: z.literal("LineString"), coordinates: path }),
    z.object({ type: z.literal("MultiLineString"), coordinates: z.array(path) }),
    z.object({ type: z.literal("Polygon"), coordinates: z.array(path) }),
    z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(z.array(path)) }),
    z.object({ type: z.literal("GeometryCollection"), geometries: z.array(Shape) }),
  ])
);
const One = z.object({
  type: z.literal("Feature"),
  geometry: Shape.nullable(),
  properties: z.record(z.string(), z.unknown()).nullish().transform((known) => known ?? null),
});
const Whole = z.object({
  type: z.literal("FeatureCollection"),
  name: z.unknown().optional(),
  description: z.unknown().optional(),
  features: z.array(One),
});

/** Keys under which map makers put a feature's name, the first that is there. */
const NAMES = ["name", "title", "label", "Name", "NAME", "trail_name", "TRLNAME"];
/** Keys that are worth reading aloud beside the name. */
const NOTES = ["description", "desc", "notes", "note", "comment", "cmt"];

/**
 * Reads a collection, a feature or a bare geometry.
 *
 * @throws {MalformedFileError} naming the feature, for what is not GeoJSON or has no place on Earth
 */
export function readGeoJson(raw: string): SourceDocument {
  const { name, description, features } = collection(parseJson(raw));
  return mapDocument({
    title: line(name) || null,
    description: line(description) || null,
    features,
    told: ({ properties }) => ({
      name: NAMES.map((key) => line(properties?.[key])).find(Boolean) ?? "",
      note: NOTES.map((key) => line(properties?.[key])).filter(Boolean).join(" "),
    }),
  });
}

function parseJson(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch (error) {
    throw new MalformedFileError(`is not JSON: ${(error as Error).message}`);
  }
}

function collection(value: unknown): z.infer<typeof Whole> {
  const type = (value as { type?: unknown } | null)?.type;
  if (type === "FeatureCollection") return check(Whole, value);
  const features: Feature<Geometry | null>[] = type === "Feature"
    ? [check(One, value)]
    : [{ type: "Feature", geometry: check(Shape, value), properties: null }];
  return {
    type: "FeatureCollection",
    name: undefined,
    description: undefined,
    features: features as z.infer<typeof One>[],
  };
}

function check<T>(shape: z.ZodType<T>, value: unknown): T {
  const checked = shape.safeParse(value);
  if (checked.success) return checked.data;
  const { path, message } = checked.error.issues[0]!;
  throw new MalformedFileError(`is not GeoJSON: ${path.join(".") || "the file"}: ${message}`);
}
