/** The tables of a result in a dialog. */

import { openDialog } from '../dialog.js';
import { gridTable } from './grid-table.js';

export const openTable = (title, tables) => openDialog({ title, body: tables.map(gridTable) });
