import assert from 'node:assert/strict';
import test from 'node:test';
import { readStations, stationOf } from './stations.js';

const stations = readStations([
  { code: 'LS-01', name: 'Pò Mã', border_with: 'CN', from_km: 1063.7, to_km: 1086 },
  { code: 'LS-02', name: 'Bình Nghi', border_with: 'CN', from_km: 1086, to_km: 1108 },
  { code: 'XX', name: 'no stretch' },
]);

test('a section belongs to the post that holds most of it', () => {
  assert.equal(stationOf(stations, 'CN', 1080, 1085).code, 'LS-01');
  assert.equal(stationOf(stations, 'CN', 1085, 1090).code, 'LS-02');
});

test('names are short in both languages', () => {
  const [station] = readStations([{ code: 'LS-03', name: 'Đồn Na Sầm', nameEn: 'Na Sam station' }]);
  assert.deepEqual(station.names, { vi: 'Na Sầm', en: 'Na Sam' });
});

test('beyond the stretches, and on another line, there is no post', () => {
  assert.equal(stationOf(stations, 'CN', 1300, 1305), undefined);
  assert.equal(stationOf(stations, 'LA', 1080, 1085), undefined);
});
