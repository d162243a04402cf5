/**
 * Reads vector tiles (Mapbox Vector Tile 2): layers of features with their properties and lines. Pure: the caller brings the reader of
 * protocol buffers, so that nothing here depends on where that comes from.
 */

const MOVE_TO = 1;
const LINE_TO = 2;
const CLOSE_PATH = 7;

/**
 * `pbf`: a reader of the pbf library over the bytes of a tile. Answers layers by name: `{extent, features: [{id, type, properties, lines}]}`; `type` is 1 for points, 2 for
 * lines, 3 for areas; lines are x and y in turn, in units of which a tile has `extent` on each side. `id` is null where a feature has none.
 */
export function readTile(pbf) {
  return pbf.readFields((tag, layers, reader) => {
    if (tag !== 3) return;
    const { name, ...layer } = readLayer(reader);
    layers[name] = layer;
  }, {});
}

function readLayer(pbf) {
  const raw = pbf.readMessage(
    (tag, layer, reader) => {
      if (tag === 1) layer.name = reader.readString();
      else if (tag === 2) layer.features.push(readFeature(reader));
      else if (tag === 3) layer.keys.push(reader.readString());
      else if (tag === 4) layer.values.push(readValue(reader));
      else if (tag === 5) layer.extent = reader.readVarint();
    },
    { name: '', extent: 4096, keys: [], values: [], features: [] },
  );
  return { name: raw.name, extent: raw.extent, features: raw.features.map((feature) => settled(feature, raw)) };
}

/** Keys and values may follow the features that use them, so they are put in place at the end. */
const settled = ({ id, type, tags, commands }, { keys, values }) => ({ id, type, properties: propertiesOf(tags, keys, values), lines: linesOf(commands) });

function readFeature(pbf) {
  return pbf.readMessage(
    (tag, feature, reader) => {
      if (tag === 1) feature.id = reader.readVarint();
      else if (tag === 2) feature.tags = reader.readPackedVarint();
      else if (tag === 3) feature.type = reader.readVarint();
      else if (tag === 4) feature.commands = reader.readPackedVarint();
    },
    { id: null, type: 0, tags: [], commands: [] },
  );
}

/** The one value that the message holds. */
function readValue(pbf) {
  const readers = { 1: 'readString', 2: 'readFloat', 3: 'readDouble', 6: 'readSVarint', 7: 'readBoolean' };
  return pbf.readMessage((tag, held, reader) => {
    if (readers[tag]) held.value = reader[readers[tag]]();
    else if (tag === 4) held.value = reader.readVarint(true);
    else if (tag === 5) held.value = reader.readVarint();
  }, { value: null }).value;
}

/** Pairs of places in `keys` and `values`. */
export function propertiesOf(tags, keys, values) {
  const properties = {};
  for (let i = 0; i + 1 < tags.length; i += 2) properties[keys[tags[i]]] = values[tags[i + 1]];
  return properties;
}

/** Commands as the format has them: each with its count, then as many steps from where the pen stands. */
export function linesOf(commands) {
  const lines = [];
  let line = null;
  let x = 0;
  let y = 0;
  for (let i = 0; i < commands.length; ) {
    const command = commands[i] & 7;
    const count = commands[i++] >> 3;
    if (command === CLOSE_PATH) {
      line?.push(line[0], line[1]);
      continue;
    }
    if (command !== MOVE_TO && command !== LINE_TO) return lines;
    for (let step = 0; step < count; step++) {
      x += unzigzag(commands[i++]);
      y += unzigzag(commands[i++]);
      if (command === MOVE_TO) lines.push((line = []));
      line?.push(x, y);
    }
  }
  return lines;
}

const unzigzag = (value) => (value >> 1) ^ -(value & 1);
