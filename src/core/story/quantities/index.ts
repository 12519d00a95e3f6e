export { extractQuantities, type ExtractOptions } from './extract.js';
export { formatQuantity } from './format.js';
export type { Quantity, QuantityKind } from './types.js';
