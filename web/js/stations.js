/** Which post answers for a kilometre. Posts as `/api/basemap.json` lists them. */

/**
 * Normalised: `{code, names: {vi, en}, lon, lat, approximate, neighbour, fromKm, toKm, middleKm}`; kilometres null when it
 * has no stretch; names are short, without the word for a post.
 */
export function readStations(list) {
  return list.map((station) => {
    const fromKm = station.from_km ?? station.fromKm ?? null;
    const toKm = station.to_km ?? station.toKm ?? null;
    return {
      ...station,
      names: { vi: station.name.replace(/^Đồn /, ''), en: (station.nameEn ?? station.name_en ?? station.name).replace(/ station$/, '') },
      neighbour: station.border_with ?? station.borderWith ?? null,
      fromKm,
      toKm,
      middleKm: fromKm === null || toKm === null ? null : (fromKm + toKm) / 2,
    };
  });
}

/** The post whose stretch holds most of `fromKm`..`toKm` on that neighbour's line, or undefined. */
export function stationOf(stations, neighbour, fromKm, toKm) {
  let best;
  let most = 0;
  for (const station of stations) {
    if (station.middleKm === null || station.neighbour !== neighbour) continue;
    const shared = Math.min(toKm, station.toKm) - Math.max(fromKm, station.fromKm);
    if (shared > most) [most, best] = [shared, station];
  }
  return best;
}
