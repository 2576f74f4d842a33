/** Files of places: KML, KMZ, GeoJSON and CSV. GPX has its own tests. */
import assert from "node:assert/strict";
import { archiveOf } from "./archive_fixture.ts";
import { readCsv } from "./csv.ts";
import { readGeoJson } from "./geojson.ts";
import { readKml, readKmz } from "./kml.ts";
import { MalformedFileError } from "./malformed.ts";

const encode = (text: string) => new TextEncoder().encode(text);
const KML = (places: string) =>
  `<?xml version="1.0"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Ridge walk</name>
  <description><![CDATA[By the <b>club</b>]]></description>${places}</Document></kml>`;
const PLACES = KML(
  `<Folder><name>Water</name><Placemark><name>Spring</name><description><![CDATA[<p>Runs all year.</p>]]></description>
  <Point><coordinates>-118.2,36.5,2550</coordinates></Point></Placemark></Folder>
  <Placemark><name>Way</name><LineString><coordinates>-118.2,36.5,0 -118.3,36.6,10</coordinates></LineString></Placemark>`,
);
const RIDGE =
  "Ridge walk\n\nBy the club\n\n• Way\n\nWaypoints\n\n• Spring (36.50000, -118.20000, 2550 m): Runs all year.";

Deno.test("KML and KMZ give places, paths and what is said of them", async () => {
  const { text, tracks, metadata } = readKml(encode(PLACES));
  assert.equal(text, RIDGE);
  assert.equal(metadata.title, "Ridge walk");
  assert.deepEqual([...tracks[0]!.points], [36.5, -118.2, 0, 36.6, -118.3, 10]);
  assert.equal((await readKmz(await archiveOf({ "files/a.png": "x", "doc.kml": PLACES }))).text, RIDGE);
});

Deno.test("GeoJSON gives places, paths and areas", () => {
  const feature = (type: string, coordinates: unknown, properties: object | null) => ({
    type: "Feature",
    geometry: { type, coordinates },
    properties,
  });
  const { text, tracks, metadata } = readGeoJson(JSON.stringify({
    type: "FeatureCollection",
    name: "Park",
    features: [
      feature("MultiLineString", [[[-118, 36], [-119, 37]], [[-119, 37], [-119, 38]]], {
        name: "Loop",
        desc: "steep",
      }),
      feature("Polygon", [[[0, 0], [0, 1], [1, 1], [0, 0]]], { Name: "Closed area" }),
      feature("Point", [-118.5, 36.25], null),
      { type: "Feature", geometry: null, properties: {} },
    ],
  }));
  assert.equal(
    text,
    "Park\n\n• Loop: steep\n• Closed area\n\nWaypoints\n\n• Unnamed waypoint (36.25000, -118.50000)",
  );
  assert.equal(tracks.length, 1);
  assert.equal(metadata.title, "Park");
  assert.match(readGeoJson('{"type":"Point","coordinates":[1,2]}').text, /2\.00000, 1\.00000/);
});

Deno.test("a CSV table keeps its rows, whatever separates its cells", () => {
  const shown = "Name | Latitude | Note\nTarn | 36.5 | deep, cold\nHut | 36.6 |";
  assert.equal(readCsv('Name,Latitude,Note\nTarn,36.5,"deep, cold"\nHut,36.6,\n').text, shown);
  assert.equal(readCsv("Name;Latitude;Note\r\nTarn;36.5;deep, cold\r\n\r\nHut;36.6;\r\n").text, shown);
  assert.equal(readCsv("Name\tLatitude\tNote\nTarn\t36.5\tdeep, cold\nHut\t36.6\t").text, shown);
  assert.deepEqual(readCsv("a,b\n1,2").blocks.map(({ kind }) => kind), ["header", "row"]);
});

Deno.test("what is wrong is named with its place", async (t) => {
  const cases: [string, () => unknown, RegExp, number | null][] = [
    ["no KML", () => readKml(encode("<gpx/>")), /is not KML/, null],
    ["broken KML", () => readKml(encode("<kml>\n<Document>")), /well-formed/, 2],
    ["KML without places", () => readKml(encode(KML(""))), /no waypoint/, null],
    [
      "KML that is no place",
      () =>
        readKml(encode(KML("<Placemark><Point><coordinates>36.5,-118.2</coordinates></Point></Placemark>"))),
      /swapped/,
      3,
    ],
    [
      "KML without numbers",
      () => readKml(encode(KML("<Placemark><Point><coordinates>north</coordinates></Point></Placemark>"))),
      /numbers/,
      3,
    ],
    ["no JSON", () => readGeoJson("{"), /not JSON/, null],
    ["JSON of something else", () => readGeoJson('{"type":"Topology"}'), /not GeoJSON/, null],
    [
      "GeoJSON in metres",
      () => readGeoJson('{"type":"Point","coordinates":[385000,4040000]}'),
      /no place on Earth/,
      null,
    ],
    [
      "a feature without shape",
      () => readGeoJson('{"type":"FeatureCollection","features":[{"type":"Feature"}]}'),
      /features\.0\.geometry/,
      null,
    ],
    ["CSV of one line", () => readCsv("a,b\n"), /no row/, null],
    [
      "CSV with mixed separators",
      () => readCsv("name,lat\nTarn,36\nHut;37"),
      /1 columns where the header has 2/,
      3,
    ],
    ["CSV with an open quote", () => readCsv('a,b\n"x,1\ny,2'), /no CSV/, 2],
    ["CSV that is no place", () => readCsv("name,lat,lon\nTarn,36,-118\nHut,96,-118"), /no place|swapped/, 3],
  ];
  for (const [name, read, message, line] of cases) {
    await t.step(name, () =>
      assert.throws(read, (error) => {
        assert.ok(error instanceof MalformedFileError, String(error));
        assert.match(error.message, message);
        assert.equal(error.line, line);
        return true;
      }));
  }
});
