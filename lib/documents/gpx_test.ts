import assert from "node:assert/strict";
import { readGpx } from "./gpx.ts";
import { MalformedFileError } from "./malformed.ts";

const gpx = (body: string) =>
  `<?xml version="1.0"?>\n<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1">\n${body}\n</gpx>`;
const point = (lat: string, lon = "-118.2", tag = "wpt") =>
  gpx(`<${tag} lat="${lat}" lon="${lon}"><name>Camp</name></${tag}>`);

Deno.test("tracks, routes and waypoints are read", () => {
  const { text, tracks, metadata, blocks } = readGpx(gpx(`
    <metadata><name>Whitney 🏔️</name><desc>Up &amp; down</desc></metadata>
    <wpt lat="36.5" lon="-118.25"><ele>2550.4</ele><name>Portal</name><desc>Start</desc></wpt>
    <wpt lat="36.6" lon="-118.3"/>
    <rte><name>Way</name><rtept lat="1" lon="2"/><rtept lat="3" lon="4"/></rte>
    <trk><name>Main</name><trkseg><trkpt lat="10" lon="20"><ele>5</ele></trkpt><trkpt lat="11" lon="21"/></trkseg>
      <trkseg><trkpt lat="12" lon="22"/><trkpt lat="13" lon="23"/></trkseg></trk>`));
  assert.equal(metadata.title, "Whitney 🏔️");
  assert.equal(
    text,
    "Whitney 🏔️\n\nUp & down\n\n• Main\n• Way\n\nWaypoints\n\n" +
      "• Portal (36.50000, -118.25000, 2550 m): Start\n• Unnamed waypoint (36.60000, -118.30000)",
  );
  for (const { start, end } of blocks) assert.ok(text.slice(start, end).trim() !== "");
  assert.deepEqual(tracks.map(({ name, points }) => [name, points.length]), [["Main", 12], ["Way", 6]]);
  assert.deepEqual([...tracks[0]!.points.slice(0, 6)], [10, 20, 5, 11, 21, NaN]);
});

Deno.test("GPX 1.0, CRLF and a byte-order mark", () => {
  const raw = `\uFEFF<gpx version="1.0" xmlns="http://www.topografix.com/GPX/1/0">\r\n<name>Old</name>\r\n` +
    `<trk><trkseg><trkpt lat="0" lon="0"/><trkpt lat="0" lon="1"/></trkseg></trk></gpx>`;
  assert.equal(readGpx(raw).text, "Old\n\n• Unnamed track");
});

Deno.test("the edges of the Earth are on it", async (t) => {
  for (const [lat, lon] of [["90", "180"], ["-90", "-180"], ["0", "0"]] as const) {
    await t.step(`${lat}, ${lon}`, () => assert.match(readGpx(point(lat, lon)).text, /Camp/));
  }
  await t.step("negative zero has no sign", () => {
    assert.match(readGpx(point("-0", "-0")).text, /\(0\.00000, 0\.00000\)/);
    assert.match(readGpx(point("-0.000001")).text, /\(0\.00000, /);
  });
});

Deno.test("what cannot be a trail is reported with its place", async (t) => {
  const cases: [string, string, RegExp, number | null][] = [
    ["swapped", point("-118.2", "36.5"), /number 1.*swapped/, 3],
    ["outside", point("91", "181"), /no place on Earth/, 3],
    ["longitude outside", point("45", "-180.1"), /no place on Earth/, 3],
    ["no number", point("north"), /must be numbers/, 3],
    ["empty", point(""), /must be numbers/, 3],
    [
      "a later point",
      gpx(`<trk><trkseg><trkpt lat="1" lon="2"/>\n<trkpt lat="1"/></trkseg></trk>`),
      /<trkpt> number 2/,
      4,
    ],
    ["in a route", point("95", "95", "rtept"), /<rtept> number 1/, 3],
    ["no point", gpx(""), /no track or route/, null],
    ["other XML", "<kml/>", /root element is <kml>/, null],
    ["cut short, where the open element starts", gpx("").slice(0, -4), /not well-formed/, 2],
    ["mismatched tags", gpx("<trk></wpt>"), /not well-formed/, 3],
    ["no XML", "hello", /XML|GPX/, null],
    ["nothing", "", /XML|GPX/, null],
  ];
  for (const [name, raw, message, line] of cases) {
    await t.step(name, () => {
      assert.throws(() => readGpx(raw), (error) => {
        assert.ok(error instanceof MalformedFileError, String(error));
        assert.match(error.message, message);
        if (line !== null) assert.equal(error.line, line);
        return true;
      });
    });
  }
});

const SAMPLES = new URL("../../../shared/data/gpx/gpxpy/", import.meta.url);
const present = exists(SAMPLES);

function exists(folder: URL): boolean {
  try {
    return Deno.statSync(folder).isDirectory;
  } catch {
    return false;
  }
}

Deno.test("real files are read or reported (needs ../shared/data/gpx)", { ignore: !present }, async (t) => {
  for (const { name } of [...Deno.readDirSync(SAMPLES)].sort((a, b) => a.name < b.name ? -1 : 1)) {
    await t.step(name, () => {
      const raw = Deno.readTextFileSync(new URL(name, SAMPLES));
      const tagged = raw.match(/<(trkpt|rtept)\b/g)?.length ?? 0;
      try {
        const { text, blocks, tracks } = readGpx(raw);
        assert.ok(text.trim() !== "" && blocks.length > 0);
        const points = tracks.reduce((sum, track) => sum + track.points.length / 3, 0);
        assert.ok(points <= tagged);
        for (const track of tracks) {
          for (let i = 0; i < track.points.length; i += 3) {
            assert.ok(Math.abs(track.points[i]!) <= 90 && Math.abs(track.points[i + 1]!) <= 180);
          }
        }
      } catch (error) {
        assert.ok(error instanceof MalformedFileError, String(error));
      }
    });
  }
});
