import assert from 'node:assert/strict';
import test from 'node:test';
import { addWords, setLanguage } from '../../i18n/index.js';
import words from '../../i18n/clusters.js';
import { formatP, formatSimulatedP, isClear } from '../probability.js';
import { countClusters, isNotable } from './notable.js';
import { boxOf, stretchOfCluster } from './place.js';
import { asStrong, chanceOf, findingOf, spanWords } from './words.js';

addWords(words);

test('the smallest p only says that no simulation came up to the data', () => {
  setLanguage('vi');
  assert.equal(formatSimulatedP(0.001, 999), 'p ≤ 0,001');
  assert.equal(formatSimulatedP(1 / 1000, 999), 'p ≤ 0,001');
  assert.equal(formatSimulatedP(0.01, 99), 'p ≤ 0,01');
  assert.equal(formatSimulatedP(0.0001, 9999), 'p ≤ 0,0001');
});

test('a larger p is written as finely as it was made', () => {
  setLanguage('en');
  assert.equal(formatSimulatedP(0.002, 999), 'p = 0.002');
  assert.equal(formatSimulatedP(0.3, 99), 'p = 0.30');
  assert.equal(formatSimulatedP(1, 999), 'p = 1.000');
});

test('a computed p is never written as zero', () => {
  setLanguage('vi');
  assert.equal(formatP(0), 'p < 0,0001');
  assert.equal(formatP(0.00005), 'p < 0,0001');
  assert.equal(formatP(0.0123), 'p = 0,0123');
});

test('at 5 % a cluster is still clear, above it there is not enough evidence', () => {
  assert.equal(isClear(0.05), true);
  assert.equal(isClear(0.051), false);
  setLanguage('vi');
  assert.match(chanceOf(0.287, 999), /286 lần có cụm mạnh bằng.*Chưa đủ cơ sở/);
  assert.doesNotMatch(chanceOf(0.001, 999), /Chưa đủ cơ sở/);
  assert.match(chanceOf(0.001, 999), /không lần nào.*p ≤ 0,001/);
});

test('p counts the simulations that were as strong, and the data themselves', () => {
  assert.equal(asStrong(0.001, 999), 0);
  assert.equal(asStrong(0.004, 999), 3);
  assert.equal(asStrong(1, 999), 999);
});

test('whole months are named by their months, other days by both ends', () => {
  setLanguage('vi');
  assert.equal(spanWords('2024-03-01', '2024-05-31'), '03/2024 – 05/2024');
  assert.equal(spanWords('2024-02-01', '2024-02-29'), '02/2024');
  assert.equal(spanWords('2024-03-04', '2024-03-17'), '04/03/2024 – 17/03/2024');
  assert.equal(spanWords('2024-03-04', '2024-03-04'), '04/03/2024');
});

test('the finding says when, where, how many and against what', () => {
  setLanguage('en');
  const cluster = { from: '2024-03-01', to: '2024-05-31', radius_m: 6200, observed: 512, expected: 241.3, relative_risk: 2.2 };
  assert.equal(findingOf(cluster, 'detections'), 'From 1 Mar 2024 to 31 May 2024, within 6.2\u00a0km: 512 detections, where 241 were to be expected without a cluster. Inside it is 2.20 times as much as outside.');
  assert.match(findingOf({ ...cluster, radius_m: 0 }, 'detections'), /in one cell/);
});

const line = Array.from({ length: 101 }, (_, i) => [106 + i * 0.01, 22]);
const BORDERS = [{ with: 'CN', line, kilometres: line.map((_, i) => 1000 + i) }];
const cluster = (lon, lat, radius) => ({ geometry: { type: 'Point', coordinates: [lon, lat] }, properties: { radius_m: radius } });

test('the kilometres of a cluster are those inside its circle', () => {
  assert.deepEqual(stretchOfCluster(cluster(106.5, 22, 3200), BORDERS), { with: 'CN', fromKm: 1047, toKm: 1053 });
});

test('a cluster beside the line, or of one place, has the kilometre nearest to it', () => {
  assert.deepEqual(stretchOfCluster(cluster(106.2, 21.9, 100), BORDERS), { with: 'CN', fromKm: 1020, toKm: 1021 });
  assert.deepEqual(stretchOfCluster(cluster(106.2, 22, 0), BORDERS), { with: 'CN', fromKm: 1020, toKm: 1021 });
  assert.equal(stretchOfCluster(cluster(106.2, 22, 0), []), null);
});

test('the box of a cluster holds its whole circle', () => {
  const [[south, west], [north, east]] = boxOf(cluster(106.5, 22, 11_119.5));
  assert.ok(Math.abs(north - 22.1) < 1e-6 && Math.abs(south - 21.9) < 1e-6);
  assert.ok(Math.abs(east - 106.5 - 0.1 / Math.cos((22 * Math.PI) / 180)) < 1e-6 && west < 106.4);
});

test('clusters as strong as half of what chance makes are counted but not drawn', () => {
  const features = [0.001, 0.05, 0.051, 0.5, 0.501, 1].map((p) => ({ properties: { p } }));
  assert.deepEqual(countClusters(features), { clear: 2, unclear: 2, rest: 2 });
  assert.deepEqual(features.map(isNotable), [true, true, true, true, false, false]);
});
