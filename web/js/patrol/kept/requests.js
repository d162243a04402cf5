/** What the page asks of stored plans. A plan that somebody else has changed meanwhile is refused with 412. */

import { get, getBlob, send } from '../../api.js';

const PLANS = '/api/plans';
const onlyIf = ({ version }) => ({ 'If-Match': `"${version}"` });
const path = ({ id }, part = '') => `${PLANS}/${id}${part}`;

/** A line for each plan, those touched last first. */
export const listPlans = async (signal) => (await get(PLANS, { signal })).plans;

/** All of the newest version of a plan. */
export const readPlan = (id, signal) => get(path({ id }), { signal });

/** Who did what when, the newest first. */
export const readVersions = async (plan, signal) => (await get(path(plan, '/versions'), { signal })).versions;

/** What tracks show of each duty. */
export const readWalked = (plan, signal) => get(path(plan, '/walked'), { query: { version: plan.version }, signal });

/** Keeps the results of two jobs as a plan. */
export const makePlan = async (name, areas, roster) => (await send('POST', PLANS, { json: { name, areas, roster } })).body;

/** What a wish would cost: `{day, team, shift, area}`, the last two null for rest. */
export const priceOf = async (plan, wish, signal) => (await send('POST', path(plan, '/price'), { query: { version: plan.version }, json: wish, signal })).body;

export const changePlan = async (plan, wish) => (await send('POST', path(plan, '/changes'), { json: wish, headers: onlyIf(plan) })).body;

export const undoChange = async (plan) => (await send('POST', path(plan, '/undo'), { headers: onlyIf(plan) })).body;

export const approvePlan = async (plan) => (await send('POST', path(plan, '/approve'), { headers: onlyIf(plan) })).body;

export const removePlan = (plan) => send('DELETE', path(plan), { headers: onlyIf(plan) });

/** `order.pdf`, `tracks.gpx` or `tracks.kml` of one team, or of all for null. */
export const orderFile = (plan, form, team) => getBlob(path(plan, `/${form}`), { query: { version: plan.version, team } });
